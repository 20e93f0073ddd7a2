"""The grammar of hours of work as editors write them.

«Пн–Чт 08:00–17:00, Пт 08:00–15:45, перерва 12:00–12:45», and the other ways of saying it:
«понеділок-четвер — з 8.00 до 17.00», «щодня», «Сб, Нд вихідний». A comma continues, a semicolon
or a new line starts afresh. A break without days of its own is for every day named before it
that has none yet; a break named first is for all days.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import time
from itertools import chain, pairwise

Hours = tuple[time, time]

DAYS = ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Нд")

_HOW = "Напишіть, наприклад: Пн–Чт 08:00–17:00, Пт 08:00–15:45, перерва 12:00–12:45."

_DAY_FORMS = (
    "пн|понеділ(?:ок|ка|ку|кам)",
    "вт|вівтор(?:ок|ка|ку|кам)",
    "ср|серед[аиуі]",
    "чт|четвер(?:га|гу|г)?",
    "пт|пятниц[яіюь]",
    "сб|субот[аиуі]?",
    "нд|неділ[яіюь]",
)
_TOKEN = re.compile(
    r"(?P<T>\d{1,2}[:.]\d\d)(?!\d)|(?P<R>-+|(?:по|до)\b)|(?P<S>[;\n])|(?P<W>щодня|щоденно)\b"
    r"|(?P<C>(?:вихідн(?:ий|і)(?: день| дні)?|зачинено|не працюємо?)\b)"
    r"|(?P<B>(?:обідня )?перерва\b)"
    + "".join(f"|(?P<D{day}>(?:що)?(?:{forms})\\b)" for day, forms in enumerate(_DAY_FORMS))
    + r"|[\s,:.()]|(?:[зуіво]|із|зі|від|та|й|год|годин[аи]?)\b|(?P<unknown>\w+|.)"
)
_IN_WORDS = re.compile("цілодоб", re.I)  # no end of a day is written as a time
_OF_A_WEEK = re.compile(rf"\d|\b(?:{'|'.join(_DAY_FORMS)}|щодня|щоденно)\b")
_PHRASE = re.compile("DRD|D|W|TRT|B|C|S|R|T")


def read_week(text: str) -> list[tuple[int, time, time]]:
    """Return (weekday from 0, opens, closes) in order, breaks cut out.

    Raises ValueError in Ukrainian, with an example, when anything is unclear.
    """
    tokens = list(_tokens(text))
    week = _Week()
    for found in _PHRASE.finditer("".join(kind for kind, _ in tokens)):
        first, last = tokens[found.start()][1], tokens[found.end() - 1][1]
        match found[0]:
            case "D" | "DRD":
                length = (int(last) - int(first)) % 7 + 1
                week.name([(int(first) + step) % 7 for step in range(length)])
            case "W":
                week.name(list(range(7)))
            case "TRT":
                week.add((_time(first), _time(last)))
            case "B":
                week.begin_break()
            case "C":
                week.close()
            case "S":
                week.finish_clause()
            case "T":
                raise _unclear(f"час «{first}» без початку або закінчення")
    week.finish_clause()
    return list(week.spans())


def means_a_week(text: str) -> bool:
    """Say whether days or times stand in a text; «за домовленістю» is words and meant so."""
    return not _IN_WORDS.search(text) and _OF_A_WEEK.search(_plain(text)) is not None


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield what the words mean: D a weekday with its number, T a time, R «до» and so on."""
    for found in _TOKEN.finditer(_plain(text)):
        kind = found.lastgroup
        if kind == "unknown":
            raise _unclear(f"незрозуміле «{found[0]}» у годинах роботи")
        if kind:
            yield kind[0], kind[1:] or found[0]


def _plain(text: str) -> str:
    plain = re.sub("['’ʼ`]", "", text.lower())
    return re.sub(r"[^\S\n]+", " ", re.sub("[‐‑‒–—−]", "-", plain)).strip()


def _time(written: str) -> time:
    hour, minute = re.split("[:.]", written)
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise _unclear(f"часу «{written}» не існує") from None


def _unclear(reason: str) -> ValueError:
    return ValueError(f"{reason}. {_HOW}")


class _Week:
    """A week being read, phrase by phrase."""

    def __init__(self) -> None:
        self.work: dict[int, list[Hours]] = {}
        self.breaks: dict[int, list[Hours]] = {}
        self.closed: set[int] = set()
        self._begin("work")

    def _begin(self, about: str) -> None:
        self.about, self.days, self.has_hours = about, list[int](), False

    def name(self, days: list[int]) -> None:
        if self.has_hours:
            self._begin("work")
        self.days += days
        if self.about == "closed":
            self.closed.update(days)

    def add(self, hours: Hours) -> None:
        if hours[0] >= hours[1]:
            raise _unclear(f"«{_show(hours)}»: закінчення не пізніше від початку")
        if self.about == "closed" or (self.about == "work" and not self.days):
            raise _unclear(f"не сказано, у які дні «{_show(hours)}»")
        if self.about == "work":
            place = self.work
        else:
            place = self.breaks
            self.days = self.days or [day for day in self.work if day not in place] or [*range(7)]
        for day in self.days:
            place.setdefault(day, []).append(hours)
        self.has_hours = True

    def begin_break(self) -> None:
        own_days = self._days_in_hand()
        self._begin("break")
        self.days = own_days

    def close(self) -> None:
        own_days = self._days_in_hand()
        self.closed.update(own_days)
        self._begin("work" if own_days else "closed")

    def _days_in_hand(self) -> list[int]:
        """Return days just named that still wait to hear what is said of them."""
        return self.days if self.about == "work" and not self.has_hours else []

    def finish_clause(self) -> None:
        """Nothing may be left half said: days or a break without hours, a day off without a day."""
        unsaid = {"work": bool(self.days), "break": True, "closed": not self.days}[self.about]
        if unsaid and not self.has_hours:
            raise _unclear("у годинах роботи бракує днів або часу")
        self._begin("work")

    def spans(self) -> Iterator[tuple[int, time, time]]:
        self._check()
        for day, hours in sorted(self.work.items()):
            for opens, closes in _without(hours, self.breaks.get(day, [])):
                yield day, opens, closes

    def _check(self) -> None:
        if not self.work:
            raise _unclear("немає жодної години роботи")
        for day, hours in sorted(self.work.items()):
            if day in self.closed:
                raise _unclear(f"{DAYS[day]} – і робочий день, і вихідний")
            hours.sort()
            for one, other in pairwise(hours):
                if other[0] < one[1]:
                    raise _unclear(f"{DAYS[day]}: {_show(one)} і {_show(other)} накладаються")
        for pause in sorted(chain.from_iterable(self.breaks.values())):
            if all(
                _without(hours, [pause]) == hours
                for day, hours in self.work.items()
                if pause in self.breaks.get(day, [])
            ):
                raise _unclear(f"перерва {_show(pause)} поза годинами роботи")


def _without(hours: list[Hours], breaks: Iterable[Hours]) -> list[Hours]:
    """Cut breaks out of hours: 08–17 without 12–13 is 08–12, 13–17."""
    for begins, ends in breaks:
        parts = [
            part
            for opens, closes in hours
            for part in ((opens, min(closes, begins)), (max(opens, ends), closes))
        ]
        hours = [part for part in parts if part[0] < part[1]]
    return hours


def _show(hours: Hours) -> str:
    return "–".join(moment.isoformat("minutes") for moment in hours)
