"""Deploys to a store that break off anywhere, in any order: the last one leaves what it should."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.delivery.by_store import FORMER, deploy
from plugins.delivery.difference import difference
from plugins.delivery.errors import Failed
from plugins.delivery.guards import Allowed
from plugins.delivery.job import Job
from plugins.delivery.manifest import Manifest, build_id, file_of, manifest_text
from plugins.delivery.names import MANIFEST, is_immutable

NAMES = (
    "a/index.html", "b/index.html", "data.json", "static/x.0000000a.css", "static/x.0000000b.css",
)  # fmt: skip
RELEASES = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["1", "2"]), max_size=5)


class Memory:
    """A store in memory, which refuses after so many changes."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.left = 10**9

    def _change(self) -> None:
        if self.left == 0:
            raise Failed("broken off")
        self.left -= 1

    def read(self, path: str) -> str | None:
        """Return a file."""
        return self.files.get(path)

    def send(self, path: str, file: Path) -> None:
        """Put a file there."""
        self.write(path, file.read_text())

    def write(self, path: str, text: str) -> None:
        """Put a text there."""
        self._change()
        self.files[path] = text

    def remove(self, path: str) -> None:
        """Remove a file."""
        self._change()
        self.files.pop(path, None)

    def claim(self, path: str, text: str) -> bool:
        """Hold the lock."""
        return True

    def release(self, path: str) -> None:
        """Nobody else is here."""

    def wanted(self, path: str) -> bool:
        """Want everything."""
        return True


class AnyJob(Job):
    """A release that no guard looks at."""

    def guard(self, live: Manifest | None, target: Any) -> None:
        """Refuse nothing."""


def manifest_of(files: dict[str, str]) -> Manifest:
    """Return the manifest of some files."""
    known = {path: file_of(text.encode()) for path, text in files.items()}
    return Manifest(build=build_id(known), commit="", committed="", site="", files=known)


def send(store: Memory, files: dict[str, str], folder: Path) -> None:
    """Deploy the files to the store."""
    manifest = manifest_of(files)
    for path, text in {**files, MANIFEST: manifest_text(manifest)}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    job = AnyJob(manifest=manifest, site=folder, content=folder, promised=(), allowed=Allowed())
    target = cast(Any, SimpleNamespace(name="memory", url=None, patience=0))
    deploy(target, store, job, lambda words: None)


@settings(max_examples=150)
@given(st.lists(st.tuples(RELEASES, st.integers(0, 14)), max_size=4), RELEASES)
def test_whatever_broke_off_before(
    before: list[tuple[dict[str, str], int]], last: dict[str, str]
) -> None:
    """After any deploys that broke off, one that ends leaves its release and no other page."""
    store = Memory()
    with TemporaryDirectory() as folder:
        for number, (files, left) in enumerate(before):
            store.left = left
            with suppress(Failed):
                send(store, files, Path(folder) / str(number))
        store.left = 10**9
        send(store, last, Path(folder) / "last")
    own = (MANIFEST, FORMER)
    there = {path: text for path, text in store.files.items() if path not in own}
    assert {path: there.get(path) for path in last} == last
    assert all(is_immutable(path) for path in there.keys() - last.keys())


def test_pages_come_last() -> None:
    """What others ask for goes first."""
    files = dict.fromkeys(("index.html", "static/x.0000000a.css", "feed.xml", "release.json"), "1")
    sent = difference(manifest_of(files), None, (), None).send
    assert sent == ("static/x.0000000a.css", "feed.xml", "index.html", "release.json")
