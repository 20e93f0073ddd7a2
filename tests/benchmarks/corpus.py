"""A council's archive made by arithmetic: the same texts for the same size and seed, no network.

60 % acts, 25 % news, 15 % announcements, some 4.4 kB each, unevenly over 2010–2026 and in the
order of their dates: a relation or a link always leads to an earlier text.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from plugins.council.numbers import number_slug
from plugins.council.transliteration import slug
from tests.benchmarks import prose, words
from tests.benchmarks.document import Document, Kind

SEED = 2026
SHARES: dict[Kind, int] = {"acts": 60, "news": 25, "announcements": 15}
SECTIONS: dict[Kind, str] = {
    "acts": "dokumenty", "news": "novyny", "announcements": "oholoshennia",
}  # fmt: skip

YEARS = {
    2010: 2, 2011: 3, 2012: 3, 2013: 4, 2014: 2, 2015: 4, 2016: 6, 2017: 7, 2018: 8, 2019: 9,
    2020: 8, 2021: 10, 2022: 4, 2023: 6, 2024: 7, 2025: 9, 2026: 8,
}  # fmt: skip
"""Year → its weight in the archive."""

LAST = date(2026, 10, 30)
RECENT = 400  # texts back to which links and relations lead

ISSUERS = (
    ("miska-rada", "rishennia", "Міська рада ВИРІШИЛА", 35),
    ("vykonkom", "rishennia", "Виконавчий комітет ВИРІШИВ", 35),
    ("miskyi-holova", "rozporiadzhennia", "ЗОБОВ’ЯЗУЮ", 20),
    ("mva", "rozporiadzhennia", "ЗОБОВ’ЯЗУЮ", 7),
    ("mva", "nakaz", "НАКАЗУЮ", 3),
)
"""(body, kind of act, how its resolution begins, share in per cent)."""


@dataclass
class _Past:
    """What has been written so far: later texts lead to it, numbers go on from it."""

    texts: list[Document] = field(default_factory=list)
    acts: list[Document] = field(default_factory=list)
    repealed: set[str] = field(default_factory=set)
    counts: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def next(self, *series: str) -> int:
        self.counts[series] += 1
        return self.counts[series]

    def add(self, document: Document) -> None:
        self.texts.append(document)
        if document.kind == "acts":
            self.acts.append(document)
            self.repealed.update(path for key, _, path in document.relations if key == "repeals")


def make_corpus(size: int, images: int = 0, seed: int = SEED) -> tuple[Document, ...]:
    """Return ``size`` texts in the order of their dates; the first ``images`` news have one."""
    past = _Past()
    for index, day in enumerate(_days(size)):
        rng = Random(f"{seed} {index}")
        (kind,) = rng.choices(list(SHARES), list(SHARES.values()))
        topic = rng.choice(list(words.SUBJECTS))
        if kind == "acts":
            past.add(_act(rng, topic, day, past))
        else:
            past.add(_dispatch(rng, kind, topic, day, past, images))
    return tuple(past.texts)


def lone_act(serial: int, day: date) -> Document:
    """Return an act beside the corpus, one for each ``serial``, that refers to no other text."""
    rng = Random(f"{SEED} lone {serial}")
    past = _Past(counts=Counter({("vykonkom", "rishennia", str(day.year)): 90_000 + serial}))
    return _act(rng, "voda", day, past, issuer=1)


def _days(size: int) -> Iterator[date]:
    """Yield a day for each text: years by their weights, working days, the summer thinner."""
    total, past = sum(YEARS.values()), 0
    bounds = []
    for year, weight in YEARS.items():
        bounds.append((year, size * past // total, size * (past + weight) // total))
        past += weight
    for year, start, end in bounds:
        first = date(year, 1, 4)
        length = (min(date(year, 12, 28), LAST) - first).days
        for index in range(start, end):
            share = (index - start) / (end - start)
            yield _working_day(first + timedelta(days=int(length * share**1.2)))


def _working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _title(rng: Random, topic: str, pattern: str) -> tuple[str, str]:
    """Return a title and what it is about, from which the file's name is made."""
    about = f"{rng.choice(words.NOUNS)} {rng.choice(words.SUBJECTS[topic])}"
    return pattern.format(about), about


