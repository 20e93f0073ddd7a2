"""The contract with pelican-search and the program that it drives."""

import logging
import stat
import tomllib
from pathlib import Path

import pytest

from tests.incremental.tiny_site import TinySite, news, tree

STUB = """#!/bin/sh
echo "$@" > "$(dirname "$0")/asked"
cp "$3" "$(dirname "$0")/input.toml"
echo index > "$5"
"""


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A small site that asks for Stork."""
    tiny = TinySite(tmp_path)
    tiny.write("news/2026/2026-11-20-voda.md", news("Вода"))
    tiny.engine = "stork"
    return tiny


@pytest.fixture
def stork(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on PATH with a program «stork» that writes down what it is asked."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "stork"
    program.write_text(STUB)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    return folder


def test_stork_gets_every_page(site: TinySite, stork: Path) -> None:
    """Stork is asked as pelican-search asks it, with each page, its address and title."""
    site.build()
    output = site.output
    assert (stork / "asked").read_text() == (
        f"build --input {output}/search.toml --output {output}/search-index.st\n"
    )
    asked = tomllib.loads((stork / "input.toml").read_text("utf-8"))["input"]
    assert asked["base_directory"] == str(output) and asked["html_selector"] == "main"
    page = {"path": "novyny/2026/voda/index.html", "url": "/novyny/2026/voda/", "title": "Вода"}
    assert page in asked["files"]
    assert all((output / file["path"]).is_file() for file in asked["files"])
    assert (output / "search-index.st").is_file() and (output / "poshuk/data/facets").is_file()


def test_without_stork_the_own_index_serves(
    site: TinySite, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Where there is no such program one is told so, and the site is what it always is."""
    monkeypatch.setenv("PATH", "/nowhere")
    with caplog.at_level(logging.WARNING):
        site.build()
    assert "stork немає в PATH" in caplog.text
    site.engine = "static"
    assert tree(site.output) == site.clean_tree()


def test_unknown_engine_is_told(site: TinySite, caplog: pytest.LogCaptureFixture) -> None:
    """A misspelt setting does not pass in silence."""
    site.engine = "storrk"
    with caplog.at_level(logging.WARNING):
        site.build()
    assert "storrk" in caplog.text


def test_a_stork_that_fails_is_told(
    site: TinySite, stork: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A program that fails takes nothing of the site with it."""
    (stork / "stork").write_text("#!/bin/sh\necho broken >&2\nexit 1\n")
    with caplog.at_level(logging.WARNING):
        site.build()
    assert "broken" in caplog.text and (site.output / "poshuk/data/facets").is_file()
