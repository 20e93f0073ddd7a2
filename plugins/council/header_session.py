"""What the header of a session says: its notice, agenda, votes, recording and minutes."""

from pydantic import Field, model_validator

from plugins.council.dates import as_date
from plugins.council.fields import (
    ContentPath,
    Day,
    FieldError,
    Moment,
    Number,
    Ordinal,
    Slug,
    Text,
    Truth,
    Verbatim,
    Web,
)
from plugins.council.header_base import Header, Part, in_order
from plugins.council.sessions import Result, anchor


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
    convocation: Ordinal
    number: Number
    date: Moment
    ends: Moment | None = None
    place: Text = ""
    announced: Moment | None = None
    exceptional: Truth = False
    agenda: tuple[Question, ...] = ()
    votes: ContentPath | None = None
    video: Web | None = None
    video_published: Day | None = None
    minutes: ContentPath | None = None

    @model_validator(mode="after")
    def _in_time(self) -> "Session":
        in_order(self.date, self.ends, beside="date")
        if self.announced is not None and as_date(self.announced) > as_date(self.date):
            raise FieldError(
                "announced", "сесію оголошено пізніше, ніж проведено. Виправте дати.", beside="date"
            )
        return self

    @model_validator(mode="after")
    def _video_follows(self) -> "Session":
        since = self.video_published
        if since is not None and (self.video is None or since < as_date(self.date)):
            wrong = "відео немає" if self.video is None else "відео опубліковано до сесії"
            advice = "Додайте video або вилучіть" if self.video is None else "Виправте"
            raise FieldError(
                "video_published", f"{wrong}. {advice} цю дату.", beside="video_published"
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
