"""Acts and bills that name one another."""

from collections.abc import Iterator

from plugins.checks.wanted import in_header, no_act
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.output import Site, rule


@rule("link", says="Названий акт є на сайті")
def relations_lead_somewhere(site: Site) -> Iterator[Problem]:
    """An act or bill named by its identity is in the archive.

    Погано:  repeals: [{act: miska-rada/rishennia/2018/nema}]
    Добре:   repeals: [{external: "Рішення міської ради від 01.02.2018 № 1"}]
    """
    identities = site.all_by_identity
    for text in site.all_texts:
        for one in text.mentions:
            if one.sort == "act" and one.target not in identities:
                others = identities.keys() - {text.identity}
                yield in_header(text, one.field, no_act(one.target, others), "link")


@rule("bill-and-act", says="Проєкт і акт називають один одного")
def bills_agree_with_acts(site: Site) -> Iterator[Problem]:
    """A bill and its act, where both name the other, mean each other.

    Погано:  у проєкті outcome: {act: …/2}, а в акті 1 adopted_from: цей проєкт
    Добре:   те саме з обох боків, або лише з одного
    """
    texts = site.all_by_identity
    for text in site.all_texts:
        field, named = _other_half(text)
        other = texts.get(named)
        if other is None:
            continue
        its_field, its_named = _other_half(other)
        if its_field and its_named != text.identity:
            message = f"{other.path} каже про інше. Узгодьте «{its_field}» у ньому."
            yield in_header(text, field, message, "bill-and-act")


def _other_half(text: Text) -> tuple[str, str]:
    """Return (field, identity) of the bill of an act or the act of a bill, empty if unsaid."""
    for one in text.mentions:
        if one.field in ("adopted_from", "outcome.act"):
            return one.field, one.target
    return "", ""
