from pathlib import Path

import pytest

from plugins.incremental.git_repository import Change, GitError, head_of, repository_of
from tests.incremental.git_site import git


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A repository with one commit of one file."""
    git(tmp_path, "init", "--quiet")
    put(tmp_path, "a.md", "1")
    return tmp_path


def put(base: Path, name: str, words: str) -> str:
    """Commit a file and return the commit."""
    (base / name).parent.mkdir(parents=True, exist_ok=True)
    (base / name).write_text(words)
    git(base, "add", "--all")
    git(base, "commit", "--quiet", "--message", "x")
    return git(base, "rev-parse", "HEAD")


def without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every question to git fail."""
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("git was asked"))


def names(changes: tuple[Change, ...] | None) -> list[str]:
    """Return the paths of changes."""
    assert changes is not None
    return [change.path for change in changes]


def test_head_is_read_without_git(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a branch, packed refs, a worktree and a detached head alike."""
    head = git(base, "rev-parse", "HEAD")
    git(base, "worktree", "add", "--quiet", str(base / "tree"), "-b", "feature/x")
    with monkeypatch.context() as patch:
        without_git(patch)
        assert head_of(base) == head_of(base / "tree") == head
    git(base, "pack-refs", "--all")
    with monkeypatch.context() as patch:
        without_git(patch)
        assert head_of(base) == head_of(base / "tree") == head
    git(base, "checkout", "--quiet", "--detach")
    without_git(monkeypatch)
    assert head_of(base) == head


def test_there_may_be_no_head(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plain folder, a repository without commits, a machine without git."""
    assert head_of(tmp_path) == ""
    git(tmp_path, "init", "--quiet")
    assert head_of(tmp_path) == ""
    put(tmp_path, "a.md", "1")
    assert head_of(tmp_path)
    monkeypatch.setenv("PATH", "")
    assert head_of(tmp_path) == ""


def test_a_broken_git_folder_is_no_history(tmp_path: Path) -> None:
    """Whatever lies in ``.git``, nothing falls."""
    (tmp_path / ".git").write_text("gitdir: /nowhere\n")
    assert head_of(tmp_path) == ""
    (tmp_path / ".git").write_bytes(b"\xff\x00")
    assert head_of(tmp_path) == ""


def test_changes_come_newest_first(base: Path) -> None:
    """Each with its blob; a removed file has none."""
    second = put(base, "тека/б.md", "2")
    git(base, "rm", "--quiet", "a.md")
    git(base, "commit", "--quiet", "--message", "x")
    repository = repository_of(base)
    assert repository is not None
    changes = repository.changes(repository.head())
    assert names(changes) == ["a.md", "тека/б.md", "a.md"]
    assert changes is not None and [bool(one.blob) for one in changes] == [False, True, True]
    assert names(repository.changes(repository.head(), second)) == ["a.md"]
    assert list(repository.blobs((one.blob for one in changes[1:]), 10)) == [b"2", b"1"]


def test_only_the_main_line_counts(base: Path) -> None:
    """What a branch tried before it was merged was never on the site."""
    git(base, "checkout", "--quiet", "-b", "side")
    put(base, "b.md", "draft")
    put(base, "b.md", "ready")
    git(base, "checkout", "--quiet", "-")
    put(base, "c.md", "1")
    git(base, "merge", "--quiet", "--no-ff", "-m", "x", "side")
    repository = repository_of(base)
    assert repository is not None
    changes = repository.changes(repository.head())
    assert names(changes) == ["b.md", "c.md", "a.md"]
    assert changes is not None
    assert next(iter(repository.blobs([changes[0].blob], 10))) == b"ready"


def test_a_head_off_the_main_line_is_told(base: Path) -> None:
    """History rewritten, moved back, or reached by a merge the wrong way round."""
    repository = repository_of(base)
    assert repository is not None
    first = repository.head()
    second = put(base, "b.md", "1")
    assert repository.changes(first, second) is None
    git(base, "checkout", "--quiet", "-b", "other", first)
    put(base, "c.md", "1")
    assert repository.changes(repository.head(), second) is None
    git(base, "merge", "--quiet", "--no-ff", "-m", "x", second)
    assert repository.changes(repository.head(), second) is None
    with pytest.raises(GitError):
        repository.changes(repository.head(), "0" * 39 + "1")


def test_names_and_objects_that_mean_harm(base: Path) -> None:
    """Signs of git's own output in a name, a link, an object that is no file or is not there."""
    evil = "\x01a\n:100644 b\t.md"
    put(base, evil, "1")
    (base / "link.md").symlink_to("/etc/passwd")
    git(base, "add", "--all")
    git(base, "commit", "--quiet", "--message", "x")
    repository = repository_of(base)
    assert repository is not None
    changes = repository.changes(repository.head())
    assert names(changes) == ["link.md", evil, "a.md"]
    assert changes is not None and changes[0].blob == ""
    head = repository.head()
    asked = [changes[1].blob, head, "0" * 39 + "1", changes[2].blob]
    assert list(repository.blobs(asked, 10)) == [b"1", b"", b"", b"1"]
    assert list(repository.blobs(asked, 0)) == [b""] * 4
    assert list(repository.blobs([], 10)) == []


def test_settings_of_a_user_change_nothing(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither configuration nor a hook's environment leads git elsewhere."""
    for name, value in {"log.showRoot": "false", "diff.renames": "copies", "log.date": "iso",
                        "core.quotePath": "true", "color.ui": "always",
                        "log.showSignature": "true"}.items():  # fmt: skip
        git(base, "config", name, value)
    git(base, "mv", "a.md", "b.md")
    git(base, "commit", "--quiet", "--message", "x")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere")
    repository = repository_of(base)
    assert repository is not None
    assert names(repository.changes(repository.head())) == ["a.md", "b.md", "a.md"]
