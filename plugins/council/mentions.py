"""What a header points to: pictures, files, other texts, acts. One list for rules and relations."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from plugins.council.header import (
    Act,
    Alert,
    Bill,
    Consultation,
    Header,
    Person,
    Relation,
    Reported,
    Service,
    Session,
    Unit,
)
from plugins.council.sessions import anchor

Sort = Literal[
    "picture",
    "file",
    "text",
    "act",
    "external",
    "owner",
    "question",
    "mandate",
    "commission",
    "staff",
]

BETWEEN_ACTS = ("amends", "repeals", "suspends", "restores", "implements", "corrects")
"""What an act may say of other acts."""


class Mention(NamedTuple):
    """One thing that a header points to.

    ``field`` is the key that says so (``gallery.0.file``); ``target`` is a path in content/ of a
    ``picture``, ``file`` or ``text``, the identity of an ``act`` or bill, the words for an
    ``external`` act, the path of the unit that is the ``owner`` (it need not be there), the
    number of a ``question`` in the table of votes, the body of a ``mandate`` or the key or name of
    a ``commission`` with the convocation as ``note``, a position of the ``staff`` with their number
    as ``note``. A relation between acts may have a ``note``, an external act a ``url``; an act on
    an agenda has the place of its question there.
    """

    field: str
    sort: Sort
    target: str
    note: str = ""
    url: str = ""

    @property
    def name(self) -> str:
        """The key by itself: «repeals» of ``repeals.0.act``."""
        return self.field.partition(".")[0]


def mentions(header: Header) -> Iterator[Mention]:
    """Yield all that a header points to."""
    yield from _of_any(header)
    match header:
        case Reported():
            yield from (Mention("about", "act", identity) for identity in header.about)
        case Act():
            yield from _of_act(header)
        case Bill():
            yield from _of_bill(header)
        case Consultation(report=str(path)):
            yield Mention("report", "text" if path.endswith(".md") else "file", path)
        case Unit():
            if header.parent:
                yield Mention("parent", "text", header.parent)
            if header.head and header.head.endswith(".md"):
                yield Mention("head", "text", header.head)
            for number, post in enumerate(header.staff):
                yield Mention(f"staff.{number}", "staff", post.position, str(post.number))
        case Session():
            yield from _of_session(header)
        case Person():
            yield from _of_person(header)
        case Service(unit=str(path)):
            yield Mention("unit", "text", path)
        case Alert(link=str(path)) if ":" not in path and not path.startswith("/"):
            yield Mention("link", "text", path)


def _of_any(header: Header) -> Iterator[Mention]:
    if header.image:
        yield Mention("image", "picture", header.image)
    for number, picture in enumerate(header.gallery):
        yield Mention(f"gallery.{number}.file", "picture", picture.file)
    for number, file in enumerate(header.attachments):
        yield Mention(f"attachments.{number}.file", "file", file.file)
    if header.translation_of:
        yield Mention("translation_of", "text", header.translation_of)
    if header.owner:
        yield Mention("owner", "owner", f"units/{header.owner}.md")


def _of_act(act: Act) -> Iterator[Mention]:
    if act.signature:
        yield Mention("signature", "file", act.signature)
    if act.adopted_from:
        yield Mention("adopted_from", "act", act.adopted_from)
    for field in BETWEEN_ACTS:
        for number, relation in enumerate(getattr(act, field)):
            yield _relation(f"{field}.{number}", relation)


def _relation(field: str, relation: Relation) -> Mention:
    note, url = relation.note, relation.url or ""
    if relation.act:
        return Mention(f"{field}.act", "act", relation.act, note, url)
    return Mention(f"{field}.external", "external", relation.external or "", note, url)


def _of_bill(bill: Bill) -> Iterator[Mention]:
    if bill.explanatory_note:
        yield Mention("explanatory_note", "file", bill.explanatory_note)
    if bill.outcome and bill.outcome.report:
        yield Mention("outcome.report", "file", bill.outcome.report)
    if bill.outcome and bill.outcome.act:
        yield Mention("outcome.act", "act", bill.outcome.act)


def _of_session(session: Session) -> Iterator[Mention]:
    if session.votes:
        yield Mention("votes", "file", session.votes)
    if session.minutes:
        yield Mention("minutes", "text", session.minutes)
    for number, question in enumerate(session.agenda):
        field, item = f"agenda.{number}", question.item
        yield Mention(field, "question", item)
        for name, identity in (("bill", question.bill), ("act", question.act)):
            if identity:
                yield Mention(f"{field}.{name}", "act", identity, item, f"#{anchor(item)}")


def _of_person(person: Person) -> Iterator[Mention]:
    if person.unit:
        yield Mention("unit", "text", person.unit)
    for number, mandate in enumerate(person.mandates):
        convocation = str(mandate.convocation)
        yield Mention(f"mandates.{number}", "mandate", mandate.body, convocation)
        for place, commission in enumerate(mandate.commissions):
            field = f"mandates.{number}.commissions.{place}"
            yield Mention(field, "commission", commission, convocation)
