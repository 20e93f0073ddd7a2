"""A commit for each save: the history of a text, and the way back."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_NOBODY = (
    "git не знає, хто ви. Виконайте в терміналі дві команди зі своїм ім’ям і поштою: "
    'git config --global user.name "Ім’я Прізвище", '
    "git config --global user.email nazva@domen.ua"
)


class CommitError(Exception):
    """The commit was not made; the message says why, for an editor."""


def repository_of(folder: Path) -> Path | None:
    """Return the top folder of the repository around a folder, ``None`` when there is none."""
    if shutil.which("git") is None:
        return None
    done = _git(folder, "rev-parse", "--show-toplevel")
    return Path(done.stdout.strip()) if done.returncode == 0 else None


def commit(top: Path, files: Iterable[Path], message: str) -> None:
    """Commit these files and no others. Raises CommitError."""
    paths = [str(file) for file in files]
    added = _git(top, "add", "--all", "--", *paths)
    if added.returncode:
        raise CommitError(_words(added.stderr))
    if _git(top, "diff", "--cached", "--quiet", "--", *paths).returncode == 0:
        return  # saved as it was
    subject = " ".join(message.split())[:200]
    done = _git(top, "commit", "--quiet", "--message", subject, "--only", "--", *paths)
    if done.returncode:
        _git(top, "reset", "--quiet", "--", *paths)
        raise CommitError(_words(done.stderr or done.stdout))


def _words(said: str) -> str:
    if "user.email" in said or "empty ident" in said:
        return _NOBODY
    return f"git відмовив: {' '.join(said.split())[-500:]}"


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    return subprocess.run(
        ["git", "-c", "core.quotePath=false", *arguments], cwd=folder, capture_output=True,
        text=True, encoding="utf-8", errors="replace", check=False,
        env={**kept, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"},
    )  # fmt: skip
