"""A tiny site in a git repository of its own, with commits at moments that tests choose."""

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from plugins.incremental.console import Console
from plugins.incremental.ledger import write_ledger
from tests.incremental.tiny_site import TinySite

WHO = {
    "GIT_AUTHOR_NAME": "Таємний Редактор", "GIT_AUTHOR_EMAIL": "secret@example.org",
    "GIT_COMMITTER_NAME": "Таємний Редактор", "GIT_COMMITTER_EMAIL": "secret@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


def git(folder: Path, *arguments: str, at: datetime | None = None) -> str:
    """Run git as a secret editor; ``at`` is the moment of a commit."""
    moment = f"@{int((at or datetime(2026, 11, 20, tzinfo=UTC)).timestamp())} +0000"
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", *arguments],
        cwd=folder, env={**kept, **WHO, **dates}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@dataclass
class GitSite(TinySite):
    """A tiny site whose folder is a repository."""

    def __post_init__(self) -> None:
        """Write the first page and begin a repository."""
        super().__post_init__()
        git(self.base, "init", "--quiet")
        (self.base / ".gitignore").write_text("/.build/\n/output/\n/clean-*/\n")

    def commit(self, day: int, hour: int = 10) -> str:
        """Commit all, on a day of November 2026 at an hour of UTC; return the commit."""
        git(self.base, "add", "--all", "content")
        at = datetime(2026, 11, day, hour, tzinfo=UTC)
        git(self.base, "commit", "--quiet", "--allow-empty", "--message", "Зміна", at=at)
        return git(self.base, "rev-parse", "HEAD")

    def publish(self, day: int, hour: int = 10) -> None:
        """Write the ledger at a moment, as CI does after a deploy, and commit it."""
        now, self.now = self.now, datetime(2026, 11, day, hour, tzinfo=UTC)
        write_ledger(self.settings(), Console())
        self.now = now
        self.commit(day, hour)
