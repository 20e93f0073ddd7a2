"""Asking for what was not given, until each answer can be understood."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from plugins.alerting.answers import NAMES, Answers, end_of, level_of, start_of, words_of

T = TypeVar("T")

ASKED = ("level", "text", "start", "end")

QUESTIONS = {
    "level": "Рівень ({levels}): ",
    "text": "Що сталося і що робити (перше речення стане заголовком): ",
    "start": "Коли почати (Enter – зараз; 18:00; 2026-11-23 18:00): ",
    "end": "Коли завершити (18:00; 2026-11-23 18:00; «без кінця»): ",
}

Given = Mapping[str, str]
"""What was given beforehand: «level», «text», «start», «end», «link»; the empty were not."""


class MissingError(Exception):
    """Something was not given and there is nobody to ask; the message names it."""


def answers_of(given: Given, now: datetime, ask: Callable[[str], str] | None) -> Answers:
    """Return the answers; ``ask`` puts a question to a person, ``None`` when there is none.

    What was given is not asked again: with a fault in it, ValueError says which.
    """
    if ask is None and (lacking := [name for name in ("level", "text", "end") if not given[name]]):
        names = ", ".join(f"{name.upper()}=…" for name in lacking)
        raise MissingError(f"бракує {names} і нікого спитати.")
    level = _answer("level", given, ask, level_of)
    title, text = _answer("text", given, ask, words_of)
    starts = _answer("start", given, ask, lambda said: start_of(said, now))
    ends = _answer("end", given, ask, lambda said: end_of(said, starts, now))
    return Answers(
        level=level, title=title, text=text, starts=starts, ends=ends, link=given["link"]
    )


def _answer(
    name: str, given: Given, ask: Callable[[str], str] | None, read: Callable[[str], T]
) -> T:
    if given[name] or ask is None:
        try:
            return read(given[name])
        except ValueError as error:
            raise ValueError(f"{name.upper()}: {error}") from None
    levels = ", ".join(f"{number} – {level}" for number, level in enumerate(NAMES, 1))
    while True:
        try:
            return read(ask(QUESTIONS[name].format(levels=levels)))
        except ValueError as error:
            ask_again = str(error)
        print(f"  {ask_again}")
