"""How a page is built: headings, languages, pictures, and nothing that a strict policy forbids."""

from itertools import pairwise

from tests.validity.page import Page

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DATA = "application/ld+json"


def test_one_h1(pages: tuple[Page, ...]) -> None:
    """Each page has one heading of the first level."""
    assert [page.address for page in pages if len(list(page.every("h1"))) != 1] == []


def test_headings_skip_no_level(pages: tuple[Page, ...]) -> None:
    """No heading stands more than one level below the one before it."""
    skipping = [
        f"{page.address}: {before} → {after}"
        for page in pages
        for before, after in pairwise([str(one.tag) for one in page.every(*HEADINGS)])
        if HEADINGS.index(after) > HEADINGS.index(before) + 1
    ]
    assert not skipping, "\n".join(skipping)


def test_language_is_said(pages: tuple[Page, ...]) -> None:
    """A page under /en/ is in English, every other one in Ukrainian."""
    for page in pages:
        assert page.root.get("lang") == ("en" if page.address.startswith("/en/") else "uk")


def test_landmarks(pages: tuple[Page, ...]) -> None:
    """One main part; header and footer of the site everywhere but at old addresses."""
    for page in pages:
        assert len(list(page.every("main"))) == 1
        if not page.redirects:
            parts = [one.tag for body in page.every("body") for one in body]
            assert (parts.count("header"), parts.count("footer")) == (1, 1)


def test_nothing_inline(pages: tuple[Page, ...]) -> None:
    """No style, script or event handler stands in a page: `default-src 'self'` forbids them."""
    inline = [
        f"{page.address}: <{one.tag} {name}>"
        for page in pages
        for one in page.every()
        for name in one.keys()  # noqa: SIM118  # an element is no dictionary
        if name == "style" or name.startswith("on")
    ] + [
        f"{page.address}: <{one.tag}>"
        for page in pages
        for one in page.every("style", "script")
        if one.get("src") is None and one.get("type") != DATA
    ]
    assert not inline, "\n".join(inline)


def test_pictures_are_described_and_keep_their_place(pages: tuple[Page, ...]) -> None:
    """Each picture has words instead of it and a size, so the page does not jump."""
    assert any(True for page in pages for _ in page.every("img"))
    bare = [
        f"{page.address}: {one.get('src')}"
        for page in pages
        for one in page.every("img")
        if not (one.get("alt") and one.get("width") and one.get("height"))
    ]
    assert not bare, "\n".join(bare)