def _topics(rng: Random, topic: str) -> tuple[str, ...]:
    if rng.random() < 0.15:
        return ()
    other = rng.choice(list(words.SUBJECTS))
    return (topic, other) if other != topic and rng.random() < 0.3 else (topic,)


def _linked(rng: Random, past: list[Document], share: float) -> list[tuple[str, str]]:
    if not past or rng.random() > share:
        return []
    chosen = {rng.choice(past[-RECENT:]).path: None for _ in range(rng.randint(1, 2))}
    titles = {document.path: document.title for document in past[-RECENT:]}
    return [(titles[path], path) for path in chosen]


def _act(rng: Random, topic: str, day: date, past: _Past, issuer: int | None = None) -> Document:
    # A military administration issues acts since 2022; the archive before has none of its.
    there = ISSUERS if day.year > 2022 else ISSUERS[:3]
    chosen = rng.choices(there, [share for *_, share in there])[0]
    body, kind, resolved, _ = chosen if issuer is None else ISSUERS[issuer]
    count = past.next(body, kind, str(day.year))
    number = f"{count // 40 + 1}/VIII-{count}" if body == "miska-rada" else str(count)
    title, _ = _title(rng, topic, "Про {} (зразок)")
    name = number_slug(number)
    return Document(
        kind="acts",
        path=f"acts/{day.year}/{body}-{kind}-{name}.md",
        address=f"/dokumenty/{body}/{kind}/{day.year}/{name}/",
        title=title,
        summary=prose.sentence(rng, topic, "Зразок акта про {noun} {subject}: завдання і строки."),
        moment=day,
        topics=_topics(rng, topic),
        text=prose.act(rng, topic, resolved, _linked(rng, past.texts, 0.3)),
        body=body,
        act_kind=kind,
        number=number,
        relations=_relations(rng, past),
    )


def _relations(rng: Random, past: _Past) -> tuple[tuple[str, str, str], ...]:
    """Return what an act says of an earlier one; nobody amends what is repealed already."""
    if not past.acts or rng.random() > 0.15:
        return ()
    earlier = rng.choice(past.acts[-RECENT:])
    (key,) = rng.choices(("amends", "implements", "repeals"), (6, 3, 1))
    if earlier.path in past.repealed:
        key = "implements"
    return ((key, earlier.identity, earlier.path),)


def _dispatch(
    rng: Random, kind: Kind, topic: str, day: date, past: _Past, images: int
) -> Document:  # fmt: skip
    """Return a piece of news or an announcement."""
    is_news = kind == "news"
    count = past.next(kind)
    pattern = "Новини міста: {} (зразок)" if is_news else "Оголошення: {} (зразок)"
    title, about = _title(rng, topic, pattern)
    name = f"{slug(about)}-{count}"
    moment = datetime.combine(day, time(rng.randint(8, 18), rng.randrange(0, 60, 5)))
    linked = _linked(rng, past.texts, 0.6)
    reported = past.acts[-1].identity if past.acts and rng.random() < 0.2 else ""
    return Document(
        kind=kind,
        path=f"{kind}/{day.year}/{day}-{name}.md",
        address=f"/{SECTIONS[kind]}/{day.year}/{name}/",
        title=title,
        summary=prose.sentence(rng, topic, "Зразок тексту про {noun} {subject}. Подію вигадано."),
        moment=moment,
        topics=_topics(rng, topic),
        text=prose.story(rng, topic, linked, rng.randint(4, 7) if is_news else rng.randint(3, 6)),
        about=(reported,) if reported and is_news else (),
        starts=None if is_news else moment + timedelta(days=14),
        place="" if is_news else rng.choice(words.PLACES),
        image=f"images/zrazok-{count}.jpg" if is_news and count <= images else "",
    )
