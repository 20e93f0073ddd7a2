"""The headers by the rules of the HTTP Observatory (developer.mozilla.org/observatory)."""

from pathlib import Path

import pytest

from plugins.delivery.server.policy import HEADERS, headers, policy_of_editor, value_for

VALUES = {header.name.lower(): header.value for header in HEADERS}
CSP = {
    words[0]: words[1:]
    for words in (one.split() for one in VALUES["content-security-policy"].split("; "))
}


def test_csp_earns_all() -> None:
    """+10: default-src 'none', nothing unsafe, no scheme or wildcard as a source."""
    assert CSP["default-src"] == ["'none'"]
    assert {source for sources in CSP.values() for source in sources} <= {"'self'", "'none'"}


def test_csp_holds_what_default_does_not() -> None:
    """Three directives do not fall back on default-src; a clickjacker and a base have no chance."""
    assert CSP["frame-ancestors"] == CSP["base-uri"] == ["'none'"]
    assert CSP["form-action"] == ["'self'"]


def test_other_headers() -> None:
    """HSTS of half a year or more, nosniff, a private referrer, CORP: nothing is taken off."""
    assert int(VALUES["strict-transport-security"].removeprefix("max-age=")) >= 15768000
    assert VALUES["x-content-type-options"] == "nosniff"
    assert VALUES["referrer-policy"] in (
        "no-referrer",
        "same-origin",
        "strict-origin-when-cross-origin",
    )
    assert VALUES["cross-origin-resource-policy"] == "same-origin"
    assert VALUES["access-control-allow-origin"] == ""


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("/", "public, max-age=300"),
        ("/static/main.4f1fe145.css", "public, max-age=31536000, immutable"),
        ("/fonts/onest-latin.6be26367.woff2", "public, max-age=31536000, immutable"),
        ("/images/zrazok-stal-99cce158-1080.webp", "public, max-age=31536000, immutable"),
        ("/images/sections/site.png", "public, max-age=300"),
        ("/files/zvit-12345678.pdf", "public, max-age=300"),
        ("/alerts.json", "no-cache"),
        ("/poshuk/data/index.json", "no-cache"),
        ("/release.json", "no-cache"),
    ],
)
def test_how_long_it_is_kept(address: str, kept: str) -> None:
    """For ever what is named by its content, five minutes a page, asked each time what must fit."""
    header = next(one for one in HEADERS if one.name == "Cache-Control")
    assert value_for(header, address) == kept


def test_open_data_may_be_read_by_others() -> None:
    """Data and feeds are open to programs in browsers, pages are not."""
    header = next(one for one in HEADERS if one.name == "Access-Control-Allow-Origin")
    for address in (
        "/vidkryti-dani/akty.csv",
        "/oparl/v1.1/system.json",
        "/feed.xml",
        "/a/kalendar.ics",
    ):
        assert value_for(header, address) == "*"
    for address in ("/", "/novyny/", "/static/main.4f1fe145.css"):
        assert value_for(header, address) == ""


def test_web_editor_has_a_policy_of_its_own(tmp_path: Path) -> None:
    """The one that its page says, for its folder alone; without an editor there is none."""
    assert policy_of_editor(tmp_path) == ""
    (tmp_path / "admin").mkdir()
    page = '<meta http-equiv="Content-Security-Policy" content="script-src &#39;self&#39; x">'
    (tmp_path / "admin/index.html").write_text(page)
    policy = policy_of_editor(tmp_path)
    assert policy == "script-src 'self' x"
    sent = {one.name: one for one in headers(admin=policy)}
    own = value_for(sent["Content-Security-Policy"], "/admin/")
    assert own == "script-src 'self' x; frame-ancestors 'none'"
    assert (
        value_for(sent["Content-Security-Policy"], "/novyny/") == VALUES["content-security-policy"]
    )
    opener = sent["Cross-Origin-Opener-Policy"]
    assert value_for(opener, "/admin/config.json") == "same-origin-allow-popups"
    assert value_for(opener, "/") == "same-origin"
