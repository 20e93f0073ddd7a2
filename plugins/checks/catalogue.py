"""All rules in one list: those of functions, and those told while a text is read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from plugins.checks.addresses import addresses_are_own
from plugins.checks.attached import (
    bytes_are_what_the_name_says,
    documents_are_no_pictures,
    documents_hold_no_programs,
    pictures_keep_no_places,
)
from plugins.checks.characters import (
    letters_are_read_right,
    nothing_is_unseen,
    words_are_of_one_alphabet,
)
from plugins.checks.contradictions import (
    acts_change_earlier_ones,
    acts_change_what_is_in_force,
    acts_say_one_thing_of_another,
    relations_run_in_no_circle,
)
from plugins.checks.dates import (
    changes_have_been_made,
    dates_are_in_order,
    dates_are_not_ahead,
    folders_are_of_the_year,
)
from plugins.checks.emptiness import bodies_are_not_empty, headers_stand_alone
from plugins.checks.excuses import excuses_name_a_rule
from plugins.checks.files import files_exist
from plugins.checks.footnotes import footnotes_are_there
from plugins.checks.hours import hours_are_a_timetable
from plugins.checks.language import (
    headings_go_in_order,
    links_say_where_they_lead,
    pictures_are_described,
    sentences_are_short,
    tables_have_heads,
    titles_do_not_shout,
    words_are_plain,
)
from plugins.checks.languages import other_languages_follow_ukrainian
from plugins.checks.ledger import (
    ledger_only_grows,
    ledger_says_it_once,
    ledger_still_answers,
    published_is_not_later_than_it_was,
)
from plugins.checks.links import links_answer, links_lead_somewhere
from plugins.checks.markup import (
    nothing_is_code_of_other_programs,
    titles_are_plain,
    values_are_read_whole,
)
from plugins.checks.moved import moved_addresses_lead_somewhere
from plugins.checks.names import (
    documents_among_texts_are_shown,
    kinds_are_published,
    names_differ_in_more_than_case,
    names_work_everywhere,
    texts_are_called_right,
)
from plugins.checks.outside import outside_links_are_honest
from plugins.checks.personal_data import persons_stay_private
from plugins.checks.personal_documents import persons_stay_private_in_documents
from plugins.checks.reading import READING
from plugins.checks.relations import bills_agree_with_acts, relations_lead_somewhere
from plugins.checks.sessions import (
    acts_were_voted_on,
    deputies_are_known,
    sessions_are_one_file_each,
    tables_lie_beside_sessions,
    votes_belong_to_agendas,
)
from plugins.checks.sign_codes import codes_are_of_signs
from plugins.checks.wartime import somebody_allows_what_war_touches
from plugins.checks.words import (
    bodies_of_mandates_are_known,
    commissions_are_known,
    commissions_are_of_councils,
    owners_are_known,
    words_are_known,
)
from plugins.output import About, FileRule, PlanRule, Rule, TextRule, about, near

TEXT_RULES: tuple[TextRule, ...] = (
    headers_stand_alone,
    bodies_are_not_empty,
    titles_are_plain,
    values_are_read_whole,
    nothing_is_code_of_other_programs,
    outside_links_are_honest,
    nothing_is_unseen,
    codes_are_of_signs,
    letters_are_read_right,
    words_are_of_one_alphabet,
    dates_are_in_order,
    folders_are_of_the_year,
    texts_are_called_right,
    hours_are_a_timetable,
    persons_stay_private,
    somebody_allows_what_war_touches,
    footnotes_are_there,
    links_say_where_they_lead,
    pictures_are_described,
    headings_go_in_order,
    tables_have_heads,
    titles_do_not_shout,
    sentences_are_short,
    words_are_plain,
    excuses_name_a_rule,
)
FILE_RULES: tuple[FileRule, ...] = (
    names_work_everywhere,
    kinds_are_published,
    bytes_are_what_the_name_says,
    documents_hold_no_programs,
    documents_are_no_pictures,
    pictures_keep_no_places,
    persons_stay_private_in_documents,
)
_SITE_RULES: tuple[Rule, ...] = (
    words_are_known,
    bodies_of_mandates_are_known,
    commissions_are_known,
    commissions_are_of_councils,
    owners_are_known,
    files_exist,
    names_differ_in_more_than_case,
    documents_among_texts_are_shown,
    links_lead_somewhere,
    relations_lead_somewhere,
    bills_agree_with_acts,
    acts_change_earlier_ones,
    acts_change_what_is_in_force,
    acts_say_one_thing_of_another,
    relations_run_in_no_circle,
    addresses_are_own,
    other_languages_follow_ukrainian,
    sessions_are_one_file_each,
    tables_lie_beside_sessions,
    votes_belong_to_agendas,
    acts_were_voted_on,
    deputies_are_known,
    dates_are_not_ahead,
    changes_have_been_made,
    ledger_only_grows,
    ledger_says_it_once,
    published_is_not_later_than_it_was,
)
SITE_RULES = tuple(map(near, _SITE_RULES))  # tests/checks/test_near.py holds them to it
PLAN_RULES: tuple[PlanRule, ...] = (
    links_answer,
    ledger_still_answers,
    moved_addresses_lead_somewhere,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as the rules page shows it: what it asks, an example of each side."""

    about: About
    example: str


def entries() -> Iterator[Entry]:
    """Yield all rules."""
    for names, says, example in READING:
        yield Entry(About(names=names, says=says, excusable=False), example)
    every: tuple[Callable[..., Any], ...] = (*TEXT_RULES, *FILE_RULES, *SITE_RULES, *PLAN_RULES)
    for function in every:
        yield Entry(about(function), _example(function))


def _example(function: Callable[..., Any]) -> str:
    """Return the lines of a docstring from «Погано» on, without their common indent."""
    lines = (function.__doc__ or "").splitlines()
    start = next((n for n, line in enumerate(lines) if line.strip().startswith("Погано")), None)
    if start is None:
        return ""
    return "\n".join(line.removeprefix("    ").rstrip() for line in lines[start:]).rstrip()
