"""A content folder small enough to be built a hundred times, and what its builds leave."""

import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from pathlib import Path

from PIL import Image

import pelicanconf
from plugins.incremental.build import build
from plugins.incremental.console import Console
from plugins.incremental.report import Report
from plugins.incremental.settings import Settings, from_names

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)

DATA = {
    "bodies.yaml": "miska-rada:\n  name: {uk: Зразкова рада}\n  genitive: Зразкової ради\n",
    "act-kinds.yaml": "rishennia:\n  name: {uk: Рішення}\n  genitive: рішення\n",
    "topics.yaml": "voda:\n  name: {uk: Вода}\ntransport:\n  name: {uk: Транспорт}\n",
    "site.yaml": "name: {uk: Зразкова рада}\nmotto: {uk: Сайт для перевірок}\n"
    "email: rada@example.org\nmenu:\n  - {title: {uk: Новини}, url: /novyny/}\n",
    "law.yaml": (ROOT / "content/data/law.yaml").read_text("utf-8"),
}  # fmt: skip

Tree = dict[str, bytes]


def text(title: str = "Зразок", words: str = "Зразок тексту.", **header: str) -> str:
    """Return a Markdown text; values of the header are YAML as it stands."""
    lines = [f"title: {title}", *(f"{key}: {value}" for key, value in header.items())]
    return "\n".join(["---", *lines, "---", words, ""])


def news(title: str = "Зразок новини", words: str = "Зразок тексту.", **header: str) -> str:
    """Return a news item of 20 November 2026 unless ``date`` says otherwise."""
    return text(title, words, **{"date": "2026-11-20", **header})


def act(number: str, title: str = "Зразок", words: str = "1. Зразок.", **header: str) -> str:
    """Return an act of the council adopted on 2 October 2026 unless ``adopted`` says otherwise."""
    fixed = {"body": "miska-rada", "kind": "rishennia", "number": number}
    return text(title, words, **{**fixed, "adopted": "2026-10-02", **header})


def of_search(path: str) -> bool:
    """Whether a file is a part of the search index."""
    return path.startswith("poshuk/data/")


def picture(colour: str = "navy", size: tuple[int, int] = (40, 30)) -> bytes:
    """Return a small PNG of one colour."""
    buffer = BytesIO()
    Image.new("RGB", size, colour).save(buffer, "PNG")
    return buffer.getvalue()


def tree(folder: Path) -> Tree:
    """Return the bytes of every file below a folder, by path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@dataclass
class TinySite:
    """A site in a folder of its own; all its builds share the folder of encoded pictures."""

    base: Path
    now: datetime = NOW
    jobs: int = 1
    theme: Path = ROOT / "theme"
    encodings: tuple[str, ...] = ()
    engine: str = "static"
    _clean: "count[int]" = field(default_factory=count)

    def __post_init__(self) -> None:
        """Write the vocabulary and one page."""
        for name, words in DATA.items():
            self.write(f"data/{name}", words)
        self.write("pages/kontakty.md", text("Контакти (зразок)"))

    @property
    def content(self) -> Path:
        """The folder of texts."""
        return self.base / "content"

    @property
    def output(self) -> Path:
        """The folder of the incrementally built site."""
        return self.base / "output"

    def write(self, path: str, data: str | bytes) -> Path:
        """Write a file of the content."""
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return file

    def read(self, path: str) -> str:
        """Return a file of the built site."""
        return (self.output / path).read_text("utf-8")

    def own_theme(self) -> Path:
        """Take a copy of the theme that may be edited, and return it."""
        self.theme = self.base / "theme"
        shutil.copytree(ROOT / "theme", self.theme)
        return self.theme

    def settings(self, output: str = "output") -> Settings:
        """Return the settings of a build into a folder beside the content."""
        names = {
            **vars(pelicanconf),
            "PATH": "content", "OUTPUT_PATH": output, "THEME": str(self.theme),
            "PRECOMPRESSED": self.encodings, "SEARCH_ENGINE": self.engine,
        }  # fmt: skip
        return replace(from_names(names, self.base), jobs=self.jobs, now=self.now)

    def build(self, output: str = "output") -> Report:
        """Build the site as it is now."""
        return build(self.settings(output), Console())

    def clean_tree(self) -> Tree:
        """Return what a build into an empty folder with an empty state makes of the content."""
        name = f"clean-{next(self._clean)}"
        try:
            self.build(name)
            return tree(self.base / name)
        finally:
            shutil.rmtree(self.base / name, ignore_errors=True)
            shutil.rmtree(self.settings(name).state, ignore_errors=True)
