"""The readings of every word of the site, kept between builds: the dictionary is asked once."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from plugins.search.dictionary import Lexeme, lexemes_of
from plugins.search.folding import fold
from plugins.search.forms import keys_of, written


class Entry(NamedTuple):
    """A word: the ``keys`` it is found by, and what each reading gives to the map of forms."""

    keys: tuple[str, ...]
    lines: tuple[str, ...]


class Lexicon:
    """Words with their readings; a file in the cache that may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "lexicon.sqlite"
        self._words: dict[str, Entry] = {}

    def entries(self, words: Iterable[str]) -> dict[str, Entry]:
        """Return the readings of words, asking the dictionary for those not met before."""
        wanted = [word for word in words if word not in self._words]
        if wanted:
            self._load(wanted)
        return self._words

    def _load(self, words: list[str]) -> None:
        try:
            self._through_file(words)
        except (sqlite3.DatabaseError, ValueError):  # damaged: begin anew
            self._words.clear()
            self._file.unlink(missing_ok=True)
            self._through_file(words)

    def _through_file(self, words: list[str]) -> None:
        with closing(sqlite3.connect(self._file, timeout=60)) as db, db:
            db.execute("create table if not exists words (word text primary key, lines text)")
            query = "select word, lines from words where word in (select value from json_each(?))"
            for word, lines in db.execute(query, (json.dumps(words),)):
                self._words[word] = _entry(lines.split("\n"))
            new = {word: _lines(word) for word in words if word not in self._words}
            self._words.update((word, _entry(lines)) for word, lines in new.items())
            rows = ((word, "\n".join(lines)) for word, lines in new.items())
            db.executemany("insert or replace into words values (?, ?)", rows)


def _lines(word: str) -> list[str]:
    return [written(one) for one in lexemes_of(word) or (Lexeme((fold(word),), (word,)),)]


def _entry(lines: list[str]) -> Entry:
    keys = dict.fromkeys([key for line in lines for key in keys_of(line)])
    return Entry(tuple(keys), tuple(lines))
