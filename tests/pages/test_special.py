"""Files of the site that are no pages."""

from plugins.pages.special import render_robots


def test_robots_keep_out_of_a_preview() -> None:
    """A public site shows its map, a preview nothing."""
    assert "Sitemap: https://rada.example/sitemap.xml" in render_robots(
        "https://rada.example", True
    )
    assert render_robots("https://rada.example", False) == "User-agent: *\nDisallow: /\n"
