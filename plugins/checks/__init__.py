"""What texts must say together: known words, files and links that exist, addresses of one's own.

What one text must say by itself stands in the schema (plugins/council/header.py).
"""

from collections.abc import Iterable

from plugins.checks.addresses import addresses_are_own
from plugins.checks.contradictions import (
    acts_change_earlier_ones,
    acts_change_what_is_in_force,
    acts_say_one_thing_of_another,
    relations_run_in_no_circle,
)
from plugins.checks.files import files_exist
from plugins.checks.languages import other_languages_follow_ukrainian
from plugins.checks.ledger import (
    ledger_only_grows,
    ledger_says_it_once,
    ledger_still_answers,
    published_is_not_later_than_it_was,
)
from plugins.checks.links import links_answer, links_lead_somewhere
from plugins.checks.relations import bills_agree_with_acts, relations_lead_somewhere
from plugins.checks.sessions import (
    acts_were_voted_on,
    deputies_are_known,
    sessions_are_one_file_each,
    tables_lie_beside_sessions,
    votes_belong_to_agendas,
)
from plugins.checks.words import (
    bodies_of_mandates_are_known,
    commissions_are_known,
    commissions_are_of_councils,
    words_are_known,
)
from plugins.output import PlanRule, Rule, signals


def rules() -> Iterable[Rule]:
    """Return the rules over all texts."""
    return (
        words_are_known,
        bodies_of_mandates_are_known,
        commissions_are_known,
        commissions_are_of_councils,
        files_exist,
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
        ledger_only_grows,
        ledger_says_it_once,
        published_is_not_later_than_it_was,
    )


def plan_rules() -> Iterable[PlanRule]:
    """Return the rules over the planned site."""
    return links_answer, ledger_still_answers


def register() -> None:
    """Give the engine the rules."""
    signals.get_rules.connect(rules)
    signals.get_plan_rules.connect(plan_rules)
