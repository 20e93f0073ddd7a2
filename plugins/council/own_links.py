"""Links to the site itself that spell out its host, as when an address is copied from a browser."""

from urllib.parse import urlsplit

from plugins.council.markdown.references import Reference

_WWW = "www."


def own_address(url: str, public_url: str) -> str:
    """Return the path of a whole address on the site at ``public_url``, empty when on another."""
    host = urlsplit(public_url).netloc.removeprefix(_WWW)
    if host not in url.lower():  # most links; to take an address apart costs ten times more
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return (parts.path or "/") if parts.netloc.lower().removeprefix(_WWW) == host else ""


def address_in_site(reference: Reference, public_url: str) -> str:
    """Return the address on the site to which a reference leads, empty when it leads to none."""
    if reference.kind == "web":
        return own_address(reference.target, public_url)
    return reference.target if reference.kind == "address" else ""
