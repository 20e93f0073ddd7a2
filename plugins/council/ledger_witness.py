"""What holds the ledger to its word: its former versions, and its lines to one another."""

from collections.abc import Iterable, Iterator

from plugins.council.ledger import Ledger, LedgerLine, ledger_problem
from plugins.council.problem import Problem


def lost(ledgers: Iterable[Ledger], now: Ledger) -> Ledger:
    """Return the lines of former ledgers, the oldest first, that the present one has not kept.

    What the oldest says of a text and its address is what was promised.
    """
    promised: dict[tuple[str, str], LedgerLine] = {}
    for ledger in ledgers:
        for line in ledger:
            promised.setdefault(line.pair, line)
    kept = set(now)
    return tuple(line for line in promised.values() if line not in kept)


def not_kept(remembered: Ledger, now: Ledger) -> Iterator[Problem]:
    """Yield a problem for each remembered line that is gone, or says another moment now."""
    if not remembered:
        return
    lines = set(now)
    by_pair = {line.pair: line for line in now}
    for line in remembered:
        there = by_pair.get(line.pair)
        if line in lines:
            continue
        if there is None:
            message = f"немає рядка «{line.identity} {line.address} {line.first_published}»"
        else:
            message = f"час першої публікації змінено: був {line.first_published}"
        advice = ", він є в історії сховища. Рядки тут лише дописують; поверніть його як був."
        yield ledger_problem(there.number if there else 1, "рядок", message + advice)


def doubles(ledger: Ledger) -> Iterator[Problem]:
    """Yield a warning for each line that says again what another has said."""
    seen: dict[tuple[str, str], LedgerLine] = {}
    for line in ledger:
        first = seen.setdefault(line.pair, line)
        if first is not line:
            message = (
                f"той самий матеріал з тією самою адресою вже є в рядку {first.number}. "
                "Діє давніший час; так буває після злиття гілок, вилучати нічого не треба."
            )
            yield ledger_problem(line.number, "рядок", message, "warning")
