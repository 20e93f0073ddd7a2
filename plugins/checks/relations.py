"""Acts and bills that name one another."""

from collections.abc import Iterator

from plugins.checks.wanted import in_header, no_act
from plugins.council.header import Act, Bill, Header, Reported
from plugins.council.problem import Problem
from plugins.output import Site

_BETWEEN_ACTS = ("amends", "repeals", "suspends", "restores", "implements", "corrects")


def relations_lead_somewhere(site: Site) -> Iterator[Problem]:
    """An act or bill named by its identity is in the archive.

    Погано:  repeals: [{act: miska-rada/rishennia/2018/nema}]
    Добре:   repeals: [{external: "Рішення міської ради від 01.02.2018 № 1"}]
    """
    identities = {text.identity for text in site.all_texts}
    for text in site.all_texts:
        for field, identity in _named_acts(text.header):
            if identity not in identities:
                yield in_header(text, field, no_act(identity, identities), "link")


def bills_agree_with_acts(site: Site) -> Iterator[Problem]:
    """A bill and its act, where both name the other, mean each other.

    Погано:  у проєкті outcome: {act: …/2}, а в акті 1 adopted_from: цей проєкт
    Добре:   те саме з обох боків, або лише з одного
    """
    texts = {text.identity: text for text in site.all_texts}
    for text in site.all_texts:
        field, named = _other_half(text.header)
        other = texts.get(named or "")
        if other is None:
            continue
        its_field, its_named = _other_half(other.header)
        if its_field and its_named != text.identity:
            message = f"{other.path} каже про інше. Узгодьте «{its_field}» у ньому."
            yield in_header(text, field, message, "bill-and-act")


def _other_half(header: Header) -> tuple[str, str | None]:
    """Return (field, identity) of the bill of an act or the act of a bill, («», None) if unsaid."""
    match header:
        case Act(adopted_from=str(bill)):
            return "adopted_from", bill
        case Bill(outcome=outcome) if outcome:
            return "outcome.act", outcome.act
    return "", None


def _named_acts(header: Header) -> Iterator[tuple[str, str]]:
    """Yield (field, identity) for every act or bill that a header names."""
    match header:
        case Reported(about=about):
            yield from (("about", identity) for identity in about)
        case Bill(outcome=outcome) if outcome and outcome.act:
            yield "outcome.act", outcome.act
        case Act():
            if header.adopted_from:
                yield "adopted_from", header.adopted_from
            for field in _BETWEEN_ACTS:
                for number, relation in enumerate(getattr(header, field)):
                    if relation.act:
                        yield f"{field}.{number}.act", relation.act
