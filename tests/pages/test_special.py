"""Files of the site that are no pages."""

from plugins.pages.special import render_nginx_map, render_redirects, render_robots

MOVED = (("/gromadski-sluhannya/", "/uchast-hromadian/hromadski-slukhannia/"),)


def test_old_addresses_are_told_to_servers() -> None:
    """The same pair in the words of static hosts and of nginx."""
    assert render_redirects(MOVED) == f"{MOVED[0][0]} {MOVED[0][1]} 301\n"
    assert render_nginx_map(MOVED) == f'"{MOVED[0][0]}" "{MOVED[0][1]}";\n'


def test_robots_keep_out_of_a_preview() -> None:
    """A public site shows its map, a preview nothing."""
    assert "Sitemap: https://rada.example/sitemap.xml" in render_robots(
        "https://rada.example", True
    )
    assert render_robots("https://rada.example", False) == "User-agent: *\nDisallow: /\n"
