"""Links to other sites lead where they say."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, urlsplit

from plugins.checks.pattern import pattern
from plugins.council.problem import Problem
from plugins.output import Written, rule

_HREF = pattern(r'href="((?:https?://|mailto:)[^"]*)"', re.I)
_LINK = pattern(r'<a href="(https?://[^"]*)"[^>]*>\s*((?:https?://|www\.)[^<\s]+)\s*</a>', re.I)
_MAIL = pattern(r"mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:\?subject=(?!.*%0[ad])[^&]*)?", re.I)
_MIXED = pattern(r"[a-z][^\W\d_a-z]|[^\W\d_a-z][a-z]", re.I)
_LOCAL = pattern(r"localhost$|.*\.(?:local|localhost|internal|lan|home)$", re.I)
_NUMBER = pattern(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+)){0,3}\.?$", re.I)
_NAME = pattern(r"[\w-]+(?:\.[\w-]+)*\.?")
_NO_ADDRESS = "це не адреса сайту. Скопіюйте її з браузера знову."


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
            begins = href.replace("%20", " ")[:40]  # as it was typed
            at = max(written.source.find(begins, written.start), written.start)
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
        host = unquote(parts.hostname or "")
        port = parts.port  # one above 65535 is told as it is asked for
    except ValueError:
        return _NO_ADDRESS
    if "@" in parts.netloc:
        return "перед «@» в адресі ім’я чи пароль. Скопіюйте адресу з браузера знову."
    if any(_MIXED.search(label) for label in host.split(".")):
        return "у назві сайту літери різних абеток. Скопіюйте адресу з браузера знову."
    if any(map(_imitates, host.split("."))):
        return "назва сайту лише схожа на латинську. Скопіюйте адресу з браузера знову."
    if _LOCAL.match(host) or _is_of_own_network(host):
        return "це адреса вашого комп’ютера, інші її не відкриють. Знайдіть загальнодоступну."
    return _NO_ADDRESS if port == 0 or not (":" in host or _NAME.fullmatch(host)) else ""


def _is_of_own_network(host: str) -> bool:
    """Say whether numbers stand for a host that only its own network knows (RFC 6890).

    «2130706433» and «0x7f.1» are 127.0.0.1 to a browser (URL Standard, 3.5); nobody writes so.
    """
    if not host[:1].isdecimal() and ":" not in host:
        return False
    from ipaddress import ip_address  # few links have numbers

    try:
        address = ip_address(host)
    except ValueError:
        return _NUMBER.match(host) is not None
    mapped = getattr(address, "ipv4_mapped", None)
    return not (mapped or address).is_global


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
