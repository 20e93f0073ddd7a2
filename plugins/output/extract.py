"""What a plugin wants kept of each text and file, made while they are read, in all workers."""

from collections.abc import Callable
from dataclasses import dataclass

from plugins.council.markdown import Body
from plugins.council.text import Text


@dataclass(frozen=True, slots=True)
class Extract:
    """Pure functions from a text with its body, and from a file (path, bytes), to a string.

    The engine calls them once for each content and keeps what they give beside the body;
    ``Site.extract(name, path)`` gives it back. What follows from ``Text.digest`` with
    ``body_digest``, or from a file's digest, needs no digest of its own.
    """

    name: str
    of_text: Callable[[Text, Body], str]
    of_file: Callable[[str, bytes], str]
