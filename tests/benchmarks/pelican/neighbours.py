"""A plugin of Pelican: the newer and the older article of the same category."""

from itertools import pairwise
from typing import Any

from pelican import signals


def link(generator: Any) -> None:
    """Give every article its neighbours."""
    for _, articles in generator.categories:
        for newer, older in pairwise(articles):
            newer.older, older.newer = older, newer


def register() -> None:
    """Wait for the articles."""
    signals.article_generator_finalized.connect(link)
