"""Texts as lists show them."""

from collections.abc import Mapping

from plugins.council.bodies import acts_now, is_sitting
from plugins.council.dates import Moment, iso, long_date, long_moment, numeric_date
from plugins.council.discussion import Stage
from plugins.council.files import ContentFile
from plugins.council.header import Person, Unit
from plugins.council.status import IN_FORCE, Standing
from plugins.council.text import Text
from plugins.pages.pictures import IN_CARD, lead_picture
from plugins.pages.shared import Shared
from plugins.pages.stages import stage_view
from plugins.pages.view import Card, When

_LINES = {"acts": "act_line", "bills": "bill_line", "sessions": "session_line"}
"""The words that tell apart what has a number."""


def when(moment: Moment | None, shared: Shared, *, time: bool = False) -> When | None:
    """Return a moment in the page's language; its time only where it matters."""
    if moment is None:
        return None
    text = long_moment(moment, shared.lang) if time else long_date(moment, shared.lang)
    return When(text=text, iso=iso(moment))


def kind_word(text: Text, shared: Shared) -> str:
    """Return what kind of text it is: «Рішення», «Новина»."""
    if text.kind == "acts":
        return shared.vocabulary.act_kinds[text.act_kind].name(shared.lang)
    if is_sitting(text, shared.vocabulary):
        return shared.word("kind_sitting")
    return shared.word(f"kind_{text.kind}")


def line(text: Text, shared: Shared, *, numeric: bool = False) -> str:
    """Return «Рішення № 5/VIII-194 від 24 лютого 2021» of an act or bill, else nothing."""
    if not text.number or text.moment is None:
        return ""
    key = _LINES[text.kind]
    date = numeric_date(text.moment) if numeric else long_date(text.moment, shared.lang)
    return shared.word(key, kind=kind_word(text, shared), number=text.number, date=date)


def _numbered(text: Text, shared: Shared) -> str:
    """Return «Рішення № 5/VIII-194»: the date has its own place on a card."""
    if not text.number:
        return ""
    return shared.word("card_line", kind=kind_word(text, shared), number=text.number)


def _issuer(text: Text, shared: Shared) -> str:
    """Return the body that issued an act, in short."""
    if text.kind != "acts":
        return ""
    return shared.vocabulary.bodies[text.body].detail("short", shared.lang)


def _former(text: Text, shared: Shared) -> str:
    if text.kind != "acts" or acts_now(shared.vocabulary.bodies[text.body]) is not False:
        return ""
    return shared.word("body_acts_no_longer")


def card(
    text: Text, shared: Shared, *, files: Mapping[str, ContentFile] | None = None,
    summary: bool = True, kind: bool = True, expired: bool = False, standing: Standing = IN_FORCE,
    stage: Stage | None = None,
) -> Card:  # fmt: skip
    """Return the card of a text; with its picture when ``files`` are given.

    In a list of one ``kind`` its name says nothing.
    """
    return Card(
        title=text.title,
        url=text.address,
        kind=kind_word(text, shared) if kind else "",
        when=when(text.moment, shared),
        summary=summary_of(text) if summary else _role(text),
        line=_numbered(text, shared),
        issuer=_issuer(text, shared),
        former=_former(text, shared),
        mark=_mark(text, shared, expired, standing),
        stage=stage_view(text, stage, shared),
        lang=text.lang if text.lang != shared.lang else None,
        picture=lead_picture(text, files, sizes=IN_CARD) if files else None,
    )


def summary_of(text: Text) -> str:
    """Return the summary, or the beginning of the body."""
    return text.header.summary or text.excerpt


def _role(text: Text) -> str:
    if text.kind not in ("people", "units"):
        return ""
    match text.header:
        case Person(position=position):
            return position
        case Unit(summary=summary):
            return summary
    return ""


def _mark(text: Text, shared: Shared, expired: bool, standing: Standing) -> str:
    if text.withdrawn:
        return shared.word("withdrawn_mark")
    if standing.status != "in_force":
        return shared.word(f"status_{standing.status}")
    return shared.word("expired_mark") if expired else ""
