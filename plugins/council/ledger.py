"""The ledger: every address ever published, so that none of them may answer nothing.

``content/data/ledger.tsv`` holds one line a text: identity, address, moment of first
publication. Lines are only ever added; a line's number is the text's id in the search index.
A build reads the ledger, ``make ledger`` writes it after a deploy. It is the witness of first
publication: what a header says later moves nothing in it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from plugins.council.problem import Problem, Severity

FILE = "data/ledger.tsv"
HEAD = "identity\taddress\tfirst_published"

_MOMENT = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ"
_SOUND = re.compile(rf"([^\t]*[^\t\s][^\t]*)\t(/(?:[^\t]*/)?)\t({_MOMENT})")
_CONFLICT = re.compile(r"<{7}|={7}|>{7}|\|{7}")


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One published text: ``first_published`` is ISO, in UTC; ``number`` is the file's line."""

    identity: str
    address: str
    first_published: str
    number: int = field(default=0, compare=False)

    @property
    def pair(self) -> tuple[str, str]:
        """What is promised: this text, at this address."""
        return self.identity, self.address


Ledger = tuple[LedgerLine, ...]


class LedgerError(ValueError):
    """A damaged ledger; ``problems`` name every line that is no line of a ledger."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def read_ledger(text: str) -> Ledger:
    """Return the lines of the ledger. Raises LedgerError naming all that are none."""
    read = tuple(_read(text))
    problems = tuple(one for one in read if isinstance(one, Problem))
    if problems:
        raise LedgerError(problems)
    return tuple(one for one in read if isinstance(one, LedgerLine))


def sound_lines(text: str) -> Ledger:
    """Return what can be read of a ledger, of an old and perhaps damaged one."""
    return tuple(one for one in _read(text) if isinstance(one, LedgerLine))


def extended(ledger: Ledger, published: Iterable[tuple[str, str]], moment: str) -> Ledger:
    """Return the ledger with a line for each (identity, address) not yet in it.

    A text that moved gets a second line, so its old address stays remembered too.
    """
    known = {line.pair for line in ledger}
    new = [pair for pair in dict.fromkeys(published) if pair not in known]
    return ledger + tuple(LedgerLine(*pair, moment) for pair in new)


def ledger_text(ledger: Ledger, *, head: bool = True) -> str:
    """Return the file's text, its head first; without it, lines to be added to a file."""
    rows = (f"{line.identity}\t{line.address}\t{line.first_published}\n" for line in ledger)
    return (f"{HEAD}\n" if head else "") + "".join(rows)


def first_moments(ledger: Ledger) -> dict[tuple[str, str], str]:
    """Return when each text was first published at each address, as the ledger writes it.

    Of two lines about one thing, which a merge of two branches may leave, the earlier counts.
    """
    first: dict[tuple[str, str], str] = {}
    for line in ledger:
        known = first.setdefault(line.pair, line.first_published)
        if line.first_published < known:
            first[line.pair] = line.first_published
    return first


def moment_of(first_published: str) -> datetime:
    """Return a moment that the ledger has written."""
    return datetime.fromisoformat(first_published)


def _read(text: str) -> Iterator[LedgerLine | Problem]:
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if (number == 1 and line == HEAD) or not line:
            continue
        if (sound := _SOUND.fullmatch(line)) and _is_day(sound[3]):
            yield LedgerLine(sound[1], sound[2], sound[3], number)
        else:
            yield ledger_problem(number, *_fault(line))


def _fault(line: str) -> tuple[str, str]:
    """Return the column that is wrong and what is wrong with it."""
    if _CONFLICT.match(line):
        return "рядок", (
            "тут лишився слід злиття гілок. Лишіть рядки обох гілок, а позначки "
            "«<<<<<<<», «=======», «>>>>>>>» вилучіть."
        )
    fields = line.split("\t")
    if len(fields) != 3:
        return "рядок", "має бути три поля, розділені табуляцією."
    identity, address, moment = fields
    if not identity.strip():
        return "identity", "порожньо. Поверніть рядок таким, яким він був."
    if not (address.startswith("/") and address.endswith("/")):
        return "address", f"«{address}»: адреса починається і закінчується знаком «/»."
    return "first_published", f"«{moment}»: час пишуть так: 2026-11-24T10:00:00Z."


def _is_day(moment: str) -> bool:
    """Whether the calendar has the day: of most, the pattern has said so already."""
    if moment[8:10] <= "28":
        return moment[:4] > "0000"
    try:
        return datetime.fromisoformat(moment).year > 0
    except ValueError:
        return False


def ledger_problem(line: int, column: str, message: str, severity: Severity = "error") -> Problem:
    """Return what is wrong with a line of the ledger."""
    return Problem(
        path=FILE, line=line, field=column, message=message, rule="ledger", severity=severity
    )
