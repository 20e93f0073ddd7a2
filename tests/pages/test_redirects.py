"""Addresses that lead to others."""

import re
from pathlib import Path

from plugins.pages.redirects import render_nginx_map, render_redirects
from tests.incremental.tiny_site import DATA, TinySite, act

MOVED = (("/gromadski-sluhannya/", "/uchast-hromadian/hromadski-slukhannia/"),)
SHORT = (("/a/mr/r/", "/dokumenty/miska-rada/rishennia/"),)


def test_addresses_are_told_to_servers() -> None:
    """The same in the words of static hosts and of nginx: old addresses, then short ones."""
    assert render_redirects(MOVED, SHORT) == (
        f"{MOVED[0][0]} {MOVED[0][1]} 301\n/a/mr/r/* /dokumenty/miska-rada/rishennia/:splat 301\n"
    )
    assert render_nginx_map(MOVED, SHORT) == (
        f'"{MOVED[0][0]}" "{MOVED[0][1]}";\n'
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
