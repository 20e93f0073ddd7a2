"""``python -m plugins.drafting --content content``: what ``make new`` runs."""

import argparse
import os
import re
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from plugins.council.data_yaml import VocabularyError
from plugins.council.dates import KYIV
from plugins.council.draft import draft_path, draft_text, own_keys
from plugins.council.header import KINDS
from plugins.council.header_words import KIND_WORDS
from plugins.council.vocabulary import Vocabulary, vocabulary_in
from plugins.drafting.bodies import example_body
from plugins.drafting.dialogue import ask_all, ask_kind, say
from plugins.drafting.questions import NoAnswer, answer, require_known

OK, REFUSED, CANCELLED = 0, 1, 130


def main(arguments: list[str] | None = None) -> int:
    """Make one new text and return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return _make(options, datetime.now(KYIV))
    except (KeyboardInterrupt, EOFError):
        say("\nСкасовано. Нічого не створено.")
        return CANCELLED
    except OSError as error:
        say(f"Не створено, диск відмовив: {error}")
        return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make new", description=__doc__)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--data", type=Path, default=Path("content/data"))
    parser.add_argument(
        "--given", default="", help="імена змінних середовища з відповідями: KIND TITLE DATE …"
    )
    return parser


def _make(options: argparse.Namespace, now: datetime) -> int:
    given = {name.lower(): os.environ.get(name, "") for name in options.given.split()}
    try:
        words = _vocabulary(options)
        folder, known = _answers(given, words, now)
    except _Refused as error:
        say(str(error))
        return REFUSED
    conversing = sys.stdin.isatty() or not given
    folder = folder or ask_kind(input)
    ask = input if conversing else None
    known = ask_all(folder, known, words, now, ask, defaults=bool(given))
    return _write(folder, known, options.content, now)


class _Refused(ValueError):
    """What was given will not do."""


def _vocabulary(options: argparse.Namespace) -> Vocabulary:
    if not options.content.is_dir():
        raise _Refused(f"Теки {options.content} немає. Назвіть теку з текстами: INPUTDIR=content.")
    try:
        return vocabulary_in(options.content / "data", options.data)
    except VocabularyError as error:
        raise _Refused(f"Дані сайту: data/{error.file}:{error.line}: {error}") from None


def _answers(
    given: Mapping[str, str], words: Vocabulary, now: datetime
) -> tuple[str, dict[str, object]]:
    """Return the folder, empty when it was not named, and the values that were given."""
    folder, act_kind = _named(given.get("kind", ""), words)
    typed = {key: value for key, value in given.items() if key != "kind" and value}
    if act_kind:
        typed["kind"] = act_kind
    if not folder:
        if typed:
            raise _Refused(f"Назвіть і вид: KIND=news. Види: {', '.join(KINDS)}.")
        return "", {}
    known: dict[str, object] = {}
    for key, value in typed.items():
        if key not in KINDS[folder].model_fields:
            keys = ", ".join(one.upper() for one in own_keys(KINDS[folder]))
            raise _Refused(f"{key.upper()} тут не буває. Можна: {keys}.")
        try:
            known[key] = answer(folder, key, value, now)
            require_known(folder, key, known[key], words)
        except NoAnswer as error:
            raise _Refused(f"{key.upper()}: {error}") from None
    return folder, known


def _named(kind: str, words: Vocabulary) -> tuple[str, str]:
    """Return the folder of a kind, however it is called, and the kind of act if it is one."""
    wanted = kind.strip().lower()
    if not wanted or wanted in KINDS:
        return wanted, ""
    for slug, entry in words.act_kinds.items():
        if wanted in (slug, entry.name().lower()):
            return "acts", slug
    for folder, meaning in KIND_WORDS.items():
        if meaning == wanted or re.split(r"[:, ]", meaning)[0] == wanted:
            return folder, ""
    raise _Refused(f"Виду «{kind}» немає. Оберіть один: {', '.join(KINDS)}.")


def _write(folder: str, known: Mapping[str, object], content: Path, now: datetime) -> int:
    if not known.get("title"):
        say('Немає назви. Допишіть TITLE="…".')
        return REFUSED
    try:
        path = draft_path(folder, known, now)
    except ValueError as error:
        say(f"Не створено: {error}")
        return REFUSED
    target = content / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            try:
                file.write(draft_text(folder, known, example_body(folder)))
            except BaseException:
                target.unlink(missing_ok=True)
                raise
    except FileExistsError:
        say(f"{target} уже є, його не змінено. Відкрийте його або дайте іншу назву.")
        return REFUSED
    say(f"Створено {target}")
    say("Допишіть текст, приберіть зразок і рядок «state: unfinished», потім виконайте make check.")
    return OK


if __name__ == "__main__":
    sys.exit(main())
