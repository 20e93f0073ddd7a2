"""Whole addresses of the site's own pages are known from those of others."""

import pytest

from plugins.council.markdown import Reference
from plugins.council.own_links import address_in_site, own_address

OURS = "https://rada.example"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://rada.example/novyny/?p=2#a", "/novyny/"),
        ("http://www.RADA.example/", "/"),
        ("https://rada.example", "/"),
        ("https://rada.example:8443/novyny/", ""),
        ("https://arkhiv.rada.example/novyny/", ""),
        ("https://other.example/?u=https://rada.example/novyny/", ""),
        ("https://[rada.example/novyny/", ""),
    ],
)
def test_host_decides(url: str, address: str) -> None:
    """With or without www and encryption it is the same site; another port or name is not."""
    assert own_address(url, OURS) == address
    assert own_address(url, "https://www.rada.example") == address
    assert address_in_site(Reference(url, "", 1, "web"), OURS) == address


def test_paths_of_content_are_no_addresses() -> None:
    """Only what begins with a slash or a host is an address."""
    assert address_in_site(Reference("/novyny/", "", 1, "address"), OURS) == "/novyny/"
    assert address_in_site(Reference("news/a.md", "", 1, "link"), OURS) == ""
