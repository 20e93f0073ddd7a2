"""What an import does with each thing it was given, and what it says of it."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from plugins.council.data_yaml import VocabularyError
from plugins.council.dates import KYIV
from plugins.council.quantities import plural
from plugins.council.vocabulary import Vocabulary, vocabulary_in
from plugins.importing.documents import Outcome, import_document
from plugins.importing.library import Library
from plugins.importing.refusal import Refusal

OK, FAULTY, UNUSABLE = 0, 1, 2
DOCUMENTS = {".docx", ".docm", ".odt", ".pdf", ".doc", ".rtf"}
_EXPORTS = (".xml", ".xml.gz")
_NO_FILES = (
    "Назвіть файл або теку: make import FILE=рішення.docx. "
    "Можна .docx, .odt, .pdf і виписку WordPress (.xml, .xml.gz)."
)


@dataclass(slots=True)
class Given:
    """What was named: documents, and exports of WordPress."""

    documents: list[Path] = field(default_factory=list)
    exports: list[Path] = field(default_factory=list)


def run(options: argparse.Namespace) -> int:
    """Import all that was named."""
    if not options.files:
        return _refuse(_NO_FILES)
    if not options.content.is_dir():
        return _refuse(f"Теки {options.content} немає. Назвіть теку з текстами: INPUTDIR=content.")
    given = _given(options.files)
    missing = [name for name in options.files if not Path(name).exists()]
    for name in missing:
        say(f"{name}: такого файла немає. Перевірте назву; шлях із пробілами візьміть у лапки.")
    try:
        words = vocabulary_in(options.content / "data", options.data)
    except VocabularyError as error:
        return _refuse(f"Дані сайту не читаються: data/{error.file}:{error.line}: {error}")
    code = FAULTY if missing else OK
    if given.documents:
        code = max(code, _documents(given.documents, options, words))
    if given.exports:
        from plugins.importing.wordpress import import_wordpress

        code = max(code, import_wordpress(given.exports, options, words, say))
    if not (given.documents or given.exports or missing):
        return _refuse("У теці немає документів (.docx, .odt, .pdf) і виписок WordPress (.xml).")
    return code


def _given(names: list[str]) -> Given:
    given = Given()
    for name in names:
        path = Path(name)
        for file in _inside(path) if path.is_dir() else [path] if path.exists() else []:
            export = file.name.lower().endswith(_EXPORTS)
            (given.exports if export else given.documents).append(file)
    return given


def _inside(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
        wanted = file.suffix.lower() in DOCUMENTS or file.name.lower().endswith(_EXPORTS)
        if wanted and not hidden and file.is_file() and not file.is_symlink():
            yield file


def _documents(files: list[Path], options: argparse.Namespace, words: Vocabulary) -> int:
    now = datetime.now(KYIV)
    outcomes: list[Outcome] = []
    library = Library(options.content)
    for file in files:
        try:
            outcome = import_document(file, library, words, now, options.kind)
        except Refusal as error:
            outcome = Outcome("refused", remarks=(str(error),))
        except OSError as error:
            outcome = Outcome("refused", remarks=(f"файл не читається: {error.strerror}.",))
        outcomes.append(outcome)
        _tell(file, outcome, options.content)
    _summary(outcomes)
    return FAULTY if any(one.sort == "refused" for one in outcomes) else OK


def _tell(file: Path, outcome: Outcome, content: Path) -> None:
    if outcome.sort == "refused":
        say(f"{file}: не перенесено: {outcome.remarks[0]}")
        return
    if outcome.sort == "known":
        say(f"{file}: уже перенесено раніше → {content / outcome.path}. Нічого не змінено.")
        return
    say(f"{file} → {content / outcome.path}")
    for remark in outcome.remarks:
        say(f"    · {remark}")


def _summary(outcomes: list[Outcome]) -> None:
    count = {
        sort: sum(one.sort == sort for one in outcomes) for sort in ("made", "known", "refused")
    }
    made = plural(count["made"], "документ", "документи", "документів")
    words = f"Перенесено: {made}."
    if count["known"]:
        words += f" Уже були: {count['known']}."
    if count["refused"]:
        words += f" Не вдалося: {count['refused']}."
    say(words)
    if count["made"]:
        say(
            "Це чернетки: на сайті їх не буде. Звірте кожну з оригіналом, допишіть шапку, "
            "виконайте make check і вилучіть рядок «state: unfinished»."
        )


def _refuse(words: str) -> int:
    say(words)
    return UNUSABLE


def say(words: str) -> None:
    """Write a line for the person at the keyboard."""
    print(words, file=sys.stderr, flush=True)
