"""A preview: the site of a branch, built for colleagues to look at before anything is public."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preview:
    """What a preview shows: a ``branch`` and its ``commit``, empty where nothing tells."""

    branch: str = ""
    commit: str = ""
