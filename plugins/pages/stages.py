"""Where a bill or a consultation stands, in words that turn by themselves, and how to comment."""

from urllib.parse import quote

from plugins.council.addresses import ICS
from plugins.council.dates import iso, long_moment
from plugins.council.discussion import Stage
from plugins.council.header import Bill, Consultation, Contact
from plugins.council.text import Text
from plugins.pages.page_inputs import PageInputs
from plugins.pages.shared import Shared
from plugins.pages.view import DiscussionView, Link, StageView


def stage_words(text: Text, stage: Stage, shared: Shared) -> str:
    """Return «Обговорення відкрито до 14 грудня 2026, 18:00», «Розглянуто: відхилено»."""
    said = text.discussion
    if stage == "considered" and said:
        return shared.word(f"stage_considered_{said.ending}")
    until = said.comments_until if said else None
    date = long_moment(until, shared.lang) if stage == "open" and until is not None else ""
    return shared.word(f"stage_{stage}", date=date)


def stage_view(text: Text, stage: Stage | None, shared: Shared) -> StageView | None:
    """Return the words of a stage, and those that take their place at its end."""
    if stage is None or text.discussion is None:
        return None
    ends = text.discussion.turns if stage in ("undated", "open") else None
    return StageView(
        words=stage_words(text, stage, shared),
        until=iso(ends) if ends else "",
        then=stage_words(text, "awaiting", shared) if ends else "",
    )


def discussion_view(inputs: PageInputs, shared: Shared) -> DiscussionView | None:
    """Return what a page says of the discussion; while it is open, how to take part in it."""
    text = inputs.text
    stage = stage_view(text, inputs.stage, shared)
    if stage is None:
        return None
    if inputs.stage != "open":
        return DiscussionView(stage=stage)
    mail = _mail(inputs, shared)
    phone = shared.frame.phone
    return DiscussionView(
        stage=stage,
        comment=_letter(mail, text, shared) if mail else None,
        otherwise="" if mail else shared.word("comment_otherwise"),
        phone=Link(title=phone, url=shared.frame.phone_href) if phone and not mail else None,
        address="" if mail else shared.frame.address,
        calendar=None if shared.is_preview else _calendar(text, shared),
    )


def _calendar(text: Text, shared: Shared) -> Link:
    return Link(title=shared.word("to_calendar"), url=f"{text.address}{ICS}")


def _mail(inputs: PageInputs, shared: Shared) -> str:
    """Return where comments go: the text says so, else its body, else the unit that owns it."""
    header = inputs.text.header
    assert isinstance(header, Bill | Consultation)
    owner = inputs.owner.header if inputs.owner else None
    of_owner = owner.email[0] if isinstance(owner, Contact) and owner.email else ""
    of_body = shared.vocabulary.bodies[header.body].details.get("email")
    return header.comments_to or str(of_body or "") or of_owner


def _letter(mail: str, text: Text, shared: Shared) -> Link:
    """Return a letter with its subject and first lines (RFC 6068: lines end in CRLF)."""
    subject = shared.word("comment_subject", title=text.title)
    body = shared.word("comment_body", title=text.title, url=shared.absolute(text.address))
    body = body.replace("\n", "\r\n")
    url = f"mailto:{quote(mail, safe='@')}?subject={quote(subject)}&body={quote(body)}"
    return Link(title=shared.word("comment"), url=url)
