"""Links to other sites lead where they say."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.checks.pattern import pattern
from plugins.council.problem import Problem
from plugins.output import Written, rule

_HREF = pattern(r'href="(https?://[^"]*)"', re.I)
_MIXED = pattern(r"[a-z][^\W\d_a-z]|[^\W\d_a-z][a-z]", re.I)
_LOCAL = pattern(r"localhost|127\.|10\.|192\.168\.|0\.0\.0\.0|\[?::1|.*\.local$|169\.254\.", re.I)


@rule("outside-link", says="Посилання на інший сайт веде туди, куди здається")
def outside_links_are_honest(written: Written) -> Iterator[Problem]:
    """An address of another site hides neither a password nor letters of two alphabets.

    Погано:  https://krm.gov.ua@example.com/, https://раyраl.com/
    Добре:   https://zakon.rada.gov.ua/
    """
    if written.body is None or "://" not in written.body.html:
        return
    for href in dict.fromkeys(_HREF.findall(written.body.html)):
        fault = _fault(href)
        if fault:
            at = max(written.source.find(href[:40], written.start), written.start)
            yield written.problem(at, f"«{href[:60]}»: {fault}", "outside-link")


def _fault(href: str) -> str:
    try:
        parts = urlsplit(href)
        host = parts.hostname or ""
    except ValueError:
        return "це не адреса сайту. Скопіюйте її з браузера знову."
    if "@" in parts.netloc:
        return "перед «@» в адресі ім’я чи пароль. Скопіюйте адресу з браузера знову."
    if any(_MIXED.search(label) for label in host.split(".")):
        return "у назві сайту літери різних абеток. Скопіюйте адресу з браузера знову."
    if _LOCAL.match(host):
        return "це адреса вашого комп’ютера, інші її не відкриють. Знайдіть загальнодоступну."
    return ""
