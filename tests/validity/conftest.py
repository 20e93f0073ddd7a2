"""Every check of validity looks at both sites."""

import pytest

from tests.site.built_site import BuiltSite
from tests.validity.page import Page, pages_of


@pytest.fixture(params=["site", "council_site"])
def built(request: pytest.FixtureRequest) -> BuiltSite:
    """The site of the tiny council, then that of this repository's content."""
    built: BuiltSite = request.getfixturevalue(request.param)
    return built


@pytest.fixture
def pages(built: BuiltSite) -> tuple[Page, ...]:
    """All pages of the site."""
    return pages_of(built)


@pytest.fixture
def indexed(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages that search engines may show."""
    return tuple(page for page in pages if page.indexed)
