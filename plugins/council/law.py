"""What the law asks of publication, held against the texts. It never blocks: it shows.

A check is a small function by the id of its rule and yields breaches: light records, since an old
archive may have thousands and a page words a hundred of them (law_words.py). A breach does not
depend on the day of asking, but where something is not there: an act whose date of publication is
unknown is one from the day after the last on which it should have been published.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from plugins.council.dates import as_date
from plugins.council.files import ContentFile
from plugins.council.law_case import Breach, Case, Check
from plugins.council.law_data import Law, Rule, RuleId
from plugins.council.law_sessions import (
    decisions_have_votes_by_name,
    is_about,
    sessions_are_announced_ahead,
    sessions_are_announced_with_questions,
    sessions_are_recorded,
)
from plugins.council.text import Text

_WITH_SECTIONS = frozenset({"pages", "services", "units", "people", "reports"})
"""Kinds of texts that make a section; a list of them without any is none."""


def case(
    law: Law, texts: Iterable[Text], today: date, files: Mapping[str, ContentFile] | None = None,
    commissions: frozenset[str] = frozenset(),
) -> Case:  # fmt: skip
    """Return the case of some public texts; what was withdrawn is in no list.

    ``files`` hold the tables of votes.
    """
    acts, bills, sessions = [], [], []
    sections: set[str] = set()
    for text in texts:
        if text.kind == "acts":
            if not text.withdrawn:
                acts.append(text)
        elif text.kind == "bills":
            if not text.withdrawn:
                bills.append(text)
        elif text.kind == "sessions":
            sessions.append(text)
        elif text.kind in _WITH_SECTIONS:
            sections.update(_with_those_above(text.address))
    return Case(
        law=law, acts=tuple(acts), bills=tuple(bills), sessions=tuple(sessions),
        voted={session.path: _voted(session, files or {}) for session in sessions},
        commissions=commissions, sections=frozenset(sections), today=today,
    )  # fmt: skip


def _voted(session: Text, files: Mapping[str, ContentFile]) -> frozenset[str]:
    tables = (files.get(said.target) for said in session.mentions if said.field == "votes")
    sheets = (table.votes for table in tables if table is not None)
    return frozenset(question for sheet in sheets if sheet for question in sheet.questions)


def breaches(case: Case) -> tuple[Breach, ...]:
    """Return all breaches, in the order of rules and texts."""
    return tuple(found for rule in case.law.rules for found in CHECKS[rule.id](rule, case))


def checked(case: Case) -> Mapping[RuleId, int]:
    """Return how many texts (or sections) each rule has something to say of."""
    discussions = [bill.discussion for bill in case.bills if bill.discussion]
    return {
        **{
            rule.id: sum(is_about(rule, session, case) for session in case.sessions)
            for rule in case.law.rules
            if rule.applies_to == "sessions"
        },
        "bill-notice": sum(one.consider_on is not None for one in discussions),
        "consultation-window": sum(one.regulatory for one in discussions),
        "act-publication": len(case.acts),
        "normative-effect": sum(act.normative for act in case.acts),
        "required-sections": len(case.law.sections),
    }


def bills_are_public_ahead(rule: Rule, case: Case) -> Iterator[Breach]:
    """A bill is public so many working days before it is considered; the law is that of that day.

    Погано:  published: 2026-11-16, consider_on: 2026-11-24  (шість робочих днів)
    Добре:   published: 2026-11-10, consider_on: 2026-11-24  (десять)
    """
    for bill in case.bills:
        day = bill.discussion.consider_on if bill.discussion else None
        if day is None or bill.published is None or not rule.holds(day):
            continue
        days = case.law.calendar.between(bill.published, day)
        if days < rule.least:
            yield Breach(rule, bill, days, case.law.is_suspended(rule, day))


def regulatory_bills_are_open_for_months(rule: Rule, case: Case) -> Iterator[Breach]:
    """Comments to a regulatory bill are taken for so many months, no fewer and no more.

    Погано:  regulatory: так, published: 2026-05-04, comments_until: 2026-05-20
    Добре:   regulatory: так, published: 2026-05-04, comments_until: 2026-06-04
    """
    for bill in case.bills:
        start, said = bill.published, bill.discussion
        if start is None or said is None or not said.regulatory or not rule.holds(start):
            continue
        end = as_date(said.comments_until) if said.comments_until is not None else None
        first, last = _months_after(start, rule.least), _months_after(start, rule.most)
        if end is not None and not first <= end <= last:
            yield Breach(rule, bill, (end - start).days, case.law.is_suspended(rule, start))


def acts_are_published_soon(rule: Rule, case: Case) -> Iterator[Breach]:
    """An act is published within so many working days of its adoption, and the day is known.

    Погано:  adopted: 2026-10-02, published: 2026-10-20
    Добре:   adopted: 2026-10-02, published: 2026-10-06
    """
    calendar = case.law.calendar
    overdue = calendar.before(case.today, rule.most + 1)
    for act in case.acts:
        adopted, published = act.day, act.published
        if adopted is None or (published and (published - adopted).days <= rule.most):
            continue  # so few days hold no more working ones
        days = calendar.between(adopted, published) if published else None
        late = adopted <= overdue if days is None else days > rule.most
        if late and rule.holds(adopted):
            yield Breach(rule, act, days, case.law.is_suspended(rule, adopted))


def normative_acts_wait_for_publication(rule: Rule, case: Case) -> Iterator[Breach]:
    """A normative act takes effect when it is published or later.

    Погано:  normative: так, published: 2026-10-06, effective_from: 2026-10-02
    Добре:   normative: так, published: 2026-10-06, effective_from: 2026-10-06
    """
    for act in case.acts:
        if act.normative and act.published and act.effective and act.effective < act.published:
            days = (act.published - act.effective).days
            if rule.holds(act.published):
                yield Breach(rule, act, days, case.law.is_suspended(rule, act.published))


def required_sections_are_there(rule: Rule, case: Case) -> Iterator[Breach]:
    """The site has what the law names: structure, powers, budget, services and the rest.

    Погано:  sections: [{key: budget, title: Бюджет, url: /biudzhet/}], сторінки /biudzhet/ немає
    Добре:   є pages/biudzhet.md
    """
    if rule.holds(case.today):
        for section in case.law.sections:
            if section.url not in case.sections:
                note = case.law.is_suspended(rule, case.today)
                yield Breach(rule, None, None, note, section)


CHECKS: Mapping[RuleId, Check] = {
    "bill-notice": bills_are_public_ahead,
    "consultation-window": regulatory_bills_are_open_for_months,
    "act-publication": acts_are_published_soon,
    "normative-effect": normative_acts_wait_for_publication,
    "session-notice": sessions_are_announced_ahead,
    "exceptional-notice": sessions_are_announced_ahead,
    "session-agenda": sessions_are_announced_with_questions,
    "session-video": sessions_are_recorded,
    "session-votes": decisions_have_votes_by_name,
    "required-sections": required_sections_are_there,
}


def _with_those_above(address: str) -> Iterator[str]:
    """Yield an address and the folders above it: a service makes the section of services."""
    while address != "/":
        yield address
        address = address[: address.rindex("/", 0, -1) + 1]


def _months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or its last day (civil code art. 254(3))."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
