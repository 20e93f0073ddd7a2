"""What is kept of a text for search when it is read: its words, counted. No dictionary yet."""

from collections import Counter
from collections.abc import Iterator

from pydantic_core import to_json

from plugins.council.header import Contact, Header, Person, Session
from plugins.council.markdown import Body
from plugins.council.text import Text
from plugins.output.extract import Extract
from plugins.search.attached import words_of_file
from plugins.search.folding import TABLE
from plugins.search.phrases import dump_pairs, pairs
from plugins.search.scanning import Scanned, scan

_MONTHS = tuple(TABLE["months"])

Counted = tuple[list[str], list[int], list[int], str]
"""Words; how often each stands in the title; in the text; which of them stand side by side."""


def words_of_text(text: Text, body: Body) -> str:
    """Return the words of a title and a text as JSON, see ``counted``."""
    header = text.header
    title = scan(f"{text.title}\n{text.number}")
    said = [*_said(header), body.text]
    if text.day is not None:
        title.joined.append(text.day.isoformat())
        said.append(f"{text.day.day} {_MONTHS[text.day.month - 1]} {text.day.year}")
    return dumped(counted(title, scan("\n".join(said))))


def counted(title: Scanned, text: Scanned) -> Counted:
    """Return the words with how often each stands in the title and in the text; their pairs."""
    in_title = Counter([*title.words, *title.joined])
    in_text = Counter([*text.words, *text.joined])
    words = list(dict.fromkeys([*in_title, *in_text]))
    beside = dump_pairs(pairs(title.words) + pairs(text.words))
    return words, [in_title[one] for one in words], [in_text[one] for one in words], beside


def dumped(found: Counted) -> str:
    """Return counted words as JSON."""
    return to_json(found).decode()


def _said(header: Header) -> Iterator[str]:
    """Yield what a header says to readers beside the title."""
    yield header.summary
    for name in ("place", "author", "position", "address"):
        yield getattr(header, name, "")
    if isinstance(header, Contact):
        yield from (*header.phones, *header.email)
    if isinstance(header, Person):
        for mandate in header.mandates:
            yield from (mandate.faction, mandate.office, *mandate.commissions)
    if isinstance(header, Session):
        for question in header.agenda:
            yield from (question.title, question.reporter)


EXTRACT = Extract("search", words_of_text, words_of_file)
