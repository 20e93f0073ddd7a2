"""What the benchmark asks of a generator's site, whatever the generator."""

from pathlib import Path
from typing import Protocol

from tests.benchmarks.document import Document


class Site(Protocol):
    """A corpus written for one generator, in a folder of its own."""

    @property
    def name(self) -> str:
        """The generator's name in tables."""

    @property
    def folder(self) -> Path:
        """Where the command runs."""

    @property
    def output(self) -> Path:
        """The folder of the finished site."""

    @property
    def command(self) -> list[str]:
        """A build, as a user runs it."""

    def start(self, documents: tuple[Document, ...]) -> None:
        """Write the whole site anew."""

    def put(self, document: Document) -> None:
        """Write one text."""

    def remove(self, document: Document) -> None:
        """Delete one text."""

    def change_theme(self, mark: str) -> None:
        """Change a template that every text uses."""

    def rename_topic(self, slug: str, name: str) -> None:
        """Give a topic another name."""

    def choose(self, *, data: bool, search: bool, twins: bool) -> None:
        """Choose what is made beside pages, where there is a choice: data, search, twins."""

    def forget(self) -> None:
        """Remove all that former builds left."""
