"""The name of a person in parts."""

from typing import NamedTuple


class NameParts(NamedTuple):
    """Прізвище, ім’я, по батькові; the last is empty when it is not written."""

    family: str
    given: str
    patronymic: str


def name_parts(name: str) -> NameParts | None:
    """Return the parts of a name written surname first, ``None`` when their number is in doubt.

    Where a surname of two words ends is for a person to say, so nothing is guessed.
    """
    words = name.split()
    return NameParts(*words, *[""] * (3 - len(words))) if len(words) in (2, 3) else None
