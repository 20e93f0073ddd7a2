"""``/.well-known/security.txt`` (RFC 9116): where to write of a hole in the site."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from plugins.output import Output, Site


def security_outputs(site: Site) -> Iterator[Output]:
    """Yield the file where the site's data give a contact and a day until which it holds."""
    data = site.vocabulary.site
    told = data.get("security") or {}
    contact = str(told.get("contact") or data.get("report_errors_to") or "")
    expires = told.get("expires")
    if contact and isinstance(expires, date):
        yield Output(
            path=".well-known/security.txt", inputs=(contact, expires, site.url),
            render=render_security,
        )  # fmt: skip


def render_security(contact: str, expires: date, url: str) -> str:
    """Return the file; the contact of an e-mail address is a ``mailto:`` URI (section 2.5.3)."""
    until = datetime.combine(expires, time(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    uri = contact if ":" in contact else f"mailto:{contact}"
    return (
        f"Contact: {uri}\nExpires: {until}\nPreferred-Languages: uk, en\n"
        f"Canonical: {url}/.well-known/security.txt\n"
    )
