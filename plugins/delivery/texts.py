"""A look into the pages themselves: cut short, a quarrel of branches left in, a sample's words."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.delivery.names import is_page

_END = b"</html>"
_UNFINISHED = {
    b"&lt;&lt;&lt;&lt;&lt;&lt;&lt;": "слід злиття гілок («<<<<<<<»)",
    b"Lorem ipsum": "текст-заповнювач («Lorem ipsum»)",
}


def unfinished(site: Path, paths: Iterable[str]) -> Iterator[str]:
    """Yield why a page must not go out as it is, for all pages among the paths."""
    for path in filter(is_page, paths):
        with open(f"{site}/{path}", "rb", buffering=0) as file:  # noqa: PTH123  # of 20,000
            page = file.read()
        if not page.rstrip().endswith(_END):
            yield f"{path}: сторінку обірвано, вона не закінчується на </html>"
        yield from (f"{path}: {what}" for words, what in _UNFINISHED.items() if words in page)
