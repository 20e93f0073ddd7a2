"""The readings of every word of the site, kept between builds: the dictionary is asked once."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from plugins.search.dictionary import Lexeme, lexemes_of
from plugins.search.folding import fold
from plugins.search.forms import Line, line_of


class Entry(NamedTuple):
    """A word: the ``keys`` it is found by, and what each reading gives to the map of forms."""

    keys: list[str]
    lines: list[Line]


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
            db.execute("create table if not exists words (word text primary key, entry text)")
            query = "select word, entry from words where word in (select value from json_each(?))"
            for word, entry in db.execute(query, (json.dumps(words),)):
                self._words[word] = Entry(*json.loads(entry))
            new = [word for word in words if word not in self._words]
            self._words.update((word, _entry(word)) for word in new)
            rows = ((word, json.dumps(self._words[word])) for word in new)
            db.executemany("insert or replace into words values (?, ?)", rows)


def _entry(word: str) -> Entry:
    folded = fold(word)
    lexemes = lexemes_of(word) or (Lexeme((folded,), (word,)),)
    keys = dict.fromkeys(key for one in lexemes for key in one.keys)
    return Entry(list(keys), [line_of(one) for one in lexemes])
