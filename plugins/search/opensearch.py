"""The description by which a browser offers the site's search in its own address bar."""

from html import escape

LONGEST = 16  # letters of a short name (OpenSearch 1.1, draft 6)


def _short(name: str) -> str:
    """Return the first words of a name that fit: «Краматорська»."""
    return name if len(name) <= LONGEST else name[: LONGEST + 1].rpartition(" ")[0]


def description(name: str, title: str, url: str, search: str) -> str:
    """Return the OpenSearch description; ``search`` is the address of the search page."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(_short(name))}</ShortName>\n"
        f"<Description>{escape(title)}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        "<Language>uk</Language>\n"
        f'<Url type="text/html" template="{escape(url)}{search}?q={{searchTerms}}"/>\n'
        "</OpenSearchDescription>\n"
    )
