"""An act as JSON: everything that its page says of it, for programs."""

from typing import Any

from plugins.council.addresses import DATA
from plugins.council.bodies import acts_now, history_note
from plugins.council.header import Act
from plugins.council.mentions import BETWEEN_ACTS
from plugins.council.short_addresses import short_address
from plugins.council.status import Standing
from plugins.council.text import Text
from plugins.council.vocabulary import Vocabulary
from plugins.open_data.records import Record, Shared
from plugins.open_data.rows import STATUS, day
from plugins.output import Tie

_INVERSE = (
    "amended_by", "repealed_by", "suspended_by", "restored_by", "implemented_by", "corrected_by",
)  # fmt: skip
SHOWN = (*BETWEEN_ACTS, *_INVERSE, "adopted_from")
"""Relations that an act's data tell, declared by it or by others."""


def act_card(text: Text, standing: Standing, words: Vocabulary, url: str) -> dict[str, Any]:
    """Return an act as lists give it."""
    return {
        "id": text.identity,
        "title": text.title,
        "body": words.bodies[text.body].name(),
        "body_acts_now": acts_now(words.bodies[text.body]),
        "kind": words.act_kinds[text.act_kind].name(),
        "number": text.number,
        "adopted": day(text.moment),
        "status": STATUS[standing.status],
        "amended": standing.status == "amended",
        "withdrawn": text.withdrawn,
        "url": url + text.address,
        "data": f"{url}{text.address}{DATA}",
    }


def act_record(record: Record, shared: Shared) -> dict[str, Any]:
    """Return an act whole; an unknown date is ``null``."""
    text, act, words, url = record.text, record.text.header, shared.words, shared.url
    assert isinstance(act, Act)
    ties = record.ties
    short = short_address(text.address, words)
    return {
        **act_card(text, record.standing, words, url),
        "eli": url + text.address,
        "short_url": f"{url}{short}" if short else None,
        "history_note": history_note(words.bodies[text.body]) or None,
        "status_since": day(record.standing.since),
        "published": day(act.published),
        "effective_from": day(act.effective_from),
        "convocation": act.convocation,
        "session": act.session,
        "normative": act.normative,
        "summary": act.summary or None,
        "topics": [words.topics[topic].name() for topic in act.topics],
        "withdrawal": {"date": day(act.withdrawn.date), "reason": act.withdrawn.reason}
        if act.withdrawn
        else None,
        "changes": [{"date": day(one.date), "note": one.note} for one in act.changes],
        "relations": {name: related for name in SHOWN if (related := _related(name, ties, url))},
        "text": record.body.text(),
    }


def _related(name: str, ties: tuple[Tie, ...], url: str) -> list[dict[str, Any]]:
    chosen = [tie for tie in ties if tie.name == name]
    chosen.sort(key=lambda tie: tie.text.order if tie.text else (0.0, tie.words))
    return [_tie(tie, url) for tie in chosen]


def _tie(tie: Tie, url: str) -> dict[str, Any]:
    note = {"note": tie.note} if tie.note else {}
    if tie.text is None:
        return {"title": tie.words, "url": tie.url or None, **note}
    return {"id": tie.text.identity, "title": tie.text.title, "url": url + tie.text.address, **note}
