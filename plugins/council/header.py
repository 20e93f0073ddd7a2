"""The schema of headers: one record per kind of content, the single grammar of the project.

``make check``, the pages, the data and (later) the web editor's form all read it from here;
docs/content-guide.md explains it to editors. Field names are Akoma Ntoso's and schema.org's
where those have one.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from plugins.council.dates import as_date, instant, long_moment
from plugins.council.fields import (
    Address,
    ContentPath,
    Day,
    Email,
    FieldError,
    Many,
    Moment,
    Number,
    Once,
    Slug,
    Summary,
    Target,
    Text,
    Title,
    Truth,
    Verbatim,
    Web,
)
from plugins.council.sessions import Result, anchor

Lang = Literal["uk", "en"]
State = Literal["unfinished", "ready"]
Texts = Annotated[tuple[Text, ...], Many]
Verbatims = Annotated[tuple[Verbatim, ...], Many, Once]


class Part(BaseModel):
    """A frozen piece of a header; unknown keys are errors.

    Validators are built when first needed: an edit of a news item does without those of acts,
    and starts some 20 ms sooner.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class GalleryItem(Part):
    """One picture of a gallery."""

    file: ContentPath
    alt: Text = Field(min_length=1)
    caption: Text = ""


class AttachmentItem(Part):
    """One file beside a text."""

    file: ContentPath
    title: Text = Field(min_length=1)


class Change(Part):
    """A public note of what changed and when; ``major`` changes move «Оновлено».

    Where something was ``redacted``, no version from before is ever shown again (docs/adr/0007).
    """

    date: Moment
    note: Text = Field(min_length=1)
    major: Truth = False
    redacted: Truth = False


class Excuse(Part):
    """A rule that does not apply to this text, with the reason and who approved it."""

    rule: Slug
    reason: Text = Field(min_length=1)
    approved_by: Text = Field(min_length=1)


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


