"""The ledger: every address ever published, so that none of them may answer nothing.

``content/data/ledger.tsv`` holds one line a text: identity, address, moment of first
publication. Lines are only ever added; a line's number is the text's id in the search index.
A build reads the ledger, ``make ledger`` writes it after a deploy.
"""

from collections.abc import Iterable
from dataclasses import dataclass

HEAD = "identity\taddress\tfirst_published"


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One published text: ``first_published`` is an ISO moment in UTC."""

    identity: str
    address: str
    first_published: str


Ledger = tuple[LedgerLine, ...]


def read_ledger(text: str) -> Ledger:
    """Return the lines of the ledger. Raises ValueError naming a line that is not three fields."""
    lines = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if (number == 1 and line == HEAD) or not line:
            continue
        fields = line.split("\t")
        if len(fields) != 3:
            raise ValueError(f"рядок {number}: має бути три поля, розділені табуляцією.")
        lines.append(LedgerLine(*fields))
    return tuple(lines)


def extended(ledger: Ledger, published: Iterable[tuple[str, str]], moment: str) -> Ledger:
    """Return the ledger with a line for each (identity, address) not yet in it.

    A text that moved gets a second line, so its old address stays remembered too.
    """
    known = {(line.identity, line.address) for line in ledger}
    new = [pair for pair in dict.fromkeys(published) if pair not in known]
    return ledger + tuple(LedgerLine(*pair, moment) for pair in new)


def ledger_text(ledger: Ledger) -> str:
    """Return the file's text, its head first."""
    rows = (f"{line.identity}\t{line.address}\t{line.first_published}" for line in ledger)
    return "\n".join([HEAD, *rows, ""])
