"""Deploys to a store that break off anywhere, in any order: the last one leaves what it should."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plugins.delivery.by_store import deploy, rollback
from plugins.delivery.difference import difference
from plugins.delivery.errors import Failed
from plugins.delivery.former import ASIDE, BEGUN
from plugins.delivery.guards import Allowed
from plugins.delivery.job import Job
from plugins.delivery.manifest import Manifest, build_id, file_of, manifest_text
from plugins.delivery.names import MANIFEST, is_immutable

NAMES = (
    "a/index.html", "b/index.html", "data.json", "static/x.0000000a.css", "static/x.0000000b.css",
)  # fmt: skip
ANY = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["1", "2"]), max_size=5)
RELEASES = ANY.map(
    lambda files: {path: path if is_immutable(path) else text for path, text in files.items()}
)
"""… in which a hashed name means the same bytes, as it does in a site."""


TWO = st.lists(RELEASES, min_size=2, max_size=2, unique_by=lambda one: tuple(sorted(one.items())))
TARGET = cast(Any, SimpleNamespace(name="memory", url=None, patience=0, rollback=True))


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

    def copy(self, path: str, to: str) -> bool:
        """Put a file at another path, too."""
        if path in self.files:
            self.write(to, self.files[path])
        return path in self.files

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
    deploy(TARGET, store, job, lambda words: None)


@settings(max_examples=150)
@given(st.lists(st.tuples(ANY, st.integers(0, 14)), max_size=4), ANY)
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
    require(store, last)


def require(store: Memory, files: dict[str, str]) -> None:
    """Require that the store shows these files, and beside them nothing but old hashed ones."""
    own = {path for path in store.files if path == MANIFEST or path.startswith(ASIDE)}
    there = {path: text for path, text in store.files.items() if path not in own}
    assert {path: there.get(path) for path in files} == files
    assert all(is_immutable(path) for path in there.keys() - files.keys())


def shows(store: Memory, files: dict[str, str]) -> bool:
    """Whether the store shows these files."""
    try:
        require(store, files)
    except AssertionError:
        return False
    return True


@settings(max_examples=200)
@given(st.lists(RELEASES, min_size=2, max_size=3, unique_by=lambda one: tuple(sorted(one.items()))))
def test_there_and_back(releases: list[dict[str, str]]) -> None:
    """A return brings the release before, byte for byte, and another one the newer again."""
    store = Memory()
    with TemporaryDirectory() as folder:
        for number, files in enumerate(releases):
            send(store, files, Path(folder) / str(number))
    for files in (releases[-2], releases[-1], releases[-2]):
        rollback(TARGET, store, lambda words: None)
        require(store, files)
    kept = [path for path in store.files if path.startswith(ASIDE)]
    assert len(kept) <= 1 + len(releases[-1])  # what is needed no more has gone


def half_over(store: Memory, three: list[dict[str, str]], left: int, folder: Path) -> None:
    """Send two releases, and of a third what can be done in ``left`` steps."""
    first, second, third = three
    send(store, first, folder / "first")
    send(store, second, folder / "second")
    store.left = left
    with suppress(Failed):
        send(store, third, folder / "third")


@settings(max_examples=300)
@given(TWO, RELEASES, st.integers(0, 40))
def test_return_from_half_a_release(
    two: list[dict[str, str]], third: dict[str, str], left: int
) -> None:
    """Where half of a third release lies over the second, a return brings the second."""
    store, (first, second) = Memory(), two
    with TemporaryDirectory() as folder:
        half_over(store, [*two, third], left, Path(folder))
        begun = store.files.pop(BEGUN, None)
        untouched = shows(store, second)
        store.files |= {BEGUN: begun} if begun else {}
        store.left = 10**9
        rollback(TARGET, store, lambda words: None)
    assert shows(store, second) or (untouched and shows(store, first))


@settings(max_examples=300)
@given(TWO, RELEASES, RELEASES, st.integers(0, 40))
def test_return_over_half_a_release(
    two: list[dict[str, str]], third: dict[str, str], fourth: dict[str, str], left: int
) -> None:
    """A release that came over half of another is taken back to what was live, not to the half."""
    store, second = Memory(), two[1]
    with TemporaryDirectory() as folder:
        half_over(store, [*two, third], left, Path(folder))
        store.left = 10**9
        live = second if store.files[MANIFEST] == manifest_text(manifest_of(second)) else third
        assume(fourth != live)
        send(store, fourth, Path(folder) / "fourth")
        rollback(TARGET, store, lambda words: None)
    require(store, live)


@settings(max_examples=300)
@given(TWO, RELEASES, st.integers(0, 40))
def test_return_that_breaks_off(
    two: list[dict[str, str]], third: dict[str, str], left: int
) -> None:
    """It is done again, or another release comes: whole in either case."""
    first, second = two
    for again in (False, True):
        store = Memory()
        with TemporaryDirectory() as folder:
            send(store, first, Path(folder) / "first")
            send(store, second, Path(folder) / "second")
            store.left = left
            with suppress(Failed):
                rollback(TARGET, store, lambda words: None)
            store.left = 10**9
            if again:
                rollback(TARGET, store, lambda words: None)
                assert shows(store, first) or shows(store, second)
            else:
                send(store, third, Path(folder) / "third")
                require(store, third)


def test_pages_come_last() -> None:
    """What others ask for goes first."""
    files = dict.fromkeys(("index.html", "static/x.0000000a.css", "feed.xml", "release.json"), "1")
    sent = difference(manifest_of(files), None, (), None).send
    assert sent == ("static/x.0000000a.css", "feed.xml", "index.html", "release.json")
