"""Why a release does not reach a target; what residents see stays whole each time."""

from collections.abc import Sequence


class Failed(Exception):
    """Something outside refused: a disk, a host, a remote; the message is for a person."""


class Refused(Exception):
    """A guard says no; ``reasons`` are all it found, each a sentence for a person."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = tuple(reasons)
