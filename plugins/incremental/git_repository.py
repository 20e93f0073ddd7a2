"""The git repository around a content folder: where its head is, and how its files came to be.

Where the head is, is read from the files of ``.git``: a build with nothing to do starts no
process. Git itself is asked only when the head has moved. Whatever git cannot tell is no error of
the build: then there is no history.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_LOG = (
    "log", "-z", "--first-parent", "--diff-merges=first-parent", "--raw", "--no-abbrev",
    "--no-renames", "--no-show-signature", "--no-notes", "--no-mailmap", "--no-color",
    "--format=%x01%H,%ct,%P",
)  # fmt: skip
_ELSEWHERE = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
    "GIT_NAMESPACE", "GIT_PREFIX",
)  # fmt: skip
"""Variables of the environment that lead git to another repository, as in a hook."""

_CALM = {
    "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C",
}  # fmt: skip
_FILE_MODES = ("100644", "100755")
_NOTHING = re.compile(r"0+")


class GitError(Exception):
    """Git is absent, refuses, or no longer knows a commit."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file as a commit left it: ``moment`` in seconds since 1970, an empty ``blob`` when gone."""

    path: str
    moment: int
    blob: str


@dataclass(frozen=True, slots=True)
class Repository:
    """A working copy: ``top`` is its folder, ``git`` its own folder of git, ``shared`` that of all.

    They differ in a worktree (gitrepository-layout(5)).
    """

    top: Path
    git: Path
    shared: Path

    @property
    def is_shallow(self) -> bool:
        """Whether only the newest commits were fetched: what lies before them is not known."""
        file = self.shared / "shallow"
        return file.is_file() and file.stat().st_size > 0

    def head(self) -> str:
        """Return the commit that is checked out, empty when there is none yet."""
        said = _text(self.git / "HEAD").removeprefix("ref: ")
        for _ in range(5):  # a ref may name a ref
            if _COMMIT.fullmatch(said):
                return said
            at = next((f / said for f in (self.git, self.shared) if (f / said).is_file()), None)
            said = _text(at).removeprefix("ref: ") if at else self._packed(said)
        return self._asked_head()

    def branch(self) -> str:
        """Return the branch that is checked out, empty for a commit by itself."""
        said = _text(self.git / "HEAD")
        return said.removeprefix("ref: refs/heads/") if said.startswith("ref: refs/heads/") else ""

    def _packed(self, ref: str) -> str:
        lines = _text(self.shared / "packed-refs").splitlines()
        return next((line[: -len(ref) - 1] for line in lines if line.endswith(f" {ref}")), "")

    def _asked_head(self) -> str:
        """Ask git, which knows forms of refs that we do not."""
        try:
            return self._run("rev-parse", "--verify", "--quiet", "HEAD").decode().strip()
        except GitError:
            return ""

    def changes(self, head: str, since: str = "") -> tuple[Change, ...] | None:
        """Return how files changed in the main line up to ``head``, the newest first.

        The main line goes from each commit to its first parent: what stood in branches before
        they were merged was never published. With ``since`` only what came after it; ``None``
        when that is not a commit of the main line (somebody has rewritten it). Raises GitError.
        """
        span = f"{since}..{head}" if since else head
        said = self._run("-c", "log.showRoot=true", *_LOG, span, "--")
        commits, changes = _read_log(said)
        return changes if not since or (commits and commits[-1] == since) else None

    def last_change(self, file: Path) -> int:
        """Return when a file was last committed, in seconds since 1970, 0 when it never was.

        Raises GitError.
        """
        said = self._run("log", "-1", "--format=%ct", "--no-show-signature", "--", str(file))
        return int(said or 0)

    def blobs(self, names: Iterable[str], largest: int) -> Iterator[bytes]:
        """Yield the bytes of each blob, empty when git does not have it or it is too large.

        Raises GitError.
        """
        names = list(names)
        sizes = self._asked("--batch-check", names).decode("ascii", "replace").splitlines()
        small = [_size(told) <= largest for told in sizes]
        said = self._asked(
            "--batch", [name for name, fits in zip(names, small, strict=True) if fits]
        )
        at = 0
        for fits in small:
            if not fits:
                yield b""
                continue
            end = said.index(b"\n", at)
            size = _size(said[at:end].decode("ascii", "replace"))
            yield said[end + 1 : end + 1 + size]
            at = end + size + 2

    def _asked(self, how: str, names: list[str]) -> bytes:
        asked = "".join(f"{name}\n" for name in names).encode()
        return self._run("cat-file", how, said_to=asked) if asked else b""

    def _run(self, *arguments: str, said_to: bytes | None = None) -> bytes:
        import subprocess  # a build with nothing to do has nothing to ask

        kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
        try:
            done = subprocess.run(
                ["git", "-C", str(self.top), *arguments], input=said_to or b"", check=False,
                capture_output=True, env={**kept, **_CALM},
            )  # fmt: skip
        except OSError as error:  # no git on this machine
            raise GitError(str(error)) from None
        if done.returncode:
            raise GitError(done.stderr.decode("utf-8", "replace").strip())
        return done.stdout


def repository_of(folder: Path) -> Repository | None:
    """Return the repository around a folder, ``None`` when it is in none."""
    for top in (folder, *folder.parents):
        mark = top / ".git"
        if mark.is_dir():
            return Repository(top, mark, mark)
        if mark.is_file():  # a worktree or a submodule
            git = top / _text(mark).removeprefix("gitdir: ")
            return Repository(top, git, git / (_text(git / "commondir") or "."))
    return None


def head_of(content: Path) -> str:
    """Return the commit by which the history of a content folder is known.

    Empty where there is none to read: no repository, no git, a shallow clone, no commit yet.
    Starts no process where ``.git`` is as git itself makes it.
    """
    repository = repository_of(content)
    if repository is None or repository.is_shallow or shutil.which("git") is None:
        return ""
    return repository.head()


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace").strip()
    except (OSError, ValueError):  # a name with a NUL in it
        return ""


def _size(told: str) -> int:
    """Return the size from «<name> blob <size>»; what is no blob is larger than anything."""
    words = told.split()
    return int(words[2]) if len(words) == 3 and words[1] == "blob" else sys.maxsize


def _read_log(said: bytes) -> tuple[list[str], tuple[Change, ...]]:
    """Return the first parent of each commit, and all changes.

    A commit is «\\1<name>,<moment>,<parents>»; its files follow, «:100644 100644 <old> <new> M» and
    a path each. All parts end with NUL, and a path is read only where one must stand.
    """
    parents, changes = [], []
    parts = iter(said.split(b"\0"))
    moment = 0
    for part in parts:
        told = part.lstrip(b"\n").decode("ascii", "replace")
        if told.startswith("\1"):
            _, seconds, names = told.split(",")
            moment = int(seconds) if seconds.isdecimal() else 0
            parents.append(names.partition(" ")[0])
        elif told.startswith(":"):
            _, mode, _, blob, _ = told.split()
            there = mode in _FILE_MODES and not _NOTHING.fullmatch(blob)
            path = next(parts).decode("utf-8", "replace")
            changes.append(Change(path, moment, blob if there else ""))
    return parents, tuple(changes)
