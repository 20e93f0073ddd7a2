"""What headers of all kinds share: pictures, files, changes, excuses, dates of publication."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from plugins.council.dates import as_date, instant, long_moment
from plugins.council.fields import (
    Address,
    ContentPath,
    Day,
    FieldError,
    Many,
    Moment,
    Once,
    Slug,
    Summary,
    Text,
    Title,
    Truth,
    Verbatim,
)

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


def in_order(starts: Moment | None, ends: Moment | None, beside: str = "starts") -> None:
    """Refuse an end before the beginning; one without a time means some hour of that day."""
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
