"""What the rules of one text say of a reading, now or of a version that git remembers."""

from plugins.council.header import KINDS
from plugins.council.problem import Problem
from plugins.council.text_reading import LEGAL, Reading
from plugins.output import TextRule, Written, signals

LEGAL_KINDS = frozenset(kind for kind, header in KINDS.items() if issubclass(header, LEGAL))


def text_rules() -> tuple[TextRule, ...]:
    """Return the rules that plugins gave."""
    return tuple(rule for some in signals.ask(signals.get_text_rules) for rule in some)


def told(path: str, reading: Reading, rules: tuple[TextRule, ...]) -> tuple[Problem, ...]:
    """Return what is wrong with a text, by its reading and by the rules."""
    if not reading.source:
        return reading.problems
    kind = path.partition("/")[0]
    written = Written(
        path=path, kind=kind, lang=reading.text.lang if reading.text else "uk",
        legal=kind in LEGAL_KINDS, source=reading.source, body_line=reading.body_line,
        text=reading.text, body=reading.body,
    )  # fmt: skip
    return (*reading.problems, *(problem for rule in rules for problem in rule(written)))


def is_refused(path: str, reading: Reading) -> bool:
    """Say whether a version has a fault that it does not excuse: the public never saw it.

    Whether a phone is an office's own nobody knows here: then a version is in doubt, and not shown.
    """
    excuses = reading.text.header.allow if reading.text else ()
    excused = {excuse.rule for excuse in excuses}
    return any(
        problem.severity == "error" and problem.rule not in excused
        for problem in told(path, reading, text_rules())
    )
