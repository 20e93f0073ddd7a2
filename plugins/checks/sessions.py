"""Sessions, their tables of votes and the deputies in them must mean the same things."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from plugins.checks.wanted import in_header
from plugins.council.mentions import Mention
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.council.votes import Sheet, is_vote_table, plain_name
from plugins.output import Site, rule


@rule("session-twice", says="Одна сесія – один файл")
def sessions_are_one_file_each(site: Site) -> Iterator[Problem]:
    """A session of a body and convocation is told in one file, however many days it sat.

    Погано:  два файли з body: miska-rada, convocation: 8, number: 61
    Добре:   один файл, другий день – у ends
    """
    seen: dict[str, Text] = {}
    for text in _sessions(site):
        first = seen.setdefault(text.identity, text)
        if first is not text:
            message = f"ця сесія вже є у {first.path}. Виправте номер або об’єднайте файли."
            yield in_header(text, "number", message, "session-twice")


@rule("votes", says="Таблиця голосування лежить поруч із сесією")
def tables_lie_beside_sessions(site: Site) -> Iterator[Problem]:
    """A table of votes lies in sessions/, where its faults are looked for.

    Погано:  votes: files/holosuvannia.csv
    Добре:   votes: sessions/2026/sesiia-61.csv
    """
    for text in _sessions(site):
        for said in text.mentions:
            if said.name == "votes" and not is_vote_table(said.target):
                message = (
                    f"{said.target} – не таблиця голосування. Покладіть її поруч: "
                    f"{text.path.removesuffix('.md')}.csv."
                )
                yield in_header(text, "votes", message, "votes")


@rule("votes", says="Питання, за яке голосували, є в порядку денному")
def votes_belong_to_agendas(site: Site) -> Iterator[Problem]:
    """A question that was voted on stands in the agenda.

    Погано:  у таблиці колонка 3, а в agenda питання 1 і 2
    Добре:   {item: "3", title: …} в agenda
    """
    for text in _sessions(site):
        items = {said.target for said in text.mentions if said.sort == "question"}
        path, sheet = _table(text, site)
        for question in sheet.questions if sheet else ():
            if question not in items:
                yield Problem(
                    path=path, line=1, field="таблиця", rule="votes",
                    message=f"питання {question} немає в порядку денному ({text.path}). "
                    "Допишіть його до agenda або виправте номер колонки.",
                )  # fmt: skip


@rule("votes", says="Питання, що стало актом, має поіменне голосування")
def acts_were_voted_on(site: Site) -> Iterator[Problem]:
    """A question that became an act has votes by name (law 280/97-ВР art. 59(3)).

    Погано:  {item: "1", act: …} без колонки 1 у таблиці
    Добре:   votes: sessions/2026/sesiia-61.csv, де є колонка 1
    """
    for text in _sessions(site):
        _, sheet = _table(text, site)
        missing = [s for s in _acts(text) if sheet and s.note not in sheet.questions]
        if missing:
            items = ", ".join(said.note for said in missing)
            found = in_header(
                text, missing[0].field,
                f"немає поіменного голосування з питань, що стали актами: {items}. Закон вимагає "
                "його оприлюднити (280/97-ВР, ст. 59, ч. 3). Допишіть колонки в таблицю votes.",
                "votes",
            )  # fmt: skip
            yield replace(found, severity="warning")


@rule("deputy", says="Депутат у таблиці має сторінку з тим самим ім’ям", excusable=True)
def deputies_are_known(site: Site) -> Iterator[Problem]:
    """A deputy in a table of votes has a page, called by the very same name.

    Погано:  «Зразковий Д. П.» у таблиці, «Зразковий Депутат Перший» у people/
    Добре:   те саме ім’я в обох місцях
    """
    known = {plain_name(text.title): text for text in site.all_texts if text.kind == "people"}
    by_surname = {name.split()[0].lower(): name for name in sorted(known, reverse=True)}
    told: set[str] = set()
    for path in sorted(site.files):
        sheet = site.files[path].votes
        for name, line in sheet.deputies if sheet else ():
            if name not in known and name not in told:
                told.add(name)
                yield _stranger(path, line, name, by_surname)


def _stranger(path: str, line: int, name: str, by_surname: Mapping[str, str]) -> Problem:
    near = by_surname.get(name.split()[0].lower())
    hint = (
        f"Можливо, «{near}»? Напишіть ім’я так само."
        if near
        else "Додайте файл у people/ або напишіть ім’я так, як там."
    )
    message = f"«{name}» немає серед осіб сайту. {hint}"
    return Problem(
        path=path, line=line, field="таблиця", message=message, rule="deputy", severity="warning"
    )


def _sessions(site: Site) -> Iterator[Text]:
    return (text for text in site.all_texts if text.kind == "sessions")


def _acts(text: Text) -> list[Mention]:
    return [said for said in text.mentions if said.sort == "act" and said.field.endswith(".act")]


def _table(text: Text, site: Site) -> tuple[str, Sheet | None]:
    """Return the path and the columns of a session's table, ``None`` of one with faults."""
    path = next((said.target for said in text.mentions if said.field == "votes"), "")
    file = site.files.get(path)
    return path, file.votes if file else Sheet((), (), ())
