"""Links to other sites lead where they say."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from plugins.checks.pattern import pattern
from plugins.council.problem import Problem
from plugins.output import Written, rule

_HREF = pattern(r'href="((?:https?://|mailto:)[^"]*)"', re.I)
_LINK = pattern(r'<a href="(https?://[^"]*)"[^>]*>\s*((?:https?://|www\.)[^<\s]+)\s*</a>', re.I)
_MAIL = pattern(r"mailto:[^?&]+(?:\?subject=[^&]*)?", re.I)
_MIXED = pattern(r"[a-z][^\W\d_a-z]|[^\W\d_a-z][a-z]", re.I)
_LOCAL = pattern(r"localhost|127\.|10\.|192\.168\.|0\.0\.0\.0|\[?::1|.*\.local$|169\.254\.", re.I)


@rule("outside-link", says="Посилання на інший сайт веде туди, куди здається")
def outside_links_are_honest(written: Written) -> Iterator[Problem]:
    """An address of another site hides no password, no letters that look like others, no reader.

    Погано:  https://krm.gov.ua@example.com/, https://раyраl.com/
    Добре:   https://zakon.rada.gov.ua/
    """
    html = written.body.html if written.body else ""
    if "://" not in html and "mailto:" not in html:
        return
    for href in dict.fromkeys(map(unescape, _HREF.findall(html))):
        fault = _fault(href)
        if fault:
            at = max(written.source.find(href[:40], written.start), written.start)
            yield written.problem(at, f"«{href[:60]}»: {fault}", "outside-link")
    for href, words in _LINK.findall(html):
        said, led = _host(words if "://" in words else f"https://{words}"), _host(href)
        if said != led:
            at = max(written.source.find(words[:40], written.start), written.start)
            message = f"написано «{said}», а веде на «{led}». Напишіть словами, що за посиланням."
            yield written.problem(at, message, "outside-link")


def _host(address: str) -> str:
    try:
        return (urlsplit(unescape(address)).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _fault(href: str) -> str:
    if href.lower().startswith("mailto:"):
        if _MAIL.fullmatch(href):
            return ""
        return "лист має лише адресата й тему. Приберіть решту: mailto:rada@krm.gov.ua."
    try:
        parts = urlsplit(href)
        host = parts.hostname or ""
    except ValueError:
        return "це не адреса сайту. Скопіюйте її з браузера знову."
    if "@" in parts.netloc:
        return "перед «@» в адресі ім’я чи пароль. Скопіюйте адресу з браузера знову."
    if any(_MIXED.search(label) for label in host.split(".")):
        return "у назві сайту літери різних абеток. Скопіюйте адресу з браузера знову."
    if any(map(_imitates, host.split("."))):
        return "назва сайту лише схожа на латинську. Скопіюйте адресу з браузера знову."
    if _LOCAL.match(host):
        return "це адреса вашого комп’ютера, інші її не відкриють. Знайдіть загальнодоступну."
    return ""


def _imitates(label: str) -> bool:
    """Say whether a name is written in Cyrillic letters only that all look like Latin ones.

    Browsers show such a name as ``xn--…`` (RFC 5891), so readers are not deceived by it there; on
    paper and in a list of addresses they are.
    """
    if label.startswith("xn--"):
        try:
            label = label.encode().decode("idna")
        except UnicodeError:
            return False
    letters = [sign for sign in label if sign.isalpha()]
    return len(letters) > 2 and not label.isascii() and all(sign in _ALIKE for sign in letters)


_ALIKE = frozenset("аԁеһіјӏорԛѕсԝхуѵ")
