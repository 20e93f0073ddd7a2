"""Meetings: sessions with their agendas, and votes by name under a prefix of ours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.council.files import ContentFile
from plugins.council.header import Question, Session
from plugins.council.sessions import anchor, question_result
from plugins.council.text import Text
from plugins.council.votes import VoteTable
from plugins.council.year_pages import YearPage
from plugins.oparl.files import content_file, page_file
from plugins.oparl.lists import year_page
from plugins.oparl.objects import (
    VENDOR,
    Object,
    Shared,
    consultation_id,
    meeting_id,
    organization_id,
    person_id,
    stamp,
    typed,
)
from plugins.output import Gathered, Site
from plugins.output.digest import digest_of
from plugins.output.sittings import Sitting, documents, people_by_name, sitting, votes_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What the object of a session is made from; ``people`` are those in its table, by name."""

    sitting: Sitting
    votes: ContentFile | None
    people: Mapping[str, Text]
    digest: str


def meetings(texts: list[Text], site: Site) -> Gathered[Meeting]:
    """Return the sessions of a year."""
    people = people_by_name(site)
    found = tuple(_meeting(sitting(text, site), people, site) for text in texts)
    return Gathered(digest_of("\n".join([one.digest for one in found])), lambda: found)


def _meeting(one: Sitting, people: Mapping[str, Text], site: Site) -> Meeting:
    known = {name: people[name] for name, _ in one.sheet.deputies if name in people}
    addresses = {name: person.identity for name, person in known.items()}
    return Meeting(
        sitting=one,
        votes=site.files.get(votes_path(one.session)),
        people=known,
        digest=digest_of(one.digest, addresses),
    )


def render_meetings(page: YearPage, shared: Shared, found: Gathered[Meeting]) -> str:
    """Return the page of a year, oldest session first."""
    chosen = sorted(found.gather(), key=lambda one: one.sitting.session.order, reverse=True)
    return year_page(page, (_object(one, shared) for one in chosen), shared)


def _object(meeting: Meeting, shared: Shared) -> Object:
    text, session, table = _parts(meeting)
    address = meeting_id(text, shared)
    place = session.place and typed("Location", f"{address}/place", description=session.place)
    came = [row.deputy for row in table.rows if set(row.votes) != {"Відсутній"}]
    minutes = next((t.text for t in meeting.sitting.ties if t.name == "minutes" and t.text), None)
    files = [content_file(meeting.votes, f"{address}/votes", shared)] if meeting.votes else []
    return typed(
        "Meeting", address,
        name=text.title,
        start=stamp(session.date),
        end=stamp(session.ends),
        location=place,
        organization=[organization_id(session.body, shared)],
        participant=[person_id(meeting.people[n], shared) for n in came if n in meeting.people],
        resultsProtocol=minutes and page_file(minutes, f"{address}/minutes", shared),
        auxiliaryFile=files,
        agendaItem=[
            _item(order, one, meeting, shared) for order, one in enumerate(session.agenda, 1)
        ],
        license=shared.license,
        created=stamp(session.announced),
        modified=stamp(text.updated),
        web=shared.page(text),
    )  # fmt: skip


def _parts(meeting: Meeting) -> tuple[Text, Session, VoteTable]:
    one = meeting.sitting
    return one.session, one.header, one.table()


def _item(order: int, question: Question, meeting: Meeting, shared: Shared) -> Object:
    session, header, table = _parts(meeting)
    known, place = documents(meeting.sitting.ties), anchor(question.item)
    bill, act = known.get(question.bill or ""), known.get(question.act or "")
    tally = table.tallies.get(question.item)
    body = shared.words.bodies[header.body].details
    in_favour = tally["За"] if tally else None
    paper = bill or act
    address = f"{meeting_id(session, shared)}/{place}"
    item = typed(
        "AgendaItem", address,
        number=question.item,
        order=order,
        name=question.title,
        consultation=paper and consultation_id(paper, session, place, shared),
        result=question_result(question.result, in_favour, body, header.convocation),
        resolutionFile=act and page_file(act, f"{address}/resolution", shared),
        web=f"{shared.page(session)}#{place}",
    )  # fmt: skip
    if tally:
        item[f"{VENDOR}tally"] = dict(tally)
        item[f"{VENDOR}votes"] = list(_votes(question.item, meeting, shared))
    return item


def _votes(item: str, meeting: Meeting, shared: Shared) -> Iterator[Object]:
    table = meeting.sitting.table()
    column = table.questions.index(item)
    for row in table.rows:
        person = meeting.people.get(row.deputy)
        known = {"person": person_id(person, shared)} if person else {}
        yield {**known, "name": row.deputy, "vote": row.votes[column]}
