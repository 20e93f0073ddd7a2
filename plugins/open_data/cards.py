"""Bills, sessions and people as lists for programs give them; an unknown fact is ``null``."""

from typing import Any

from plugins.council.addresses import DATA
from plugins.council.dates import iso
from plugins.council.header import Bill, Mandate, Person, Question
from plugins.council.renditions import file_address
from plugins.council.text import Text
from plugins.open_data.records import Record, SessionRecord, Shared
from plugins.open_data.rows import day, stage_word
from plugins.open_data.vote_rows import motion_id, result_of
from plugins.output.sittings import documents


def bill_card(record: Record, shared: Shared) -> dict[str, Any]:
    """Return a bill with its way to a decision."""
    bill, text = record.text.header, record.text
    assert isinstance(bill, Bill)
    became = (tie.text for tie in record.ties if tie.name == "became" and tie.text)
    act = next(became, None)
    return {
        "id": text.identity,
        "title": text.title,
        "body": shared.words.bodies[bill.body].name(),
        "kind": shared.words.act_kinds[bill.kind].name(),
        "number": bill.number,
        "published": iso(bill.published),
        "author": bill.author or None,
        "stage": stage_word(record.stage),
        "consider_on": day(bill.consider_on),
        "comments_until": iso(bill.comments_until) if bill.comments_until else None,
        "rejected": day(bill.outcome.rejected) if bill.outcome else None,
        "act": act and act.identity,
        "withdrawn": text.withdrawn,
        "explanatory_note": shared.url + file_address(record.file) if record.file else None,
        "url": shared.url + text.address,
        "data": f"{shared.url}{text.address}{DATA}",
    }


def session_card(record: SessionRecord, shared: Shared) -> dict[str, Any]:
    """Return a session with its agenda and the votes counted."""
    text, session = record.sitting.session, record.sitting.header
    minutes = (tie.text for tie in record.sitting.ties if tie.name == "minutes" and tie.text)
    return {
        "id": text.identity,
        "title": text.title,
        "body": shared.words.bodies[session.body].name(),
        "convocation": session.convocation,
        "number": session.number,
        "date": iso(session.date),
        "ends": iso(session.ends) if session.ends else None,
        "place": session.place or None,
        "announced": day(session.announced),
        "exceptional": session.exceptional,
        "minutes": _url(next(minutes, None), shared),
        "video": session.video,
        "url": shared.url + text.address,
        "agenda": [_question(one, record, shared) for one in session.agenda],
    }


def _question(question: Question, record: SessionRecord, shared: Shared) -> dict[str, Any]:
    known = documents(record.sitting.ties)
    tally = record.sitting.table().tallies.get(question.item)
    return {
        "id": motion_id(record.sitting.session.identity, question.item),
        "item": question.item,
        "title": question.title,
        "bill": _url(known.get(question.bill or ""), shared),
        "act": _url(known.get(question.act or ""), shared),
        "result": result_of(question, record, shared.words),
        "votes": dict(tally) if tally else None,
    }


def _url(text: Text | None, shared: Shared) -> str | None:
    return shared.url + text.address if text else None


def person_card(record: Record, shared: Shared) -> dict[str, Any]:
    """Return an official or a deputy: what is public by office."""
    text, person = record.text, record.text.header
    assert isinstance(person, Person)
    units = (tie.text for tie in record.ties if tie.name == "unit" and tie.text)
    return {
        "id": text.identity,
        "name": text.title,
        "position": person.position or None,
        "unit": _url(next(units, None), shared),
        "phones": list(person.phones),
        "email": list(person.email),
        "mandates": [_mandate(one, shared) for one in person.mandates],
        "url": shared.url + text.address,
    }


def _mandate(mandate: Mandate, shared: Shared) -> dict[str, Any]:
    return {
        "body": shared.words.bodies[mandate.body].name(),
        "convocation": mandate.convocation,
        "from": day(mandate.since),
        "to": day(mandate.until),
        "party": mandate.party or None,
        "faction": mandate.faction or None,
        "commissions": list(mandate.commissions),
        "district": mandate.district or None,
        "office": mandate.office or None,
    }
