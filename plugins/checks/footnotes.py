"""Notes below a text."""

import re
from collections.abc import Iterator

from plugins.checks.pattern import pattern
from plugins.council.problem import Problem
from plugins.output import Written, rule

_CODE = pattern(r"<code>.*?</code>", re.S)
_LEFT = pattern(r"\[\^[^\]<\n]{1,60}\]")


@rule("footnote", says="Кожна примітка, на яку вказує текст, є під ним")
def footnotes_are_there(written: Written) -> Iterator[Problem]:
    """No mark of a note stays in the text as it was typed, because the note is not there.

    Погано:  Тариф зросте[^1].
    Добре:   Тариф зросте[^1].

             [^1]: Рішення виконкому від 20.11.2026.
    """
    html = written.body.html if written.body else ""
    if "[^" not in html:
        return
    for mark in dict.fromkeys(_LEFT.findall(_CODE.sub("", html))):
        at = max(written.source.find(mark, written.start), written.start)
        message = f"примітки {mark} немає. Допишіть її окремим рядком: {mark}: пояснення."
        yield written.problem(at, message, "footnote", "warning")
