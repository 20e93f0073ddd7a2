"""What an official document says of itself at its beginning: who, what, when, which number."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from plugins.council.markdown.legal_text import read_marker
from plugins.council.misspelt_dates import meant_by
from plugins.council.numbers import normalise_number
from plugins.council.vocabulary import Entry, Vocabulary
from plugins.importing.ordinals import number_of

_BEGINNING = 40  # paragraphs among which requisites stand
_TITLE = 500  # characters, by the schema
_SPACED = re.compile(r"\b(?:\w ){2,}\w\b")  # «Р І Ш Е Н Н Я»
_PREAMBLE = re.compile(
    r"(?:Керуючись|Відповідно|Розглянувши|З метою|На підставі|Заслухавши|У зв[’'ʼ]язку|Згідно|"
    r"Враховуючи|Беручи|На виконання|Обговоривши|Ураховуючи|За результатами|В[ИІ]Р[ІИ]ШИ|УХВАЛ)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:№|(?<!\w)N[oо]?\.?(?=\s*\d))\s*"
    r"([^\W_]+(?:(?:[/‐-―−-]|\s+[/‐-―−-]\s*(?=\d)|[/‐-―−-]\s+(?=\d))[^\W_]+)*)",
    re.IGNORECASE,
)
_DATES = re.compile(
    r"(?<!\d)(\d{1,2}\.\d{1,2}\.\d{4})(?!\d)"
    r"|[«\"“„]?\s*(\d{1,2})\s*[»\"”]?\s+([а-яіїє]+)\s+(\d{4})",
    re.IGNORECASE,
)
_SESSION = re.compile(
    r"([\wʼ’'-]+(?: [\wʼ’'-]+)?)\s+(?:позачергов\w+\s+|пленарн\w+\s+)?сесі[яїю]", re.I
)
_CONVOCATION = re.compile(r"([\wʼ’'-]+)\s+скликання", re.IGNORECASE)
_COUNCIL_NUMBER = re.compile(r"(\d+)/([IVX]+)-\d+")
# «Про затвердження / Порядку прибирання»: such a line cannot be a whole title.
_UNFINISHED = re.compile(
    r"(?:\b(?:затвердження|схвалення|погодження|надання|внесення|змін|доповнень|скасування|виконання|"
    r"реалізацію|створення|утворення|перейменування|встановлення|визначення|організацію|до|в|у|на|від|"
    r"для|про|щодо|та|і|й|з|із|за|по|при|між)|,|[-–—])$",
    re.IGNORECASE,
)
_SHORTEST = 3  # letters of a word's stem


@dataclass(slots=True)
class Requisites:
    """What was found: the ``folder`` of its kind, empty when it says none, and keys of a header.

    ``doubts`` are words for the editor beside a key that was guessed.
    """

    folder: str = ""
    known: dict[str, object] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)


def find_requisites(paragraphs: Sequence[str], vocabulary: Vocabulary) -> Requisites:
    """Return what the first paragraphs of a document say of it; nothing is invented."""
    lines = [_plain(line) for block in paragraphs[:_BEGINNING] for line in block.split("\n")]
    lines = [line for line in lines if line]
    title_at, title = _title(lines)
    head_end = title_at if title_at >= 0 else _preamble_at(lines)
    head = lines[:head_end]
    found = Requisites()
    kind_at = _kind(head or lines[:6], vocabulary, found)
    if title:
        found.known["title"] = title
    if not found.folder:
        return found
    letterhead = lines[: kind_at + 2]
    body = _body(letterhead, vocabulary.bodies)
    if body:
        found.known["body"] = body
        found.doubts["body"] = "з назви у документі, звірте"
    _numbers([*head, *lines[head_end : head_end + 1]] if title_at < 0 else _around(lines, title_at),
             found)  # fmt: skip
    _sitting(lines[: max(head_end, 12)], found)
    return found


def _plain(line: str) -> str:
    joined = _SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), " ".join(line.split()))
    return joined.strip()


def _preamble_at(lines: Sequence[str]) -> int:
    return next((n for n, line in enumerate(lines) if _PREAMBLE.match(line)), min(len(lines), 12))


def _title(lines: Sequence[str]) -> tuple[int, str]:
    """Return where «Про …» begins and the whole of it, which may take several lines."""
    end = _preamble_at(lines)
    at = next((n for n, one in enumerate(lines[: end + 1]) if re.match(r"«?Про\s", one)), -1)
    if at < 0:
        return -1, ""
    parts = [lines[at]]
    for line in lines[at + 1 : end]:
        goes_on = _continues(line) or (_UNFINISHED.search(parts[-1]) and read_marker(line) is None)
        if not goes_on or parts[-1].endswith("."):
            break
        parts.append(line)
    title = " ".join(parts).strip(" .")
    if title.startswith("«") and title.endswith("»") and title.count("«") == 1:
        title = title[1:-1]
    return at, title[:_TITLE]


def _continues(line: str) -> bool:
    if read_marker(line) is not None:
        return False
    return line[:1].islower() or line[:1] in '«("“„№' or line[:1].isdigit()


def _around(lines: Sequence[str], at: int) -> list[str]:
    """Return the lines where date and number stand: before the title, else right after it."""
    before = list(lines[:at])
    if any(_DATES.search(line) or _NUMBER.search(line) for line in before):
        return before
    return [*before, *lines[at + 1 : at + 5]]


def _kind(lines: Sequence[str], vocabulary: Vocabulary, found: Requisites) -> int:
    """Find the line that names the kind of document; return its place."""
    kinds = {entry.name().lower(): slug for slug, entry in vocabulary.act_kinds.items()}
    for place, line in enumerate(lines):
        words = re.sub(r"[^\w\s]", " ", line.lower()).split()
        if not words or len(words) > 12:
            continue
        bill = words[0] in ("проєкт", "проект")
        first = words[1] if bill and len(words) > 1 else words[0]
        kind = kinds.get(first) or next((kinds[n] for n in kinds if n[:5] == first[:5]), "")
        if (kind and (first in kinds or bill)) or bill:
            found.folder = "bills" if bill or _marked_bill(lines[:place]) else "acts"
            if not kind and bill:
                kind = next(
                    (kinds[w] for one in lines for w in one.lower().split() if w in kinds), ""
                )
            if kind:
                found.known["kind"] = kind
            return place
        if words[0] == "протокол":
            found.folder = "minutes"
            return place
    return -1


def _marked_bill(lines: Sequence[str]) -> bool:
    return any(line.lower().strip(" .:") in ("проєкт", "проект") for line in lines)


def _body(lines: Sequence[str], bodies: Mapping[str, Entry]) -> str:
    """Return the body whose name the letterhead bears, in any case of grammar.

    «міська рада» stands above its committee and mayor too: the longer name says who decided.
    """
    text = " ".join(lines).lower()
    names = ((entry.detail("short"), slug) for slug, entry in bodies.items())
    found = [(len(name), slug) for name, slug in names if re.search(_in_any_case(name), text)]
    return max(found, default=(0, ""))[1]


def _in_any_case(name: str) -> str:
    stems = (re.escape(word[: max(_SHORTEST, len(word) - 2)]) for word in name.lower().split())
    return r"\b" + r"\w*\s+".join(stems)


def _numbers(lines: Sequence[str], found: Requisites) -> None:
    key = {"acts": "adopted", "minutes": "date"}.get(found.folder)
    for line in lines:
        if key and key not in found.known and (day := _date(line)):
            found.known[key] = day
        if "number" not in found.known and found.folder in ("acts", "bills"):
            number = _number(line)
            if number:
                found.known["number"] = number


def _date(line: str) -> date | None:
    for match in _DATES.finditer(line):
        typed = match[1] or f"{int(match[2])} {match[3].lower()} {match[4]}"
        if meant := meant_by(typed):
            return meant[0]
    return None


def _number(line: str) -> str:
    for match in _NUMBER.finditer(line):
        typed = match[1].strip("-–—/")
        if any(sign.isdigit() for sign in typed):
            return normalise_number(typed)
    return ""


def _sitting(lines: Sequence[str], found: Requisites) -> None:
    """Find session and convocation: in words, else in a council's number 5/VIII-194."""
    text = " ".join(lines)
    numbered = _COUNCIL_NUMBER.fullmatch(str(found.known.get("number", "")))
    session = _first(_SESSION, text) or (int(numbered[1]) if numbered else None)
    convocation = _first(_CONVOCATION, text) or (number_of(numbered[2]) if numbered else None)
    if session and found.folder in ("acts", "minutes"):
        found.known["session"] = session
    if convocation and found.folder == "acts":
        found.known["convocation"] = convocation


def _first(pattern: re.Pattern[str], text: str) -> int | None:
    found = pattern.search(text)
    if not found:
        return None
    words = found[1].split()
    return number_of(" ".join(words)) or number_of(words[-1])
