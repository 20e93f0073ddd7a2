"""Addresses that lead to others."""

import re
from pathlib import Path

from plugins.output import Gathered
from plugins.pages.redirects import render_nginx_map, render_redirects
from tests.incremental.tiny_site import DATA, TinySite, act, news

MOVED = (("/gromadski-sluhannya/", "/uchast-hromadian/hromadski-slukhannia/"),)
SHORT = (("/a/mr/r/", "/dokumenty/miska-rada/rishennia/"),)


def test_addresses_are_told_to_servers() -> None:
    """The same in the words of static hosts and of nginx: old addresses, then short ones."""
    moved, listed = Gathered("", lambda: MOVED), "/category/ноvyny/\t/novyny/\n"
    assert render_redirects(moved, listed, SHORT) == (
        f"{MOVED[0][0]} {MOVED[0][1]} 301\n/category/%D0%BD%D0%BEvyny/ /novyny/ 301\n"
        "/a/mr/r/* /dokumenty/miska-rada/rishennia/:splat 301\n"
    )
    assert render_nginx_map(moved, listed, SHORT) == (
        f'"{MOVED[0][0]}" "{MOVED[0][1]}";\n"/category/ноvyny/" "/novyny/";\n'
        '"~^/a/mr/r/(?<act>.+)$" "/dokumenty/miska-rada/rishennia/$act";\n'
    )


def test_short_address_answers_for_ever(tmp_path: Path) -> None:
    """With a page of its own; after a retitle at the same place, after a new number at both."""
    site = TinySite(tmp_path)
    site.write("data/bodies.yaml", DATA["bodies.yaml"].replace("genitive", "code: mr\n  genitive"))
    site.write("acts/1.md", act("1"))
    site.build()
    target = "/dokumenty/miska-rada/rishennia/2026/1/"
    page = "a/mr/rishennia/2026/1/index.html"
    assert f'content="0; url={target}"' in site.read(page)
    assert re.search(r"<dt>Коротка адреса</dt>\n<dd>.*/a/mr/", site.read(f"{target[1:]}index.html"))
    site.write("acts/1.md", act("1-a", "Інша назва", aliases=f"[{target}]"))
    site.build()
    assert 'url=/dokumenty/miska-rada/rishennia/2026/1-a/"' in site.read(page)
    assert (site.output / "a/mr/rishennia/2026/1-a/index.html").is_file()


def test_new_act_leaves_the_maps_of_servers_alone(tmp_path: Path) -> None:
    """Hosts limit how long a map may be, and an archive has no limit."""
    site = TinySite(tmp_path)
    site.write("acts/1.md", act("1"))
    site.build()
    site.write("acts/2.md", act("2"))
    assert not {"_redirects", "redirects.map"} & set(site.build().changes.written)


def test_old_addresses_of_wordpress_and_of_its_lists_answer(tmp_path: Path) -> None:
    """A number, Cyrillic letters, a list of a category; a file of old only on servers."""
    site = TinySite(tmp_path)
    site.write("news/2026/a.md", news(aliases="['/?p=12', '/2026/05/%D0%B0%D0%BA%D1%82/']"))
    moved = "/category/novyny/\t/novyny/\n/wp-content/uploads/a.pdf\t/files/a.pdf\n"
    site.write("data/moved.tsv", moved)
    site.build()
    for old in ("p/12", "2026/05/акт"):
        assert 'content="0; url=/novyny/2026/a/"' in site.read(f"{old}/index.html")
    assert 'content="0; url=/novyny/"' in site.read("category/novyny/index.html")
    assert not (site.output / "wp-content").exists()
    assert "/wp-content/uploads/a.pdf /files/a.pdf 301\n" in site.read("_redirects")
    assert '"/p/12/" "/novyny/2026/a/";\n' in site.read("redirects.map")


def test_a_line_more_renders_no_page_anew(tmp_path: Path) -> None:
    """The list of moved addresses is no part of what every page shows."""
    site = TinySite(tmp_path)
    site.write("news/2026/a.md", news())
    site.build()
    site.write("data/moved.tsv", "/category/novyny/\t/novyny/\n")
    assert set(site.build().changes.written) == {
        "_redirects", "redirects.map", "category/novyny/index.html",
    }  # fmt: skip
