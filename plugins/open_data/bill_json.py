"""A bill as JSON: everything that its page says of it, for programs."""

from typing import Any

from plugins.council.addresses import DATA
from plugins.council.dates import iso
from plugins.council.discussion import Stage
from plugins.council.header import Bill
from plugins.council.markdown import Body
from plugins.council.text import Text
from plugins.council.vocabulary import Vocabulary
from plugins.open_data.rows import day, stage_word
from plugins.output import Tie


def bill_card(text: Text, stage: Stage | None, words: Vocabulary, url: str) -> dict[str, Any]:
    """Return a bill as lists give it; ``stage`` is ``None`` for one that was withdrawn."""
    said = text.discussion
    until = said.comments_until if said else None
    return {
        "id": text.identity,
        "title": text.title,
        "body": words.bodies[text.body].name(),
        "number": text.number,
        "published": day(text.moment),
        "stage": stage_word(stage),
        "outcome": said.ending if said else None,
        "comments_until": iso(until) if until is not None else None,
        "consider_on": day(said.consider_on) if said else None,
        "withdrawn": text.withdrawn,
        "url": url + text.address,
        "data": f"{url}{text.address}{DATA}",
    }


def bill_record(
    text: Text, body: Body, stage: Stage | None, ties: tuple[Tie, ...], words: Vocabulary, url: str
) -> dict[str, Any]:
    """Return a bill whole; what is not known is ``null``."""
    bill = text.header
    assert isinstance(bill, Bill)
    ahead = None
    if bill.consider_on:
        published = text.published or bill.consider_on
        ahead = max(words.law.calendar.between(published, bill.consider_on), 0)
    became = (tie.text for tie in ties if tie.name == "became" and tie.text)
    act = next(became, None)
    return {
        **bill_card(text, stage, words, url),
        "kind": words.act_kinds[bill.kind].name(),
        "author": bill.author or None,
        "regulatory": bill.regulatory,
        "working_days_ahead": ahead,
        "rejected": day(bill.outcome.rejected) if bill.outcome else None,
        "became": {"id": act.identity, "url": url + act.address} if act else None,
        "summary": bill.summary or None,
        "topics": [words.topics[topic].name() for topic in bill.topics],
        "text": body.text,
    }
