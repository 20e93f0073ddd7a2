"""Addresses that the schema accepts: what an editor typed, as RFC 3986 writes it."""

import re
from urllib.parse import quote

_MEANING = "%/:?#@!$&'()*+,;=~"  # signs that mean something in an address
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_WEB = re.compile(r"https?:", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:[^/?#@:]*(?::[^/?#@]*)?@)?[^/?#@:]+(?::\d{1,5})?(?:[/?#]|$)", re.I)


def iri(typed: str) -> str:
    """Return an address, empty when no program could find a host in it."""
    before, sign, fragment = _LONE_PERCENT.sub("%25", typed).partition("#")
    address = quote(before, _MEANING) + sign + quote(fragment, _MEANING).replace("#", "%23")
    return address if _HOST.match(address) or not _WEB.match(address) else ""
