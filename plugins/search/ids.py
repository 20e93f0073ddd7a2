"""The number of each text in the index: its line in the ledger, for ever the same."""

from collections.abc import Iterator

from plugins.council.text import Text
from plugins.output import Site

WITHOUT_PAGE = "alerts"


def numbered(site: Site) -> Iterator[tuple[int, Text]]:
    """Yield every text that has a page, with its number.

    Those not yet in the ledger follow by their moment: what is published next comes last.
    """
    lines: dict[str, int] = {}
    for at, line in enumerate(site.ledger):
        lines.setdefault(line.identity, at)  # one that moved has another line, and its first id
    new = []
    for text in site.register.texts:
        if text.kind == WITHOUT_PAGE:
            continue
        if (own := lines.get(text.identity)) is not None and text.lang == "uk":
            yield own, text
        else:
            new.append(text)
    new.sort(key=_by_moment)
    yield from enumerate(new, len(site.ledger))


def _by_moment(text: Text) -> tuple[float, str]:
    return -text.order[0], text.path