class Header(Part):
    """The keys common to all kinds."""

    title: Title
    summary: Summary = ""
    topics: Annotated[tuple[Slug, ...], Many, Once] = ()
    image: ContentPath | None = None
    image_alt: Text = ""
    image_credit: Text = ""
    gallery: tuple[GalleryItem, ...] = ()
    attachments: tuple[AttachmentItem, ...] = ()
    aliases: Annotated[tuple[Address, ...], Many, Once] = ()
    publish_at: Moment | None = None
    expires_at: Moment | None = None
    review_by: Day | None = None
    owner: Slug | None = None
    lang: Lang = "uk"
    translation_of: ContentPath | None = None
    changes: tuple[Change, ...] = ()
    state: State = "ready"
    allow: tuple[Excuse, ...] = ()

    @model_validator(mode="after")
    def _image_is_described(self) -> "Header":
        if self.image and not self.image_alt:
            raise FieldError(
                "image_alt",
                "немає опису зображення. Додайте рядок «image_alt: що на ньому видно».",
                beside="image",
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
        _in_order(self.starts, self.ends)
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
    convocation: int | None = None
    session: int | None = None
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
    regulatory: Truth | None = None
    explanatory_note: ContentPath | None = None
    outcome: Outcome | None = None
    withdrawn: Withdrawal | None = None


class Minutes(Header):
    """Протокол of a sitting, with votes by name (law 280/97-ВР art. 59(3))."""

    body: Slug
    date: Moment
    session: int | None = None


class Question(Part):
    """One question of an agenda; ``item`` is its number, by which the table of votes calls it.

    ``result`` is what the minutes say; without it the votes are counted.
    """

    item: Verbatim = Field(min_length=1, max_length=20)
    title: Text = Field(min_length=1)
    bill: Verbatim | None = None
    act: Verbatim | None = None
    reporter: Text = ""
    result: Result | None = None

    @model_validator(mode="after")
    def _has_a_place(self) -> "Question":
        anchor(self.item)  # raises ValueError for a number of which no address can be made
        return self


class Session(Header):
    """Сесія: from its notice to its minutes and video (law 280/97-ВР art. 46, 59).

    ``date`` is when it begins, ``announced`` when its time and questions were made public;
    ``votes`` is a table beside it (votes.py), ``minutes`` the file of a minutes text.
    """

    body: Slug
    convocation: int
    number: Number
    date: Moment
    ends: Moment | None = None
    place: Text = ""
    announced: Moment | None = None
    exceptional: Truth = False
    agenda: tuple[Question, ...] = ()
    votes: ContentPath | None = None
    video: Web | None = None
    minutes: ContentPath | None = None

    @model_validator(mode="after")
    def _in_time(self) -> "Session":
        _in_order(self.date, self.ends, beside="date")
        if self.announced is not None and as_date(self.announced) > as_date(self.date):
            raise FieldError(
                "announced", "сесію оголошено пізніше, ніж проведено. Виправте дати.", beside="date"
            )
        return self

    @model_validator(mode="after")
    def _questions_differ(self) -> "Session":
        places = [anchor(question.item) for question in self.agenda]
        for number, place in enumerate(places):
            if place in places[:number]:
                item = self.agenda[number].item
                raise FieldError(
                    "agenda", f"питання {item} стоїть двічі. Дайте кожному свій номер.", "agenda"
                )
        return self


class Page(Header):
    """A standing page; ``menu`` orders it among its neighbours."""

    menu: int | None = None


class Contact(Header):
    """What units, persons and services share."""

    phones: Verbatims = ()
    email: Annotated[tuple[Email, ...], Many, Once] = ()
    address: Text = ""
    hours: Texts = ()
    reception: Texts = ()
    menu: int | None = None


class Unit(Contact):
    """Підрозділ of the council; ``head`` is a person's file or a name."""

    head: Verbatim | None = None
    parent: ContentPath | None = None


class Mandate(Part):
    """Мандат of a deputy in one convocation; what is not known stays empty."""

    model_config = ConfigDict(serialize_by_alias=True)

    body: Slug
    convocation: int
    since: Day | None = Field(default=None, alias="from")
    until: Day | None = Field(default=None, alias="to")
    faction: Text = ""
    commissions: Texts = ()
    district: Text = ""
    office: Text = ""


class Person(Contact):
    """Посадова особа or deputy; only what is public by office."""

    position: Text = ""
    unit: ContentPath | None = None
    mandates: tuple[Mandate, ...] = ()


class Service(Contact):
    """Послуга: the body says the steps; ``unit`` provides it."""

    unit: ContentPath | None = None


class Alert(Header):
    """Сповіщення shown on every page between ``starts`` and ``ends``."""

    level: Literal["info", "warning", "danger", "emergency"]
    starts: Moment
    ends: Moment | None = None
    text: Text = ""
    link: Target | None = None

    @model_validator(mode="after")
    def _ends_after_start(self) -> "Alert":
        _in_order(self.starts, self.ends)
        return self


def _in_order(starts: Moment | None, ends: Moment | None, beside: str = "starts") -> None:
    """An end without a time means some hour of that day."""
    if starts is None or ends is None:
        return
    timed = isinstance(ends, datetime)
    early = instant(ends) < instant(starts) if timed else ends < as_date(starts)
    if early:
        raise FieldError(
            "ends",
            f"закінчується раніше, ніж починається ({long_moment(starts)}). Виправте дати.",
            beside=beside,
        )


KINDS: dict[str, type[Header]] = {
    "news": News,
    "announcements": Announcement,
    "reports": Report,
    "acts": Act,
    "bills": Bill,
    "minutes": Minutes,
    "sessions": Session,
    "pages": Page,
    "units": Unit,
    "people": Person,
    "services": Service,
    "alerts": Alert,
}
"""The folder of ``content/`` gives the kind of content."""
