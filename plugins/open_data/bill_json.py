"""A bill as JSON: everything that its page says of it, for programs."""

from typing import Any

from plugins.council.header import Bill
from plugins.open_data.cards import bill_card
from plugins.open_data.records import Record, Shared


def bill_record(record: Record, shared: Shared) -> dict[str, Any]:
    """Return a bill whole; what is not known is ``null``."""
    text, bill, words = record.text, record.text.header, shared.words
    assert isinstance(bill, Bill)
    ahead = None
    if bill.consider_on:
        published = text.published or bill.consider_on
        ahead = max(words.law.calendar.between(published, bill.consider_on), 0)
    return {
        **bill_card(record, shared),
        "outcome": text.discussion.ending if text.discussion else None,
        "regulatory": bill.regulatory,
        "working_days_ahead": ahead,
        "summary": bill.summary or None,
        "topics": [words.topics[topic].name() for topic in bill.topics],
        "text": record.body.text(),
    }
