"""Data files as YAML: read whole or refused, with the line of the fault, before anybody asks what
they mean (vocabulary.py)."""

import re
from pathlib import Path
from typing import Any

import yaml

from plugins.council.control import holds_invisible

_UNUSUAL = re.compile(rb"(?:^|[:,\[{-])[ \t]+[&*!][\w!<]|^[&*!][\w!<]")  # anchors, aliases, tags
_NESTED = 50  # brackets or blanks of one line: more are no data


class VocabularyError(ValueError):
    """A data file cannot be read; ``file`` and ``line`` say where."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(message)
        self.file = file
        self.line = line


def read_data(file: Path) -> bytes | None:
    """Return the bytes of a data file, ``None`` when there is none.

    What is there and cannot be read is no missing file: a site without its menu would be built.
    Raises VocabularyError.
    """
    try:
        if file.is_file() and not file.is_symlink():
            return file.read_bytes()
        there = file.is_symlink() or file.exists()
    except PermissionError:
        message = "файл не відкривається. Перевірте, чи дозволено його читати."
        raise VocabularyError(file.name, 1, message) from None
    if there:
        message = "тут не файл, а тека, посилання чи канал. Покладіть сюди сам файл."
        raise VocabularyError(file.name, 1, message)
    return None


def read_tree(name: str, data: bytes) -> Any:
    """Return what the YAML of a file holds, an empty mapping of an empty one.

    Raises VocabularyError.
    """
    _require_plain(name, data)
    try:
        tree = yaml.load(data, Loader=_Loader) or {}
    except RecursionError:
        raise VocabularyError(name, 1, "забагато вкладених дужок. Спростіть.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        twice = type(error) is yaml.MarkedYAMLError and error.problem
        message = twice or (
            "файл не читається як YAML. Перевірте лапки, двокрапки й відступи пробілами."
        )
        raise VocabularyError(name, line, message) from None
    return tree


def _require_plain(name: str, data: bytes) -> None:
    """Refuse what makes a small file a large one, or no text at all."""
    for number, line in enumerate(data.split(b"\n"), 1):
        if _UNUSUAL.search(line):
            message = "значення починається зі знака «&», «*» чи «!». Візьміть його в лапки."
            raise VocabularyError(name, number, message)
        if holds_invisible(line.decode("utf-8", "ignore").removeprefix("\ufeff")):
            raise VocabularyError(name, number, "у рядку невидимий знак. Наберіть його наново.")
        indent = len(line) - len(line.lstrip(b" -"))
        if max(line.count(b"["), line.count(b"{"), indent) > _NESTED:
            raise VocabularyError(name, number, "забагато дужок чи відступів. Спростіть.")


class _Loader(yaml.CSafeLoader):
    """YAML's own reader, which also says where a key stands twice and which day there is not."""

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except ValueError:  # «2026-02-31» looks like a date to YAML
            message = (
                f"«{node.value}» – не дата. Напишіть справжню: 2026-11-23, або візьміть у лапки."
            )
            raise yaml.MarkedYAMLError(problem=message, problem_mark=node.start_mark) from None

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        seen: set[str] = set()
        for key, _ in node.value:
            if str(key.value) in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"ключ «{key.value}» стоїть двічі. Лишіть один.",
                    problem_mark=key.start_mark,
                )
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


def line_of(data: bytes, place: tuple[int | str, ...]) -> int:
    """Return the line of the key to which a path of keys and indices leads, as far as it leads.

    A part that is no key of the file (a form of the schema, «dict») is passed over.
    """
    node = yaml.compose(data, Loader=yaml.CSafeLoader)
    line = 0
    for part in place:
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
            line = node.start_mark.line
        elif isinstance(node, yaml.MappingNode):
            found = [pair for pair in node.value if pair[0].value == part]
            if found:
                line, node = found[0][0].start_mark.line, found[0][1]
    return int(line) + 1
