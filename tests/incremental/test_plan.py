from pathlib import Path

import pytest

from plugins.incremental.errors import ContentError
from tests.incremental.tiny_site import TinySite, news


@pytest.mark.parametrize(
    "alias",
    [
        "/novyny/",
        "/Novyny/",
        "/novyny/2026/",
        "/novyny",
        "/novyny/2026",
        "/robots.txt",
        "/robots.txt/a/",
        "/build.json",
        "/404.html",
        "/sitemap.xml",
        "/index.html",
        "/kontakty/",
        "/KONTAKTY",
    ],
)
def test_alias_cannot_take_what_the_site_publishes(tmp_path: Path, alias: str) -> None:
    """An old address that is a file or folder of the site, in any case, names its line."""
    site = TinySite(tmp_path)
    site.write("news/2026/a.md", news(aliases=f"[{alias}]"))
    with pytest.raises(ContentError) as caught:
        site.build()
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.field) == ("news/2026/a.md", 4, "aliases")
    assert not site.output.exists()


@pytest.mark.parametrize("alias", ["/./novyny/", "/novyny/./", "/../a/", "//novyny/", "/a/../b/"])
def test_alias_cannot_leave_the_folder_or_hide_behind_dots(tmp_path: Path, alias: str) -> None:
    """An address that is no plain path is refused before anything is written."""
    site = TinySite(tmp_path)
    site.write("news/2026/a.md", news(aliases=f"[{alias}]"))
    with pytest.raises(ContentError) as caught:
        site.build()
    assert {problem.path for problem in caught.value.problems} == {"news/2026/a.md"}


def test_page_cannot_take_the_place_of_a_list(tmp_path: Path) -> None:
    """A page whose address is that of a list is told by its file."""
    site = TinySite(tmp_path)
    site.write("pages/novyny.md", news().replace("date: 2026-11-20\n", ""))
    with pytest.raises(ContentError) as caught:
        site.build()
    assert [problem.path for problem in caught.value.problems] == ["pages/novyny.md"]


def test_mark_is_the_first_output(tmp_path: Path) -> None:
    """A build killed after its first file leaves a folder that the next one knows."""
    site = TinySite(tmp_path)
    assert site.build().changes.written[0] == "build.json"
