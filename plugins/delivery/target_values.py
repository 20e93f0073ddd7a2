"""What a value in ``deploy.toml`` may look like; whatever is anything else is told in words."""

import re
from collections.abc import Callable, Mapping
from typing import Any

Check = Callable[[Any], object]
"""Takes what stands in the file, returns what is meant. Raises ValueError saying how to write."""

Rule = Mapping[str, Check]
"""A check as the metadata of a record's field."""


def text(value: Any) -> str:
    """Words, at least one sign."""
    if not isinstance(value, str) or not value:
        raise ValueError("потрібні слова в лапках")
    return value


def yes_or_no(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("буває true або false")
    return value


def url(value: Any) -> str:
    """An address of the web, without a slash at its end."""
    if not text(value).startswith(("https://", "http://")):
        raise ValueError("адреса починається з https://")
    return text(value).rstrip("/")


def whole(least: int, most: int) -> Check:
    """Return the check of a whole number between two others."""

    def check(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(f"потрібне число від {least} до {most}")
        return value

    return check


def like(pattern: str, says: str) -> Check:
    """Return the check of a text that fits a pattern from its beginning to its end."""
    compiled = re.compile(pattern)

    def check(value: Any) -> str:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            raise ValueError(says)
        return value

    return check


def rule(check: Check) -> Rule:
    """Return the check as a field takes it."""
    return {"check": check}


def path(value: Any) -> str:
    """A folder of a host, as its shell and its web server are given it."""
    parts = text(value).split("/")
    if ".." in parts or value[0] in "-~" or not value.isprintable() or set(value) & set('"\\$`'):
        raise ValueError("шлях від кореня, як /srv/site, без «..», «~», «$» і лапок")
    return text(value).rstrip("/")


TEXT = rule(text)
YES_OR_NO = rule(yes_or_no)
URL = rule(url)
PORT = rule(whole(1, 65535))
PATIENCE = rule(whole(0, 3600))
KEEP = rule(whole(2, 1000))
PATH = rule(path)
HOST = rule(
    like(
        r"[A-Za-z0-9_\[][A-Za-z0-9._:@\[\]-]*",
        "ім’я хоста, за потреби з користувачем: web@example.org",
    )
)
VARIABLE = rule(like(r"[A-Za-z_][A-Za-z0-9_]*", "назва змінної середовища, як FTP_PASSWORD"))
REMOTE = rule(like(r"[^-].*", "назва віддаленого сховища git або його адреса"))
BRANCH = rule(like(r"[A-Za-z0-9][A-Za-z0-9._/-]*", "назва гілки, як gh-pages"))
DOMAIN = rule(like(r"[a-z0-9.-]+", "домен малими літерами, як www.example.org"))
BUCKET = rule(like(r"[a-z0-9][a-z0-9.-]+", "назва сховища: малі літери, цифри, «.» і «-»"))
PREFIX = rule(like(r"[^/].*|", "початок назв у сховищі, як site/"))
