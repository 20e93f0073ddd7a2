"""The corpus as a site of Pelican as it comes: ``pelican/`` holds its settings and small theme."""

import json
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.document import Document
from tests.benchmarks.lists import SECTION_NAMES
from tests.benchmarks.ours import ROOT, add_mark
from tests.benchmarks.pictures import write_picture
from tests.benchmarks.vocabulary import RELATIONS, SCHEMAS, facts, vocabulary

SITE = Path(__file__).parent / "pelican"
_LINK = re.compile(r"\]\((?=(?:acts|news|announcements)/)")


@dataclass(frozen=True, slots=True)
class Pelican:
    """The site in a folder of its own. Pelican builds everything each time, whatever changed."""

    folder: Path
    name: str = "Pelican"

    @property
    def output(self) -> Path:
        """The folder of the finished site."""
        return self.folder / "output"

    @property
    def command(self) -> list[str]:
        """The whole build, as a user of Pelican runs it."""
        return [str(Path(sys.executable).with_name("pelican")), "content", "--quiet"]

    def start(self, documents: tuple[Document, ...]) -> None:
        """Write the whole site anew."""
        shutil.copytree(SITE, self.folder, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "content/data/site.yaml", self.folder)
        (self.folder / "content").mkdir()
        self._name_lists(_names())
        for document in documents:
            self.put(document)

    def put(self, document: Document) -> None:
        """Write one text."""
        file = self.folder / "content" / document.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join([*_header(document), "", _text(document)]), "utf-8")
        if document.image:
            write_picture(self.folder / "content" / document.image)

    def remove(self, document: Document) -> None:
        """Delete one text."""
        (self.folder / "content" / document.path).unlink()

    def change_theme(self, mark: str) -> None:
        """Change the template of texts."""
        add_mark(self.folder / "theme/templates/article.html", "</article>", mark)

    def rename_topic(self, slug: str, name: str) -> None:
        """Give a topic another name."""
        self._name_lists({**_names(), slug: name})

    def choose(self, *, data: bool, search: bool, twins: bool) -> None:
        """Do nothing: there are pages alone."""

    def forget(self) -> None:
        """Remove all that former builds left."""
        shutil.rmtree(self.output, ignore_errors=True)

    def _name_lists(self, names: dict[str, str]) -> None:
        text = json.dumps(names, ensure_ascii=False)
        (self.folder / "lists.json").write_text(text, "utf-8")


def _names() -> dict[str, str]:
    """Return the name of every category and tag by its slug."""
    words = vocabulary()
    topics = {slug: entry.name() for slug, entry in words.topics.items()}
    bodies = {slug: entry.name() for slug, entry in words.bodies.items()}
    kinds = {
        f"{body}-{kind}": f"{entry.name()}: {words.bodies[body].name()}"
        for body in words.bodies
        for kind, entry in words.act_kinds.items()
    }
    return SECTION_NAMES | topics | bodies | kinds


def _header(document: Document) -> Iterator[str]:
    section = document.address.split("/")[1]
    narrower = (document.body, f"{document.body}-{document.act_kind}") if document.body else ()
    url = document.address.lstrip("/")
    yield f"Title: {document.title}"
    yield f"Date: {document.moment:%Y-%m-%d %H:%M}"
    yield f"Summary: {document.summary}"
    yield f"Category: {section}"
    yield f"Tags: {', '.join([*document.topics, *narrower])}"
    yield f"Url: {url}\nSave_as: {url}index.html\nSlug: {url.strip('/').replace('/', '-')}"
    yield f"Schema: {SCHEMAS[document.kind]}"
    yield f"Facts: {json.dumps(facts(document), ensure_ascii=False)}"
    if document.number:
        yield f"Number: № {document.number}"
    if document.image:
        yield f"Image: {document.image}"


def _text(document: Document) -> str:
    """Return the body with links and relations as Pelican wants them."""
    text = _LINK.sub("]({filename}/", document.text)
    related = (
        f"\n## {RELATIONS[key]}\n\n- [{identity}]({{filename}}/{path})\n"
        for key, identity, path in document.relations
    )
    return text + "".join(related)
