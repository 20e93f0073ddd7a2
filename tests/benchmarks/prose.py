"""Bodies of synthetic texts: points of acts, paragraphs of news, a table, a list, a quotation."""

from collections.abc import Iterator, Sequence
from random import Random

from tests.benchmarks import words

Linked = Sequence[tuple[str, str]]
"""Texts to link to: (title, path from the content folder)."""

NOTICE = "ЗРАЗОК. Такого документа немає: текст створено, щоб виміряти швидкість."


def act(rng: Random, topic: str, resolved: str, linked: Linked) -> str:
    """Return an act; ``resolved`` is what the body did («ВИРІШИВ»)."""
    blocks = [NOTICE, _ground(rng, topic), f"{resolved}:"]
    for number in range(1, rng.randint(6, 9)):
        blocks.extend(_point(rng, topic, number))
    blocks.extend(f"Див. також [{title}]({path})." for title, path in linked)
    if rng.random() < 0.2:
        blocks.append(_table(rng, topic))
    return "\n\n".join([*blocks, "Посада підписанта (зразок)"]) + "\n"


def story(rng: Random, topic: str, linked: Linked, paragraphs: int) -> str:
    """Return a piece of news or an announcement."""
    blocks = [f"**Зразок.** {_news(rng, topic)}"]
    blocks.extend(_paragraph(rng, topic) for _ in range(paragraphs // 2))
    blocks.append(f"## Що відомо про {rng.choice(words.NOUNS)} {_subject(rng, topic)}")
    blocks.extend(_paragraph(rng, topic) for _ in range(paragraphs - paragraphs // 2))
    blocks.extend(f"Раніше про це: [{title}]({path})." for title, path in linked)
    for share, block in ((0.3, _list), (0.2, _table), (0.25, _quote)):
        if rng.random() < share:
            blocks.append(block(rng, topic))
    return "\n\n".join(blocks) + "\n"


def sentence(rng: Random, topic: str, pattern: str) -> str:
    """Return a pattern with its blanks filled."""
    return pattern.format(noun=rng.choice(words.NOUNS), subject=_subject(rng, topic))


def _subject(rng: Random, topic: str) -> str:
    return rng.choice(words.SUBJECTS[topic])


def _ground(rng: Random, topic: str) -> str:
    return (
        f"Розглянувши матеріали про {rng.choice(words.NOUNS)} {_subject(rng, topic)}, "
        f"{rng.choice(words.GROUNDS)}, з метою впорядкувати роботу та поінформувати мешканців"
    )


def _point(rng: Random, topic: str, number: int) -> Iterator[str]:
    task = sentence(rng, topic, rng.choice(words.TASKS))
    who = rng.choice(words.DATIVE)
    head = f"{number}. {who[0].upper()}{who[1:]} {task} {rng.choice(words.GROUNDS)}"
    if rng.random() < 0.6:
        yield f"{head} {rng.choice(words.DEADLINES)}."
        return
    yield f"{head}, а саме:"
    parts = rng.randint(2, 4)
    for part in range(1, parts + 1):
        mark = f"{number}.{part}." if number % 2 else f"{part})"
        end = "." if part == parts else ";"
        detail = sentence(rng, topic, rng.choice(words.DETAILS))
        yield f"{mark} подати {detail} {rng.choice(words.DEADLINES)}{end}"


def _news(rng: Random, topic: str) -> str:
    did = sentence(rng, topic, rng.choice(words.DID))
    who = rng.choice(words.WHO)
    return f"{rng.choice(words.WHEN)} {who[0].lower()}{who[1:]} {did}."


def _paragraph(rng: Random, topic: str) -> str:
    return f"{_news(rng, topic)} {rng.choice(words.ADDITIONS)} {_news(rng, topic)}"


def _list(rng: Random, topic: str) -> str:
    items = (sentence(rng, topic, rng.choice(words.DETAILS)) for _ in range(rng.randint(3, 5)))
    return "Просимо надати:\n\n" + ";\n".join(f"- {item}" for item in items) + "."


def _table(rng: Random, topic: str) -> str:
    rows = (
        f"| {rng.choice(words.NOUNS)} {_subject(rng, topic)} | {rng.randint(1, 900)} | "
        f"{rng.randint(1, 900)} |"
        for _ in range(rng.randint(3, 6))
    )
    return "\n".join(["| Показник | План | Факт |", "| --- | ---: | ---: |", *rows])


def _quote(rng: Random, _: str) -> str:
    return f"> {rng.choice(words.QUOTES)} {rng.choice(words.ADDITIONS)}"
