"""The page of a session: its facts, its agenda with votes by name, and what is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.council.addresses import ICS, body_address
from plugins.council.bodies import is_sitting
from plugins.council.dates import Moment, as_date, iso, long_date, period
from plugins.council.header import Question, Session
from plugins.council.quantities import plural
from plugins.council.sessions import Result, anchor, question_result, told_from
from plugins.council.text import Text
from plugins.council.votes import VOTES, VoteTable, read_votes
from plugins.output import Gathered, LazyFile, Output, OutputGroup, Site, Template, page_path
from plugins.output.digest import digest_of
from plugins.output.sittings import documents, people_by_name, votes_path
from plugins.pages.cards import line
from plugins.pages.facts import facts
from plugins.pages.page_inputs import (
    AboveOf,
    Names,
    PageInputs,
    ancestors_of,
    known_by,
    page_inputs,
)
from plugins.pages.pictures import attachment
from plugins.pages.shared import AllShared, Shared
from plugins.pages.sitemap_entries import sitemap_part, text_entry
from plugins.pages.sittings import tally_words, votes_word
from plugins.pages.text_pages import text_fields
from plugins.pages.view import Choice, Fact, Link, QuestionView, SessionView, When

_RESULTS: Mapping[Result, str] = {
    "прийнято": "carried",
    "не прийнято": "not_carried",
    "не голосували": "not_voted",
    "не розглядали": "not_considered",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionInputs:
    """What the page of a session is made from beside what every text has.

    ``people`` are the addresses of those who voted, by name; ``late`` whether what is still
    missing is to be said.
    """

    page: PageInputs
    votes: LazyFile | None
    people: Mapping[str, str]
    late: bool


def session_outputs(site: Site, all_shared: AllShared, names: Names) -> Iterator[OutputGroup]:
    """Yield the pages of sessions, a group for each year and language."""
    groups: dict[str, list[Text]] = {}
    above, people = ancestors_of(names), people_by_name(site)
    known = digest_of({name: text.address for name, text in people.items()})
    for text in site.register.texts:
        if text.kind == "sessions":
            groups.setdefault(sitemap_part(text), []).append(text)
    for name, texts in groups.items():
        lang = texts[0].lang
        template = site.theme.template("session.html", lang)
        picture = site.theme.template("components/picture.html", lang)
        sessions = _sessions(texts, site, above, people, known)
        inputs = (template, picture, all_shared[lang], sessions)
        yield OutputGroup(name=name, inputs=inputs, expand=expand_sessions)


def _sessions(
    texts: list[Text], site: Site, above: AboveOf, people: Mapping[str, Text], known: str
) -> Gathered[SessionInputs]:
    lines = [f"{known_by(text, site, above)}|{_late(text, site)}" for text in texts]
    return Gathered(
        digest=digest_of(known, "\n".join(lines)),
        gather=lambda: tuple(_inputs(text, site, above, people) for text in texts),
    )


def _inputs(text: Text, site: Site, above: AboveOf, people: Mapping[str, Text]) -> SessionInputs:
    file = site.files.get(votes_path(text))
    sheet = file.votes if file else None
    voted = [name for name, _ in sheet.deputies] if sheet else []
    return SessionInputs(
        page=page_inputs(text, site, above),
        votes=site.content(file) if file and sheet else None,
        people={name: people[name].address for name in voted if name in people},
        late=_late(text, site),
    )


def _late(text: Text, site: Site) -> bool:
    assert text.convening is not None  # every session has
    return told_from(text.convening.last) <= site.now


def expand_sessions(
    template: Template, picture: Template, shared: Shared, sessions: Gathered[SessionInputs]
) -> Iterator[Output]:
    """Yield the page of each session of a group."""
    for inputs in sessions.gather():
        yield Output(
            path=page_path(inputs.page.text.address),
            inputs=(template, picture, shared, inputs),
            render=render_session,
            entry=text_entry(inputs.page, shared),
        )


def render_session(
    template: Template, picture: Template, shared: Shared, inputs: SessionInputs
) -> str:
    """Return the page of a session."""
    session = inputs.page.text.header
    assert isinstance(session, Session)
    table = read_votes(inputs.votes.read()) if inputs.votes else None
    fields = text_fields(picture, shared, inputs.page)
    fields["facts"] = (*_facts(session, inputs, shared), *facts(inputs.page, shared))
    if session.votes and inputs.votes:
        file = inputs.page.files[session.votes]
        table_file = attachment(file, shared.word("votes_file"), shared)
        fields["attachments"] = (*fields["attachments"], table_file)
    sitting = is_sitting(inputs.page.text, shared.vocabulary)
    view = SessionView(
        **fields,
        about=shared.word("about_sitting" if sitting else "about_session"),
        agenda=tuple(_question(one, session, table, inputs, shared) for one in session.agenda),
        agenda_gap="" if session.agenda else shared.word("agenda_gap"),
    )
    return template.render(frame=shared.frame, page=view)


def _facts(session: Session, inputs: SessionInputs, shared: Shared) -> Iterator[Fact]:
    def fact(name: str, value: Link | When | str) -> Fact:
        return Fact(label=shared.word(f"fact_{name}"), values=(value,))

    sitting = is_sitting(inputs.page.text, shared.vocabulary)
    body = shared.vocabulary.bodies[session.body].name(shared.lang)
    yield fact("body", Link(title=body, url=body_address(session.body)))
    yield fact("convocation", str(session.convocation))
    yield fact("number", session.number)
    words = period(session.date, session.ends, shared.lang)
    yield fact("time", When(text=words, iso=iso(session.date)))
    if session.place:
        yield fact("place", session.place)
    if not inputs.late and not shared.is_preview:
        url = f"{inputs.page.text.address}{ICS}"
        yield fact("calendar", Link(title=shared.word("to_calendar"), url=url))
    if session.exceptional:
        yield fact("exceptional", shared.word("yes_no").split("|")[0])
    if session.announced is not None:
        yield fact("announced", _announced(session.announced, session.date, sitting, shared))
    minutes = _minutes(inputs)
    if minutes is not None or inputs.late:
        yield fact("minutes", minutes or shared.word("minutes_gap"))
    if session.video is not None or inputs.late:
        yield Fact(label=shared.word("fact_video"), values=tuple(_video(session, shared)))
    if inputs.votes is None and inputs.late:
        yield fact("votes", shared.word("votes_gap"))


def _announced(announced: Moment, date: Moment, sitting: bool, shared: Shared) -> str:
    days = (as_date(date) - as_date(announced)).days
    words = plural(days, *shared.word("days").split("|"))
    key = "announced_before_sitting" if sitting else "announced_before"
    return shared.word(key, date=long_date(announced, shared.lang), days=words)


def _minutes(inputs: SessionInputs) -> Link | None:
    found = (tie.text for tie in inputs.page.ties if tie.name == "minutes" and tie.text)
    return next((Link(title=text.title, url=text.address) for text in found), None)


def _video(session: Session, shared: Shared) -> Iterator[Link | str]:
    if session.video is None:
        yield shared.word("video_gap")
        return
    yield Link(title=shared.word("video_link"), url=session.video)
    since = session.video_published
    said = shared.word("video_since", date=long_date(since, shared.lang)) if since else ""
    yield said or shared.word("video_undated")


def _question(
    question: Question, session: Session, table: VoteTable | None, inputs: SessionInputs,
    shared: Shared,
) -> QuestionView:  # fmt: skip
    voted = table is not None and question.item in table.questions
    tally = table.tallies[question.item] if table and voted else None
    body = shared.vocabulary.bodies[session.body].details
    in_favour = tally["За"] if tally else None
    result = question_result(question.result, in_favour, body, session.convocation)
    return QuestionView(
        id=anchor(question.item),
        number=question.item,
        title=question.title,
        reporter=shared.word("reporter", name=question.reporter) if question.reporter else "",
        documents=tuple(_documents(question, inputs, shared)),
        tally=tally_words(tally, shared) if tally else "",
        result=shared.word(f"result_{_RESULTS[result]}") if result else "",
        choices=_choices(question.item, table, inputs, shared) if table and voted else (),
        gap=shared.word("votes_gap") if inputs.late and table is not None and not voted else "",
    )


def _documents(question: Question, inputs: SessionInputs, shared: Shared) -> Iterator[Fact]:
    known = documents(inputs.page.ties)
    for name, identity in (("bill", question.bill), ("act", question.act)):
        if text := known.get(identity or ""):
            link = Link(title=line(text, shared), url=text.address)
            yield Fact(label=shared.word(f"question_{name}"), values=(link,))


def _choices(
    item: str, table: VoteTable, inputs: SessionInputs, shared: Shared
) -> tuple[Choice, ...]:
    names = table.names(item)
    return tuple(
        Choice(
            vote=votes_word(vote, shared),
            count=str(len(names[vote])),
            names=tuple(Link(title=one, url=inputs.people.get(one, "")) for one in names[vote]),
        )
        for vote in VOTES
        if names[vote]
    )
