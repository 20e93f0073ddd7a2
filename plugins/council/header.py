"""The schema of headers: one record per kind of content, the single grammar of the project.

``make check``, the pages, the data and (later) the web editor's form all read it from here;
docs/content-guide.md explains it to editors. Field names are Akoma Ntoso's and schema.org's
where those have one.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from plugins.council.dates import instant, over
from plugins.council.fields import (
    Amount,
    ContentPath,
    Day,
    Email,
    Many,
    Moment,
    Number,
    Once,
    Ordinal,
    Phone,
    Slug,
    Target,
    Text,
    Truth,
    Verbatim,
    Web,
)
from plugins.council.header_base import Header, Lang, Part, State, Texts, Verbatims, in_order
from plugins.council.header_mandate import Mandate
from plugins.council.header_session import Question, Session

__all__ = [
    "KINDS", "LEVELS", "Act", "Alert", "Announcement", "Bill", "Consultation", "Contact", "Header",
    "Lang", "Level", "Mandate", "Minutes", "News", "Outcome", "Page", "Person", "Question",
    "Relation", "Report", "Reported", "Service", "Session", "State", "Unit", "Withdrawal",
]  # fmt: skip


class Relation(Part):
    """What another act is to this one: an act of the archive, or an external one by name."""

    act: Verbatim | None = None
    external: Text | None = None
    url: Web | None = None
    note: Text = ""

    @model_validator(mode="after")
    def _one_target(self) -> "Relation":
        if (self.act is None) == (self.external is None):
            raise ValueError(
                "тут має бути один акт. Напишіть {act: miska-rada/rishennia/2021/1}, "
                'якщо він є на сайті, інакше {external: "Закон України № 280/97-ВР"}.'
            )
        return self


class Withdrawal(Part):
    """A tombstone: the text was published by mistake; the reason stays public."""

    date: Day
    reason: Text = Field(min_length=1)


class Outcome(Part):
    """How a bill ended: the act it became, the day of rejection, or a report."""

    act: Verbatim | None = None
    rejected: Day | None = None
    report: ContentPath | None = None

    @model_validator(mode="after")
    def _one_end(self) -> "Outcome":
        if sum(end is not None for end in (self.act, self.rejected, self.report)) != 1:
            raise ValueError(
                "тут має бути щось одне: {act: miska-rada/rishennia/2021/1}, "
                "{rejected: 2026-11-27} або {report: files/zvit.pdf}."
            )
        return self


class Reported(Header):
    """Texts that tell of acts: linked both ways."""

    date: Moment
    about: Verbatims = ()


class News(Reported):
    """Новина."""


class Announcement(Reported):
    """Оголошення or анонс of an event; schema.org Event when it has ``starts``."""

    starts: Moment | None = None
    ends: Moment | None = None
    place: Text = ""

    @model_validator(mode="after")
    def _ends_after_start(self) -> "Announcement":
        in_order(self.starts, self.ends)
        return self


class Report(Reported):
    """Звіт for a period such as 2026-Q3."""

    period: Verbatim = ""


class Act(Header):
    """Акт of a body: рішення, розпорядження, наказ (law 280/97-ВР art. 59)."""

    body: Slug
    kind: Slug
    number: Number
    adopted: Day
    published: Moment | None = None
    effective_from: Day | None = None
    convocation: Ordinal | None = None
    session: Ordinal | None = None
    normative: Truth | None = None
    adopted_from: Verbatim | None = None
    amends: tuple[Relation, ...] = ()
    repeals: tuple[Relation, ...] = ()
    suspends: tuple[Relation, ...] = ()
    restores: tuple[Relation, ...] = ()
    implements: tuple[Relation, ...] = ()
    corrects: tuple[Relation, ...] = ()
    withdrawn: Withdrawal | None = None
    signature: ContentPath | None = None


class Bill(Header):
    """Проєкт рішення, public before it is considered (law 2939-VI art. 15(3))."""

    body: Slug
    kind: Slug
    number: Number
    published: Moment
    author: Text = ""
    consider_on: Day | None = None
    comments_until: Moment | None = None
    comments_to: Email | None = None
    regulatory: Truth | None = None
    explanatory_note: ContentPath | None = None
    outcome: Outcome | None = None
    withdrawn: Withdrawal | None = None


class Consultation(Header):
    """Консультація з громадськістю: notice, term, report (law 3841-IX).

    ``report`` is a text of ``reports/`` or a file.
    """

    body: Slug
    published: Moment
    comments_until: Moment | None = None
    comments_to: Email | None = None
    report: ContentPath | None = None


class Minutes(Header):
    """Протокол of a sitting, with votes by name (law 280/97-ВР art. 59(3))."""

    body: Slug
    date: Moment
    session: Ordinal | None = None


class Page(Header):
    """A standing page; ``menu`` orders it among its neighbours."""

    menu: int | None = None


class Contact(Header):
    """What units, persons and services share."""

    phones: Annotated[tuple[Phone, ...], Many, Once] = ()
    email: Annotated[tuple[Email, ...], Many, Once] = ()
    address: Text = ""
    hours: Texts = ()
    reception: Texts = ()
    menu: int | None = None


class Post(Part):
    """One line of a unit's staff list: a position and how many of them there are."""

    position: Text = Field(min_length=1)
    number: Amount


class Unit(Contact):
    """Підрозділ of the council; ``head`` is a person's file or a name."""

    head: Verbatim | None = None
    parent: ContentPath | None = None
    staff: tuple[Post, ...] = ()


class Person(Contact):
    """Посадова особа or deputy; only what is public by office."""

    position: Text = ""
    unit: ContentPath | None = None
    mandates: tuple[Mandate, ...] = ()


class Service(Contact):
    """Послуга: the body says the steps; ``unit`` provides it."""

    unit: ContentPath | None = None


Level = Literal["info", "warning", "danger", "emergency"]
LEVELS: tuple[Level, ...] = ("info", "warning", "danger", "emergency")
"""How grave an alert is, the gravest last."""


class Alert(Header):
    """Сповіщення shown on every page between ``starts`` and ``ends``."""

    level: Level
    starts: Moment
    ends: Moment | None = None
    text: Text = ""
    link: Target | None = None

    @property
    def over_at(self) -> datetime | None:
        """When it is over: at its end, or at its expiry when that comes first."""
        moments = [over(self.ends)] if self.ends is not None else []
        moments += [instant(self.expires_at)] if self.expires_at is not None else []
        return min(moments, default=None)

    @model_validator(mode="after")
    def _ends_after_start(self) -> "Alert":
        in_order(self.starts, self.ends)
        return self


KINDS: dict[str, type[Header]] = {
    "news": News,
    "announcements": Announcement,
    "reports": Report,
    "acts": Act,
    "bills": Bill,
    "consultations": Consultation,
    "minutes": Minutes,
    "sessions": Session,
    "pages": Page,
    "units": Unit,
    "people": Person,
    "services": Service,
    "alerts": Alert,
}
"""The folder of ``content/`` gives the kind of content."""
