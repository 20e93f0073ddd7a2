"""Which version of the repository a release is made from."""

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Version:
    """A commit and its time (ISO, UTC); both empty where there is no repository.

    ``changed`` says that the folder holds what no commit does.
    """

    commit: str = ""
    committed: str = ""
    changed: bool = False


def version_of(folder: Path) -> Version:
    """Return the version that is checked out in a folder."""
    told = _git(folder, "log", "-1", "--format=%H %ct")
    if not told:
        return Version()
    commit, moment = told.split()
    committed = datetime.fromtimestamp(int(moment), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Version(commit, committed, bool(_git(folder, "status", "--porcelain", "--", ".")))


def is_before(folder: Path, commit: str, other: str) -> bool:
    """Whether a commit is an ancestor of another, as far as the repository knows both."""
    if not commit or not other or commit == other:
        return False
    ran = _asked(folder, "merge-base", "--is-ancestor", commit, other)
    return ran is not None and ran.returncode == 0


def _git(folder: Path, *arguments: str) -> str:
    """Return what git says, empty when it refuses or is not there."""
    ran = _asked(folder, *arguments)
    return ran.stdout.strip() if ran is not None and ran.returncode == 0 else ""


def _asked(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str] | None":
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    except OSError:
        return None
