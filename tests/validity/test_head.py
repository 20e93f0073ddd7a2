"""What pages say of themselves to search engines and social networks."""

from collections import Counter

from lxml.etree import fromstring

from tests.site.built_site import URL, BuiltSite
from tests.validity.page import Page

LINK = "{http://www.w3.org/2005/Atom}link"


def repeated(values: list[str]) -> list[str]:
    """Return the values that stand more than once, and the empty one."""
    return sorted(value for value, count in Counter(values).items() if count > 1 or not value)


def test_titles_are_unique(indexed: tuple[Page, ...]) -> None:
    """No two pages have one title, none has an empty one."""
    assert repeated([page.title for page in indexed]) == []


def test_descriptions_are_unique(indexed: tuple[Page, ...]) -> None:
    """No two pages have one description, none has an empty one."""
    assert repeated([page.meta("description") or "" for page in indexed]) == []


def test_canonical_is_absolute_and_own(indexed: tuple[Page, ...]) -> None:
    """Each page that may be shown names itself, absolutely, as the one to show."""
    wrong = [
        page.address
        for page in indexed
        if [link.get("href") for link in page.links("canonical")] != [page.url]
    ]
    assert not wrong, "\n".join(wrong)


def test_what_is_not_to_be_found_is_not_shown(pages: tuple[Page, ...]) -> None:
    """Search engines are kept from the answer 404, old addresses, old versions: nothing else."""
    hidden = {page.address for page in pages if not page.indexed}
    old = {page.address for page in pages if page.redirects or page.address.endswith("/istoriia/")}
    assert hidden == {"/404.html"} | old


def test_redirect_names_the_new_address_everywhere(pages: tuple[Page, ...]) -> None:
    """The page at an old address refreshes to, links to and calls canonical one new address."""
    for page in pages:
        if not page.redirects:
            continue
        (refresh,) = (one for one in page.every("meta") if one.get("http-equiv") == "refresh")
        target = str(refresh.get("content")).removeprefix("0; url=")
        assert [one.get("href") for one in page.every("a")] == [target]
        assert [one.get("href") for one in page.links("canonical")] == [URL + target]


def test_languages_name_each_other(indexed: tuple[Page, ...]) -> None:
    """Pages with translations name all of them and themselves; the others name them back."""
    named = {
        page.url: {
            str(link.get("hreflang")): str(link.get("href"))
            for link in page.links("alternate")
            if link.get("hreflang")
        }
        for page in indexed
    }
    assert any(named.values()), "жодна сторінка не має перекладу"
    for url, languages in named.items():
        assert not languages or url in languages.values()
        assert [other for other in languages.values() if named[other] != languages] == []
        assert not languages or languages["x-default"] == languages["uk"]


def test_feeds_are_there_and_know_their_address(
    built: BuiltSite, indexed: tuple[Page, ...]
) -> None:
    """Every feed that a page announces exists, and an Atom feed names its own address."""
    feeds = {
        str(link.get("href")): str(link.get("type"))
        for page in indexed
        for link in page.links("alternate")
        if link.get("type")
    }
    assert feeds
    for address, kind in feeds.items():
        data = built.read(address.lstrip("/"))
        if kind == "application/atom+xml":
            own = [one.get("href") for one in fromstring(data.encode()).iter(LINK)]
            assert URL + address in own
        else:
            assert f'"feed_url": "{URL}{address}"' in data


def test_social_networks_get_the_same_words(indexed: tuple[Page, ...]) -> None:
    """Open Graph repeats the page's own heading, description, address and has a picture."""
    for page in indexed:
        assert page.meta("og:title") == page.heading
        assert page.meta("og:description") == page.meta("description")
        assert page.meta("og:url") == page.url
        assert str(page.meta("og:image")).startswith(f"{URL}/images/")
        assert page.meta("og:image:alt")
