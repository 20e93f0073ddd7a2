"""Old addresses that lead to no text: lists of categories, files. Added to ``data/moved.tsv``."""

import os
from pathlib import Path

from plugins.council.moved import FILE, read_moved


class Moved:
    """The file of moved addresses; a line is on disk before the text that brought it."""

    def __init__(self, content: Path) -> None:
        self._file = content / FILE
        text = self._file.read_text("utf-8", "replace") if self._file.is_file() else ""
        self._known = {old for old, _ in read_moved(text)}
        self._torn = bool(text) and not text.endswith("\n")

    def add(self, old: str, new: str) -> bool:
        """Remember an address, unless it is remembered already."""
        if old in self._known or any(sign in old + new for sign in "\t\n\r"):
            return False
        self._known.add(old)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("ab") as file:
            file.write((("\n" if self._torn else "") + f"{old}\t{new}\n").encode())
            file.flush()
            os.fsync(file.fileno())
        self._torn = False
        return True
