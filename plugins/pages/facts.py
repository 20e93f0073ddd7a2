"""The summary list of each kind: the facts a reader looks for before the text."""

from collections.abc import Iterable, Iterator
from datetime import date

from plugins.council.addresses import AKN, DATA
from plugins.council.bodies import acts_now
from plugins.council.dates import Moment, as_date, iso, long_date, numeric_date, period
from plugins.council.header import (
    Act,
    Announcement,
    Bill,
    Consultation,
    Contact,
    Minutes,
    Report,
)
from plugins.council.quantities import plural
from plugins.council.renditions import file_address
from plugins.council.short_addresses import short_address
from plugins.council.status import Standing
from plugins.council.text import Text
from plugins.pages.cards import kind_word, line, when
from plugins.pages.page_inputs import PageInputs
from plugins.pages.shared import Shared
from plugins.pages.view import Fact, Link, When

Value = Link | When | str


def facts(inputs: PageInputs, shared: Shared) -> tuple[Fact, ...]:
    """Return the facts of a text, those of its kind first."""
    rows = [*_of_kind(inputs, shared)]
    if inputs.owner is not None and not isinstance(inputs.text.header, Contact):
        owner = Link(title=inputs.owner.title, url=inputs.owner.address)
        rows.append(_fact("owner", owner, shared))
    return tuple(rows)


def _fact(name: str, value: Value, shared: Shared) -> Fact:
    return Fact(label=shared.word(f"fact_{name}"), values=(value,))


def _of_kind(inputs: PageInputs, shared: Shared) -> Iterator[Fact]:
    header = inputs.text.header
    match header:
        case Act():
            yield from _of_act(header, inputs, shared)
        case Bill():
            yield from _of_bill(header, inputs, shared)
        case Consultation():
            yield from _of_consultation(header, inputs, shared)
        case Announcement():
            yield from _of_event(header, shared)
        case Report(period=str(words)) if words:
            yield _fact("period", words, shared)
        case Minutes():
            yield _fact("body", _body(header.body, inputs, shared), shared)
            yield _fact("date", _moment(header.date, shared), shared)
            if header.session is not None:
                yield _fact("session", str(header.session), shared)


def _of_act(act: Act, inputs: PageInputs, shared: Shared) -> Iterator[Fact]:
    """An act's requisites; what the law asks and nobody knows is said to be unknown."""
    yield _fact("body", _body(act.body, inputs, shared), shared)
    yield _fact("acts_now", _known(acts_now(shared.vocabulary.bodies[act.body]), shared), shared)
    yield _fact("kind", kind_word(inputs.text, shared), shared)
    yield _fact("number", act.number, shared)
    yield _fact("adopted", _moment(act.adopted, shared), shared)
    yield _fact("published", _moment(act.published, shared), shared)
    yield _fact("effective_from", _moment(act.effective_from, shared), shared)
    yield _fact("status", status_words(inputs.standing, shared), shared)
    if act.convocation is not None:
        yield _fact("convocation", str(act.convocation), shared)
    if act.session is not None:
        yield _fact("session", str(act.session), shared)
    if act.normative is not None:
        yield _fact("normative", _yes_no(act.normative, shared), shared)
    if act.signature:
        yield _file("signature", act.signature, "signature_file", inputs, shared)
    if short := short_address(inputs.text.address, shared.vocabulary):
        address = shared.absolute(short)
        yield _fact("short", Link(title=address.partition("://")[2], url=short), shared)
    yield from _for_programs(_machine(inputs.text), shared)


def _for_programs(links: Iterable[Link], shared: Shared) -> Iterator[Fact]:
    """Yield the forms for programs; a preview has none."""
    if not shared.is_preview:
        yield Fact(label=shared.word("fact_machine"), values=tuple(links))


def _machine(text: Text) -> Iterator[Link]:
    """Yield the forms of an act for programs; tables and JSON speak Ukrainian only."""
    if text.lang == "uk":
        yield _json(text)
    yield Link(title="Akoma Ntoso", url=f"{text.address}{AKN}")


def _json(text: Text) -> Link:
    return Link(title="JSON", url=f"{text.address}{DATA}")


