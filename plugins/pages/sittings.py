"""Words of votes, as pages of sessions and of deputies say them."""

from collections.abc import Mapping

from plugins.council.votes import VOTES, Vote
from plugins.pages.shared import Shared

_KEYS = dict(zip(VOTES, ("for", "against", "abstained", "not_voted", "absent"), strict=True))


def votes_word(vote: Vote, shared: Shared) -> str:
    """Return how several people voted: «За», «Відсутні»."""
    return shared.word(f"vote_{_KEYS[vote]}")


def ballot_word(vote: Vote, shared: Shared) -> str:
    """Return how one person voted, whether a man or a woman: «За», «Відсутність»."""
    return shared.word(f"ballot_{_KEYS[vote]}")


def tally_words(tally: Mapping[Vote, int], shared: Shared) -> str:
    """Return «За 20, проти 1 …»."""
    return shared.word("tally", **{key: tally[vote] for vote, key in _KEYS.items()})


def share(part: int, whole: int) -> str:
    """Return a share in whole per cent, halves up: «75 %»."""
    return f"{(200 * part + whole) // (2 * whole)}\u00a0%"
