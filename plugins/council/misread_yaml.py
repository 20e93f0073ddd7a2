"""What an editor meant by a header line that YAML cannot read, and how to write it."""

import re
from collections.abc import Sequence

from yaml import MarkedYAMLError

_ODD_BLANK = re.compile(r"(\w+:)[\u00a0\u2000-\u200a\u202f\u3000](.*)")
_LINE = re.compile(r"(?P<indent>\s*)(?P<key>\w+)(?P<colon> *: *)(?P<value>.*)")


def quoted(text: str) -> str:
    """Return the text in the quotes that YAML wants: «Він сказав "так"» goes into ``'…'``."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def misread(lines: Sequence[str], error: MarkedYAMLError) -> tuple[int, str]:
    """Return the number of the line to mend, counted from 0, and the advice."""
    last = len(lines) - 1
    mark = error.problem_mark or error.context_mark
    at = min(mark.line, last) if mark else 0
    for number, line in enumerate(lines):
        if _ODD_BLANK.fullmatch(line):
            return number, _advice(line) or ""
    for number in range(at, -1, -1):
        if _open_quotes(lines[number]):
            return number, _quotes_advice(lines[number])
    if "flow" in (error.context or "") and error.context_mark:
        return min(error.context_mark.line, last), _BRACKETS
    for number in (at, at - 1):
        if number >= 0 and (advice := _advice(lines[number])):
            return number, advice
    return at, (
        "рядок не читається. Перевірте лапки, дужки й відступи, "
        "а також чи закрито шапку рядком «---»."
    )


_BRACKETS = (
    "дужки не читаються. Перевірте, чи їх закрито; текст із двокрапкою, комою чи дужкою "
    "всередині них беруть у лапки, а якщо це не список, то в лапки беруть усе значення."
)


def _open_quotes(line: str) -> bool:
    found = _LINE.fullmatch(line)
    value = found["value"].strip() if found else ""
    return value[:1] in ('"', "'") and value.count(value[0]) % 2 == 1


def _quotes_advice(line: str) -> str:
    found = _LINE.fullmatch(line)
    assert found
    value = found["value"].strip()
    return f"лапки не закрито. Напишіть так: {found['key']}: {quoted(value[1:])}"


def _advice(line: str) -> str | None:
    if found := _ODD_BLANK.fullmatch(line):
        line = " ".join([found[1], *found[2].split()])
        return f"замість пробілу – знак, лише схожий на нього. Наберіть рядок наново: {line}"
    found = _LINE.fullmatch(line)
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "відступ табуляцією. Зробіть відступ пробілами."
    if not found or not found["value"]:
        return None
    key, value = found["key"], found["value"].strip()
    if not found["colon"].endswith(" "):
        return f"після двокрапки немає пробілу. Напишіть так: {key}: {value}"
    if ": " in value or value.endswith(":"):
        return f"двокрапка всередині значення. Візьміть його в лапки: {key}: {quoted(value)}"
    if found["indent"]:
        return f"зайвий відступ. Почніть рядок із ключа: {key}: {value}"
    return f"значення не читається. Візьміть його в лапки: {key}: {quoted(value)}"
