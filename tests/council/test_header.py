from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from plugins.council.dates import KYIV, iso, numeric_date
from plugins.council.fields import moment_text
from plugins.council.header import KINDS, Act, Announcement, Bill, Header, News, Page, Unit

words = st.text("абвґєіїйь’ –«»-A1:#", min_size=1, max_size=30).filter(str.strip)
slugs = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True)
numbers = st.from_regex(r"[0-9]{1,4}(/[IVX]{1,4}-[0-9]{1,3}|-р)?", fullmatch=True)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
moments = days.map(iso) | st.datetimes(datetime(1992, 1, 1), datetime(2199, 1, 1)).map(  # noqa: DTZ001
    lambda at: moment_text(at.replace(hour=12, tzinfo=KYIV))
)
files = st.sampled_from(["images/a.jpg", "files/Мій файл.pdf"])
truths = st.sampled_from(["так", "ні", "true"])
relations = st.lists(
    st.fixed_dictionaries({"act": slugs}, optional={"note": words})
    | st.fixed_dictionaries({"external": words}, optional={"url": st.just("https://a.b/c")})
)
common = {
    "summary": words,
    "topics": st.lists(slugs) | slugs,
    "image_credit": words,
    "gallery": st.lists(st.fixed_dictionaries({"file": files, "alt": words})),
    "attachments": st.lists(st.fixed_dictionaries({"file": files, "title": words})),
    "aliases": st.lists(slugs.map(lambda slug: f"/{slug}")),
    "publish_at": moments,
    "expires_at": moments,
    "review_by": days.map(numeric_date),
    "lang": st.sampled_from(["uk", "en"]),
    "changes": st.lists(
        st.fixed_dictionaries({"date": moments, "note": words}, optional={"major": truths})
    ),
    "state": st.sampled_from(["ready", "unfinished"]),
}
phones = st.from_regex(r"\+38 \(0[0-9]{3}\) [0-9]{2}-[0-9]{2}-[0-9]{2}", fullmatch=True)
act = {
    "body": slugs,
    "kind": slugs,
    "number": numbers,
    "adopted": days.map(iso),
}
headers = st.one_of(
    st.tuples(
        st.just(News),
        st.fixed_dictionaries({"title": words, "date": moments}, optional=common),
    ),
    st.tuples(
        st.just(Act),
        st.fixed_dictionaries(
            {"title": words, **act},
            optional={
                **common,
                "published": moments,
                "convocation": st.integers(1, 99).map(str),
                "normative": truths,
                "repeals": relations,
                "withdrawn": st.fixed_dictionaries({"date": days.map(iso), "reason": words}),
            },
        ),
    ),
    st.tuples(
        st.just(Unit),
        st.fixed_dictionaries(
            {"title": words},
            optional={**common, "phones": st.lists(phones), "email": st.just("a@b.c")},
        ),
    ),
)


@given(headers)
@settings(deadline=None)
def test_a_header_comes_back_from_json(typed: tuple[type[Header], dict[str, Any]]) -> None:
    """The store's form of a header is read as the same header, in the same words."""
    kind, keys = typed
    header = kind.model_validate(keys)
    stored = header.model_dump(mode="json", exclude_unset=True)
    again = kind.model_validate(stored)
    assert again == header
    assert again.model_dump_json() == header.model_dump_json()
    assert again.model_fields_set == header.model_fields_set


@given(days, st.times().map(lambda at: at.replace(second=0, microsecond=0, hour=12)))
def test_both_spellings_of_a_date_make_one_header(day: date, clock: Any) -> None:
    """A date in ISO order and in ours cannot be told apart once read."""
    iso_like, ours = (
        News.model_validate({"title": "А", "date": f"{written} {clock:%H:%M}"})
        for written in (iso(day), numeric_date(day))
    )
    assert iso_like.model_dump_json() == ours.model_dump_json()


def test_a_number_is_text_and_unknown_dates_are_none() -> None:
    """What YAML would make an integer is the text that was typed."""
    header = Act.model_validate(
        {"title": "А", "body": "b", "kind": "k", "number": "1359", "adopted": "2026-11-01"}
    )
    assert (header.number, header.published, header.normative) == ("1359", None, None)


def test_one_thing_may_stand_where_a_list_is_meant() -> None:
    """`topics: voda` is a list of one, and nothing stands in a list twice."""
    header = Page.model_validate({"title": "А", "topics": "voda", "aliases": ["/a", "/A/", "/b/"]})
    assert (header.topics, header.aliases) == (("voda",), ("/a/", "/b/"))


def test_an_end_without_a_clock_lasts_all_day() -> None:
    """An event may begin at noon and end the same day, but not the day before."""
    header = {"title": "А", "date": "2026-11-01", "starts": "2026-11-02 12:00"}
    assert Announcement.model_validate({**header, "ends": "2026-11-02"}).ends == date(2026, 11, 2)
    for ends in ("2026-11-01", "2026-11-02 11:59"):
        with pytest.raises(ValidationError):
            Announcement.model_validate({**header, "ends": ends})


def test_a_bill_ends_in_one_way() -> None:
    """It became an act, or was rejected, or there is a report; never two of them."""
    bill = {"title": "А", "body": "b", "kind": "k", "number": "1", "published": "2026-11-01"}
    assert Bill.model_validate({**bill, "outcome": {"rejected": "2026-11-02"}}).outcome
    for outcome in ({}, {"act": "a", "rejected": "2026-11-02"}):
        with pytest.raises(ValidationError):
            Bill.model_validate({**bill, "outcome": outcome})


@pytest.mark.parametrize("kind", KINDS.values())
def test_a_header_cannot_be_changed(kind: type[Header]) -> None:
    """Records are frozen, whatever their kind."""
    assert kind.model_config.get("frozen")
    assert kind.model_config.get("extra") == "forbid"


def test_moments_are_stored_in_kyiv_to_the_second() -> None:
    """The form of the store has no zone to be lost."""
    at = datetime(2026, 11, 23, 14, 30, tzinfo=KYIV) + timedelta(seconds=5)
    assert moment_text(at) == "2026-11-23 14:30:05"
    assert moment_text(at.date()) == "2026-11-23"
