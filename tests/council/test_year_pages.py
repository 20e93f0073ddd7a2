from hypothesis import given
from hypothesis import strategies as st

from plugins.council.year_pages import year_pages

YEARS = st.sets(st.integers(1990, 2100), min_size=1)


@given(years=YEARS)
def test_from_the_first_page_one_reaches_all(years: set[int]) -> None:
    """Following the younger year visits every page once, oldest first; following back, too."""
    pages = year_pages("akty", years)
    seen = [min(years)]
    while after := pages[seen[-1]].after:
        assert pages[after].before == seen[-1]
        seen.append(after)
    assert seen == sorted(years)
    assert {page.first for page in pages.values()} == {min(years)}


@given(years=YEARS)
def test_a_new_year_changes_the_page_before_it(years: set[int]) -> None:
    """No other page is written anew."""
    before, after = year_pages("akty", years), year_pages("akty", {*years, max(years) + 1})
    changed = {year for year, page in after.items() if before.get(year) != page}
    assert changed == {max(years), max(years) + 1}
