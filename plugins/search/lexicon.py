"""The readings of every word of the site, kept between builds: the dictionary is asked once."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from plugins.search.dictionary import Lexeme, lexemes_of
from plugins.search.folding import fold
from plugins.search.forms import written

KIN = 0.1  # of a word: how much it says of what it is made of
RARE = 0.1  # … of what only looks like «серед», «мене», «або»; of an order and a call


class Entry(NamedTuple):
    """A word: the ``keys`` it is found by with a share of it each, and ``lines`` for the map.

    Of «мила», soap or nice or washed, each is a third; of «обережно» a half is «обережний».
    """

    keys: list[tuple[str, float]]
    lines: list[str]


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
            db.execute("create table if not exists words (word text primary key, keys, lines)")
            query = "select * from words where word in (select value from json_each(?))"
            for word, keys, lines in db.execute(query, (json.dumps(words),)):
                self._words[word] = Entry(json.loads(keys), lines.split("\n"))
            new = {word: _entry(word) for word in words if word not in self._words}
            self._words.update(new)
            rows = ((word, json.dumps(one.keys), "\n".join(one.lines)) for word, one in new.items())
            db.executemany("insert or replace into words values (?, ?, ?)", rows)


def _entry(word: str) -> Entry:
    folded = fold(word)
    lexemes = lexemes_of(word) or (Lexeme((folded,), (word,)),)
    own = [written(one) for one in lexemes]
    kin = [written(other) for one in lexemes for other in one.related]
    return Entry(list(_shares(lexemes).items()), list(dict.fromkeys([*own, *kin])))


def _shares(lexemes: Iterable[Lexeme]) -> dict[str, float]:
    """Return how much of a word each of its keys is."""
    often = [one for one in lexemes if not one.seldom]
    usual = [one for one in lexemes if one.closed] or often or lexemes
    share = 1 / len({one.keys[0] for one in usual})
    shares: dict[str, float] = {}
    for one in lexemes:
        part = share if one in usual else RARE
        for at, key in enumerate(one.keys):
            shares[key] = max(shares.get(key, 0), KIN * part if at else part)
    return shares
