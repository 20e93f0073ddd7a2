from datetime import date, timedelta

import pytest

from plugins.council.text import Text
from plugins.council.text_reading import read_text
from plugins.output import Collection
from plugins.pages.periods import LONG_YEAR, years
from tests.incremental.tiny_site import news


def collection(days: list[date]) -> Collection:
    """Return a list of news of some days, newest first."""
    texts = tuple(sorted(map(item, range(len(days)), days), key=lambda text: text.order))
    return Collection(
        address="/novyny/", lang="uk", section="news", name="", lead="", short="", texts=texts
    )


def item(number: int, day: date) -> Text:
    """Return a news item of a day."""
    text = read_text(f"news/n{number}.md", news(date=day.isoformat()).encode()).text
    assert text is not None
    return text


def test_years_come_newest_first_each_with_its_texts() -> None:
    """Every text stands on the page of its own year, wherever the new year was greeted."""
    days = [date(2024, 12, 31), date(2026, 1, 1), date(2024, 1, 1)]
    found = years(collection(days))
    assert [(one.address, one.size) for one in found] == [
        ("/novyny/2026/", 1),
        ("/novyny/2024/", 2),
    ]
    assert [one.months for one in found] == [(), ()]


@pytest.mark.parametrize(("size", "months"), [(LONG_YEAR, 0), (LONG_YEAR + 1, 5)])
def test_long_year_is_split_into_months(size: int, months: int) -> None:
    """Up to 150 texts stand on one page; one more, and each month has a page of its own."""
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(size)]
    (year,) = years(collection(days))
    assert year.size == size
    assert len(year.months) == months
    assert bool(year.texts) is (months == 0)
    shown = [text.path for one in year.months or (year,) for text in one.texts]
    assert shown == [text.path for text in collection(days).texts]
    if months:
        assert year.months[0].address == "/novyny/2026/misiats-05/"


def test_empty_list_has_no_years() -> None:
    """Where nothing is, there is no page to keep."""
    assert years(collection([])) == ()
