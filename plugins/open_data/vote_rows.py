"""Rows of motions and votings: what was put to the vote, and who voted how."""

from collections.abc import Iterator

from plugins.council.addresses import DATA
from plugins.council.bodies import code_of
from plugins.council.header import Question
from plugins.council.sessions import Result, anchor, question_result
from plugins.council.vocabulary import Vocabulary
from plugins.council.votes import VOTES
from plugins.open_data.records import SessionRecord, Shared
from plugins.open_data.rows import day
from plugins.open_data.tables import Row
from plugins.output.sittings import documents

_COLUMNS = dict(
    zip(
        VOTES,
        ("votingFor", "votingAgainst", "votingAbstain", "notVoting", "absent"),
        strict=True,
    )
)


def motion_id(session: str, item: str) -> str:
    """Return what a question is called for ever: its session's identity and its place there."""
    return f"{session}/{anchor(item)}"


def result_of(question: Question, record: SessionRecord, words: Vocabulary) -> Result | None:
    """Return what came of a question, ``None`` when neither minutes nor votes tell."""
    session, tallies = record.sitting.header, record.sitting.table().tallies
    in_favour = tallies[question.item]["За"] if question.item in tallies else None
    body = words.bodies[session.body].details
    return question_result(question.result, in_favour, body, session.convocation)


def motion_rows(record: SessionRecord, shared: Shared) -> Iterator[Row]:
    """Yield a row for each question that was voted on or considered without a vote."""
    sitting, session = record.sitting, record.sitting.header
    body = shared.words.bodies[session.body]
    known, tallies = documents(sitting.ties), sitting.table().tallies
    for question in session.agenda:
        if question.item not in record.motions:
            continue
        bill, act = known.get(question.bill or ""), known.get(question.act or "")
        result = result_of(question, record, shared.words)
        tally = tallies.get(question.item, {})
        yield {
            "uid": motion_id(sitting.session.identity, question.item),
            "date": day(session.date),
            "authorityName": body.name(),
            "authorityId": code_of(body, "edrpou"),
            "authorityCattutc": code_of(body, "katottg"),
            "convocation": str(session.convocation),
            "legislativeSession": session.number,
            "number": question.item if question.item.isdecimal() else None,
            "title": question.title,
            "projectNumber": bill.number if bill else None,
            **{column: str(tally[vote]) for vote, column in _COLUMNS.items() if vote in tally},
            "votingResult": result and result.capitalize(),
            "textUrl": shared.url + act.address if act else None,
            "text": act.address[1:] + DATA if act else None,
        }


def voting_rows(record: SessionRecord, shared: Shared) -> Iterator[Row]:
    """Yield a row for each deputy and question, in the order of the agenda and the table."""
    sitting = record.sitting
    table, identity = sitting.table(), sitting.session.identity
    for question in sitting.header.agenda:
        if question.item not in table.questions:
            continue
        column = table.questions.index(question.item)
        for row in table.rows:
            yield {
                "motionUid": motion_id(identity, question.item),
                "voterId": record.people.get(row.deputy),
                "voterName": row.deputy,
                "motionTitle": question.title,
                "result": row.votes[column],
            }
