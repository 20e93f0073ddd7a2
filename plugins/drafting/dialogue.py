"""The conversation with the person at the keyboard: a question a line, each answer checked."""

import sys
from collections.abc import Callable, Mapping
from datetime import datetime

from plugins.council.header_words import KIND_WORDS
from plugins.council.vocabulary import Vocabulary
from plugins.drafting.questions import NoAnswer, Question, answer, questions

Ask = Callable[[str], str]


def say(words: str = "") -> None:
    """Write a line for the person at the keyboard."""
    print(words, file=sys.stderr, flush=True)


def ask_kind(ask: Ask) -> str:
    """Return the folder of the kind that the person chose."""
    say("Що створити?")
    return _chosen(KIND_WORDS, "Номер або назва теки: ", ask)


def ask_all(
    folder: str, given: Mapping[str, object], words: Vocabulary, now: datetime,
    ask: Ask | None, *, defaults: bool,
) -> dict[str, object]:  # fmt: skip
    """Ask for what is not given yet. With ``defaults`` nothing is asked that has an answer.

    Without anybody to ``ask`` the rest stays unknown: comments in the file.
    """
    known = dict(given)
    for question in questions(folder, words):
        if question.key in known:
            continue
        if defaults and (question.now or not question.required):
            if question.now:
                known[question.key] = now
            continue
        if ask is None:
            continue
        value = _asked(folder, question, now, ask)
        if value is not None:
            known[question.key] = value
    return known


def _asked(folder: str, question: Question, now: datetime, ask: Ask) -> object | None:
    label = question.words[0].upper() + question.words[1:]
    while True:
        if question.choices:
            say(f"{label}:")
            typed = _chosen(question.choices, "Номер або ключ: ", ask)
        else:
            typed = ask(f"{label}{_hint(question, now)}: ").strip()
        if not typed and question.now:
            return now
        if not typed and not question.required:
            return None
        if not typed:
            say("  Без цього не можна. Напишіть кілька слів або натисніть Ctrl+C, щоб вийти.")
            continue
        try:
            return answer(folder, question.key, typed, now)
        except NoAnswer as error:
            say(f"  {error}")


def _hint(question: Question, now: datetime) -> str:
    if question.now:
        return f" (Enter – зараз, {now:%Y-%m-%d %H:%M})"
    if not question.required:
        return " (Enter – пропустити)"
    return f" (наприклад: {question.example})" if question.example else ""


def _chosen(choices: Mapping[str, str], prompt: str, ask: Ask) -> str:
    """Return the key of a choice, named by its number, its key or its name."""
    keys = list(choices)
    for number, key in enumerate(keys, 1):
        name = f" – {choices[key]}" if choices[key] else ""
        say(f"  {number:2}. {key}{name}")
    while True:
        typed = ask(prompt).strip()
        if typed.isdecimal() and 1 <= int(typed) <= len(keys):
            return keys[int(typed) - 1]
        for key, name in choices.items():
            if typed and typed.lower() in (key, name.lower()):
                return key
        say(f"  Напишіть номер від 1 до {len(keys)}.")
