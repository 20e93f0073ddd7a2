"""Headers of answers: the one place where they are decided. Servers' files follow from here.

Sources: Content Security Policy Level 3 (W3C), HSTS (RFC 6797), caching (RFC 9111, immutable: RFC
8246), the rules of the HTTP Observatory (MDN).
"""

import re
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

from plugins.delivery.names import IMMUTABLE

_CSP = (
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "font-src 'self'", "media-src 'self'", "connect-src 'self'", "manifest-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
)  # fmt: skip

_POLICY, _OPENER = "Content-Security-Policy", "Cross-Origin-Opener-Policy"

_FEATURES = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "geolocation",
    "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb",
)  # fmt: skip


_SAID = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Header:
    """A header whose value may differ by address: ``others`` are (regular expression, value).

    The expressions are anchored at the beginning of an address; the first that fits counts. An
    empty value means no header. ``secure`` ones are sent over HTTPS only.
    """

    name: str
    value: str
    others: tuple[tuple[str, str], ...] = ()
    secure: bool = False


SHORT = "public, max-age=300"
"""Pages: a correction is seen in five minutes, and a crowd asks the server once."""
FOR_EVER = "public, max-age=31536000, immutable"
ASK = "no-cache"
"""Kept, but asked about each time: alerts, and the search index, whose files fit one another."""

_OPEN = r"(?:vidkryti-dani|oparl|poshuk/data)/|(?:.*/)?[^/]+\.(?:json|xml|csv|ics)$"
"""What programs of others may read from a browser: open data, feeds, calendars."""

HEADERS = (
    Header(
        "Cache-Control", SHORT,
        (
            (rf"/(?:{'|'.join(IMMUTABLE)})$", FOR_EVER),
            (r"/(?:poshuk/data/|alerts\.json$|release\.json$|manifest\.json$)", ASK),
        ),
    ),
    Header(_POLICY, "; ".join(_CSP)),
    Header("Strict-Transport-Security", "max-age=63072000", secure=True),
    Header("X-Content-Type-Options", "nosniff"),
    Header("X-Frame-Options", "DENY"),
    Header("Referrer-Policy", "strict-origin-when-cross-origin"),
    Header("Permissions-Policy", ", ".join(f"{one}=()" for one in _FEATURES)),
    Header(_OPENER, "same-origin"),
    Header("Cross-Origin-Resource-Policy", "same-origin", ((rf"/(?:{_OPEN})", "cross-origin"),)),
    Header("Access-Control-Allow-Origin", "", ((rf"/(?:{_OPEN})", "*"),)),
)  # fmt: skip

PREVIEW = Header("X-Robots-Tag", "noindex, nofollow")
"""For a preview: search engines are told in robots.txt, too."""


def value_for(header: Header, address: str) -> str:
    """Return the value of a header at an address."""
    fits = (value for pattern, value in header.others if re.match(pattern, address))
    return next(fits, header.value)


def headers(preview: bool = False, admin: str = "") -> tuple[Header, ...]:
    """Return the headers of a site, or of a preview that nobody should find.

    ``admin`` is the policy of the web editor where the site has one (``policy_of_editor``): wider,
    and for its folder alone. The window in which one logs in must answer the one that opened it.
    """
    sent: tuple[Header, ...] = HEADERS
    if admin:
        wider = {
            _POLICY: f"{admin}; frame-ancestors 'none'", _OPENER: "same-origin-allow-popups",
        }  # fmt: skip
        sent = tuple(
            replace(one, others=((r"/admin/", wider[one.name]), *one.others))
            if one.name in wider
            else one
            for one in HEADERS
        )
    return (*sent, PREVIEW) if preview else sent


def policy_of_editor(site: Path) -> str:
    """Return the policy that the page of the web editor says of itself, empty without one."""
    page = site / "admin/index.html"
    found = _SAID.search(page.read_text("utf-8")) if page.is_file() else None
    return unescape(found[1]) if found else ""
