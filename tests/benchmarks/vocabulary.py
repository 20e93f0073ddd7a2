"""Words that other generators show and that our site takes from ``content/data/``."""

from functools import cache
from pathlib import Path

from plugins.council.vocabulary import FILES, Vocabulary, read_vocabulary
from tests.benchmarks.document import Document

DATA = Path(__file__).parents[2] / "content" / "data"
RELATIONS = {"amends": "Змінює", "implements": "Виконує", "repeals": "Скасовує"}
SCHEMAS = {"acts": "Legislation", "news": "NewsArticle", "announcements": "Event"}


@cache
def vocabulary() -> Vocabulary:
    """Return the project's own words: bodies, kinds of acts, topics, the site."""
    return read_vocabulary({name: (DATA / name).read_bytes() for name in FILES})


def facts(document: Document) -> list[tuple[str, str]]:
    """Return what stands in the table beside a text, as our pages show it."""
    words = vocabulary()
    if document.kind == "acts":
        return [
            ("Орган", words.bodies[document.body].name()),
            ("Вид", words.act_kinds[document.act_kind].name()),
            ("Номер", document.number),
            ("Ухвалено", f"{document.moment:%d.%m.%Y}"),
            ("Оприлюднено", f"{document.moment:%d.%m.%Y}"),
        ]
    if document.starts:
        return [("Коли", f"{document.starts:%d.%m.%Y, %H:%M}"), ("Де", document.place)]
    return []
