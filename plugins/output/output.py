"""What is published: a path, what it is made from, and the function that makes it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from plugins.output.digest import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """What a sitemap says of a page: absolute ``url``, ISO ``modified``, its images.

    ``part`` is the sitemap file it stands in, by kind and year («novyny-2026»);
    ``alternates`` are pairs (language, absolute address), the page itself among them.
    """

    url: str
    modified: str
    part: str
    images: tuple[str, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file of the site as a function of its inputs.

    ``render(*inputs)`` is a function of a module, not a closure: it sees its inputs and nothing
    else, so what it shows is covered by ``key``. The engine renders an output iff its key
    differs from the last build's and writes it iff its bytes differ. ``entry`` marks a page that
    search engines are to know. ``path`` is relative to the output folder.
    """

    path: str
    inputs: tuple[Any, ...]
    render: Callable[..., str | bytes]
    entry: PageEntry | None = None

    @property
    def key(self) -> str:
        """The digest of the inputs and of the name of what renders them."""
        return digest_of(f"{self.render.__module__}.{self.render.__qualname__}", self.inputs)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputGroup:
    """Outputs that are planned together: the pages of one kind and month.

    ``expand(*inputs)`` gives them, and sees nothing else. While the digest of the inputs is that
    of the last build and the files lie as they were written, the group is not expanded at all:
    that is what keeps one edit cheap among 50,000 documents. No other group has its ``name``; its
    pages stand in the ``part`` of the sitemap, with those of other groups and by themselves.
    """

    name: str
    inputs: tuple[Any, ...]
    expand: Callable[..., Iterable[Output]]
    part: str = ""

    @property
    def key(self) -> str:
        """The digest of the inputs and of the name of what expands them."""
        return digest_of(f"{self.expand.__module__}.{self.expand.__qualname__}", self.inputs)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageList:
    """The pages of one part of the sitemap, known by their digest and read only when needed.

    ``modified`` is the newest change among them (ISO, empty when none has a date), ``count``
    how many they are.
    """

    part: str
    digest: str
    modified: str
    count: int
    read: Callable[[], tuple[PageEntry, ...]]


def page_path(address: str) -> str:
    """Return the file that answers at an address: ``/novyny/`` → ``novyny/index.html``."""
    path = address.lstrip("/")
    return path + "index.html" if not path or path.endswith("/") else path
