import subprocess
from pathlib import Path

from plugins.delivery.repository import Version, is_before, version_of


def git(folder: Path, *words: str) -> None:
    """Run git at a fixed moment."""
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "init.defaultBranch=main"]
    when = {"GIT_COMMITTER_DATE": "2026-11-24T12:00:00+02:00", "PATH": "/usr/bin:/bin"}
    subprocess.run(["git", *who, "-C", str(folder), *words], check=True, env=when)


def test_version_and_order_of_commits(tmp_path: Path) -> None:
    """A commit, its time in UTC, whether more lies there; which of two came first."""
    assert version_of(tmp_path) == Version()
    git(tmp_path, "init", "--quiet")
    (tmp_path / "text").write_text("1")
    git(tmp_path, "add", "text")
    git(tmp_path, "commit", "--quiet", "-m", "1")
    first = version_of(tmp_path)
    assert (first.committed, first.changed) == ("2026-11-24T10:00:00Z", False)
    (tmp_path / "text").write_text("2")
    assert version_of(tmp_path).changed
    git(tmp_path, "commit", "--quiet", "-am", "2")
    second = version_of(tmp_path)
    assert is_before(tmp_path, first.commit, second.commit)
    assert not is_before(tmp_path, second.commit, first.commit)
    assert not is_before(tmp_path, second.commit, second.commit)
    assert not is_before(tmp_path, "0" * 40, second.commit)
