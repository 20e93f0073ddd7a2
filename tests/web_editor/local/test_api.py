"""The protocol of Decap's proxy: texts and files saved together, each save a commit of its own."""

import os
from base64 import b64encode
from pathlib import Path

import pytest

from plugins.web_editor.local.api import Api
from plugins.web_editor.local.desk import Desk, DeskError
from plugins.web_editor.local.repository import repository_of
from tests.incremental.git_site import WHO, git
from tests.incremental.tiny_site import picture

NEWS = (
    "---\ntitle: {title}\ndate: 2026-11-23\nimage: images/f.png\nimage_alt: Зразок\n---\nТекст.\n"
)
PATH = "content/news/2026/2026-11-23-nova.md"


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with content, in a repository with one commit."""
    for name, value in WHO.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "content/news").mkdir(parents=True)
    (tmp_path / "content/acts").mkdir()
    (tmp_path / "other.txt").write_text("чуже\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Початок")
    return tmp_path


@pytest.fixture
def api(base: Path) -> Api:
    """The answers for it."""
    return Api(Desk(base / "content"), repository_of(base / "content"))


def persist(title: str = "Нова", path: str = PATH, **more: object) -> dict[str, object]:
    """Return the question by which Decap saves a text with a picture."""
    asset = {
        "path": "content/images/f.png",
        "content": b64encode(picture()).decode(),
        "encoding": "base64",
    }
    text = {"slug": "x", "path": path, "raw": NEWS.format(title=title), **more}
    options = {
        "commitMessage": "Новий текст: Новина\nдругий рядок",
        "useWorkflow": False,
        "status": "draft",
    }
    params = {"branch": "main", "dataFiles": [text], "assets": [asset], "options": options}
    return {"branch": "main", "action": "persistEntry", "params": params}


def get(api: Api, path: str = PATH) -> object:
    """Return what stands in a text, as Decap reads it."""
    return api.answer({"action": "getEntry", "params": {"branch": "main", "path": path}})["data"]


def test_saved_and_committed(api: Api, base: Path) -> None:
    """The text and its picture are one commit; what else changed in the folder is not in it."""
    (base / "other.txt").write_text("недописане\n")
    api.answer(persist())
    files = git(base, "show", "--name-only", "--format=%s", "HEAD").split("\n\n")
    assert files == ["Новий текст: Новина другий рядок", f"content/images/f.png\n{PATH}"]
    assert git(base, "status", "--short") == "M other.txt"
    assert get(api) == NEWS.format(title="Нова")


def test_what_was_staged_stays_staged(api: Api, base: Path) -> None:
    """A colleague's half-made commit in the same folder is left alone."""
    (base / "other.txt").write_text("недописане\n")
    git(base, "add", "other.txt")
    api.answer(persist())
    assert git(base, "diff", "--cached", "--name-only") == "other.txt"


def test_saved_as_it_was(api: Api, base: Path) -> None:
    """A save without a change makes no commit and is no error."""
    api.answer(persist())
    head = git(base, "rev-parse", "HEAD")
    api.answer(persist())
    assert git(base, "rev-parse", "HEAD") == head


def test_lists(api: Api) -> None:
    """A list has the texts with what stands in them; media come as bytes."""
    api.answer(persist())
    asked = {"folder": "content/news", "extension": "md", "depth": 2, "branch": "main"}
    (found,) = api.answer({"action": "entriesByFolder", "params": asked})
    assert found["file"]["path"] == PATH and "Нова" in found["data"]
    media = api.answer({"action": "getMedia", "params": {"mediaFolder": "content/images"}})
    assert [one["name"] for one in media] == ["f.png"]
    assert get(api, "content/news/nema.md") is None


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (persist(title=""), "title: "),
        (persist(path="content/data/ledger.tsv"), "не текст"),
        (persist(path="content/../Makefile"), "не текст"),
        (persist(newPath="content/news/x.md"), "перейменувати"),
        ({"action": "deleteFiles", "params": {"paths": ["content/acts/a.md"]}}, "не видаляють"),
        ({"action": "exec"}, "незрозумілий"),
        ({"action": "getEntry"}, "незрозумілий"),
        ([], "незрозумілий"),
    ],
)
def test_refused(api: Api, base: Path, question: object, words: str) -> None:
    """What is refused leaves no trace on the disk or in the history."""
    with pytest.raises(DeskError, match=words):
        api.answer(question)
    assert git(base, "status", "--short") == "" and not (base / "content/images").exists()


def test_no_commit_no_change(api: Api, base: Path) -> None:
    """When git refuses, the text is as it was, and the words of git's refusal come back."""
    hook = base / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho перевірка не пройшла >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(DeskError, match="git відмовив: перевірка не пройшла"):
        api.answer(persist())
    assert git(base, "status", "--short") == "" and get(api) is None


def test_git_does_not_know_who(api: Api, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The editor is told which two commands to run."""
    for name in WHO:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git(base, "config", "user.useConfigOnly", "true")
    with pytest.raises(DeskError, match=r"git config --global user\.name"):
        api.answer(persist())


def test_without_git(tmp_path: Path) -> None:
    """In a plain folder texts are simply saved."""
    (tmp_path / "content").mkdir()
    api = Api(Desk(tmp_path / "content"), None)
    api.answer(persist())
    assert get(api) == NEWS.format(title="Нова")


def test_deleted(api: Api, base: Path) -> None:
    """A news item goes, and the history knows it."""
    api.answer(persist())
    asked = {"paths": [PATH], "options": {"commitMessage": "Видалено"}}
    api.answer({"action": "deleteFiles", "params": asked})
    assert get(api) is None and git(base, "log", "-1", "--format=%s") == "Видалено"