def status_words(standing: Standing, shared: Shared) -> str:
    """Return how an act stands: «Втратив чинність 1 жовтня 2026», «Чинний»."""
    words = shared.word(f"status_{standing.status}")
    if standing.since is None:
        return words
    date = long_date(standing.since, shared.lang)
    return shared.word("status_since", status=words, date=date)


def _of_bill(bill: Bill, inputs: PageInputs, shared: Shared) -> Iterator[Fact]:
    yield _fact("body", _body(bill.body, inputs, shared), shared)
    yield _fact("number", bill.number, shared)
    yield _fact("published", _moment(bill.published, shared), shared)
    if bill.author:
        yield _fact("author", bill.author, shared)
    if bill.consider_on:
        yield _fact("consider_on", _moment(bill.consider_on, shared), shared)
        yield _fact("ahead", _ahead(bill.published, bill.consider_on, shared), shared)
    if bill.comments_until:
        yield _fact("comments_until", _moment(bill.comments_until, shared), shared)
    if bill.regulatory is not None:
        yield _fact("regulatory", _yes_no(bill.regulatory, shared), shared)
    if bill.explanatory_note:
        name = "fact_explanatory_note"
        yield _file("explanatory_note", bill.explanatory_note, name, inputs, shared)
    if outcome := _outcome(bill, inputs, shared):
        yield _fact("outcome", outcome, shared)
    if inputs.text.lang == "uk":
        yield from _for_programs([_json(inputs.text)], shared)


def _ahead(published: Moment, day: date, shared: Shared) -> str:
    """Return how many working days a reader has; what the law asks stands elsewhere."""
    days = shared.vocabulary.law.calendar.between(as_date(published), day)
    return plural(max(days, 0), *shared.word("working_days").split("|"))


def _outcome(bill: Bill, inputs: PageInputs, shared: Shared) -> Value | None:
    """What came of a bill; an act is named once it is public (a tie leads to it and back)."""
    outcome = bill.outcome
    if outcome is None:
        return None
    if outcome.rejected:
        return shared.word("fact_rejected", date=numeric_date(outcome.rejected))
    if outcome.report:
        url = file_address(inputs.files[outcome.report])
        return Link(title=shared.word("fact_report"), url=url)
    became = (tie.text for tie in inputs.ties if tie.name == "became" and tie.text)
    act = next(became, None)
    return Link(title=line(act, shared), url=act.address) if act else None


def _of_consultation(one: Consultation, inputs: PageInputs, shared: Shared) -> Iterator[Fact]:
    yield _fact("body", _body(one.body, inputs, shared), shared)
    yield _fact("published", _moment(one.published, shared), shared)
    if one.comments_until is not None:
        yield _fact("comments_until", _moment(one.comments_until, shared), shared)
    reports = (tie.text for tie in inputs.ties if tie.name == "report" and tie.text)
    if one.report and one.report in inputs.files:
        yield _file("outcome", one.report, "fact_report", inputs, shared)
    elif report := next(reports, None):
        yield _fact("outcome", Link(title=report.title, url=report.address), shared)
    if inputs.text.lang == "uk":
        yield from _for_programs([_json(inputs.text)], shared)


def _of_event(event: Announcement, shared: Shared) -> Iterator[Fact]:
    if event.starts is not None:
        words = period(event.starts, event.ends, shared.lang)
        yield _fact("time", When(text=words, iso=iso(event.starts)), shared)
    if event.place:
        yield _fact("place", event.place, shared)


def _body(slug: str, inputs: PageInputs, shared: Shared) -> Value:
    """The issuing body, linked to the list of what it issued."""
    name = shared.vocabulary.bodies[slug].name(shared.lang)
    own = (link.url for link in inputs.above.links if link.url.endswith(f"/{slug}/"))
    url = next(own, "")
    return Link(title=name, url=url) if url else name


def _moment(moment: Moment | None, shared: Shared) -> Value:
    return when(moment, shared, time=True) or shared.word("unknown")


def _known(value: bool | None, shared: Shared) -> str:
    return shared.word("unknown") if value is None else _yes_no(value, shared)


def _yes_no(value: bool, shared: Shared) -> str:
    yes, no = shared.word("yes_no").split("|")
    return yes if value else no


def _file(name: str, path: str, title: str, inputs: PageInputs, shared: Shared) -> Fact:
    url = file_address(inputs.files[path])
    return _fact(name, Link(title=shared.word(title), url=url), shared)
