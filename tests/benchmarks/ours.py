"""The corpus as this project's own site, built by the command behind ``make html``."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.benchmarks.document import Document
from tests.benchmarks.pictures import write_picture

ROOT = Path(__file__).parents[2]
MACHINE = ("plugins", "theme", "content/data", "pelicanconf.py", "requirements.lock")
"""What a site consists of beside its texts: copied, so that changes leave the checkout alone."""

SETTINGS = "pelicanconf.py"
DATA = tuple(f"plugins.{name}" for name in ("calendars", "akoma_ntoso", "open_data", "oparl"))
SEARCH = ("plugins.search",)
"""What other generators do not make."""


@dataclass(frozen=True, slots=True)
class Ours:
    """The site in a folder of its own."""

    folder: Path
    name: str = "this site"

    @property
    def output(self) -> Path:
        """The folder of the finished site."""
        return self.folder / "output"

    @property
    def command(self) -> list[str]:
        """What ``make html`` runs."""
        return [sys.executable, "-m", "plugins.incremental", "build", "content", "-o", "output"]

    def start(self, documents: tuple[Document, ...]) -> None:
        """Write the whole site anew."""
        for name in MACHINE:
            _copy(ROOT / name, self.folder / name)
        for document in documents:
            self.put(document)

    def put(self, document: Document) -> None:
        """Write one text."""
        file = self.folder / "content" / document.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_text(document), "utf-8")
        if document.image:
            write_picture(self.folder / "content" / document.image)

    def remove(self, document: Document) -> None:
        """Delete one text."""
        (self.folder / "content" / document.path).unlink()

    def change_theme(self, mark: str) -> None:
        """Change a template that every text uses."""
        add_mark(self.folder / "theme/templates/text.html", "</article>", mark)

    def rename_topic(self, slug: str, name: str) -> None:
        """Give a topic another name."""
        file = self.folder / "content/data/topics.yaml"
        topics = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
        topics[slug]["name"]["uk"] = name
        file.write_text(yaml.safe_dump(topics, allow_unicode=True, sort_keys=False), "utf-8")

    def choose(self, *, data: bool, search: bool, twins: bool) -> None:
        """Write the settings anew."""
        out = (*(() if data else DATA), *(() if search else SEARCH))
        chosen = f"\nPLUGINS = [one for one in PLUGINS if one not in {out}]\n" if out else ""
        compressed = '\nPRECOMPRESSED = ("br", "gz")\n' if twins else ""
        usual = (ROOT / SETTINGS).read_text("utf-8")
        (self.folder / SETTINGS).write_text(f"{usual}{chosen}{compressed}", "utf-8")

    def forget(self) -> None:
        """Remove all that former builds left."""
        for folder in (self.output, self.folder / ".build"):
            shutil.rmtree(folder, ignore_errors=True)


def as_text(document: Document) -> str:
    """Return the text in our contract (docs/content-guide.md)."""
    return "\n".join(["---", *_header(document), "---", document.text])


def add_mark(file: Path, before: str, mark: str) -> None:
    """Put a visible paragraph into a template, so that every page made with it differs."""
    text = file.read_text("utf-8")
    file.write_text(text.replace(before, f"<p>{mark}</p>\n{before}", 1), "utf-8")


def _header(document: Document) -> Iterator[str]:
    yield f'title: "{document.title}"'
    if document.kind == "acts":
        yield f"body: {document.body}\nkind: {document.act_kind}\nnumber: {document.number}"
        yield f"adopted: {document.moment}\npublished: {document.moment}"
    else:
        yield f"date: {document.moment:%Y-%m-%d %H:%M}"
    yield f'summary: "{document.summary}"'
    if document.topics:
        yield f"topics: [{', '.join(document.topics)}]"
    for key, identity, _ in document.relations:
        yield f"{key}: [{{act: {identity}}}]"
    if document.about:
        yield f"about: [{', '.join(document.about)}]"
    if document.starts:
        yield f"starts: {document.starts:%Y-%m-%d %H:%M}\nplace: {document.place}"
    if document.image:
        yield f"image: {document.image}\nimage_alt: Зразок зображення"


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.tsv"))
    else:
        shutil.copy(source, target)
