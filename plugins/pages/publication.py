"""The page «Стан оприлюднення»: how the texts stand before the law, for people and programs.

Breaches are found anew in each build, by what cards carry; words are made only for what a page or
a file of data shows and only when that has changed. The page counts all and shows the newest,
the data hold all, a file a year.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from heapq import nsmallest

from plugins.council.addresses import PUBLICATION
from plugins.council.bodies import commissions
from plugins.council.dates import as_date, instant, iso, long_date, numeric_date
from plugins.council.law import breaches, case, checked
from plugins.council.law_case import Breach
from plugins.council.law_data import Law, Regime, Rule
from plugins.council.law_words import source, suspension, what_is_wrong
from plugins.council.quantities import plural
from plugins.council.vocabulary import said
from plugins.output import Output, Site, Template, page_path
from plugins.pages.json_ld import collection as collection_node
from plugins.pages.meta import full_title, page_meta, report_href, way
from plugins.pages.publication_data import data_outputs
from plugins.pages.shared import Shared
from plugins.pages.sitemap_entries import page_entry
from plugins.pages.view import Breach as Row
from plugins.pages.view import LawRule, Link, PublicationView, When

ADDRESS = f"/{PUBLICATION}/"
NEWEST = 100  # rows of a rule on the page


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInputs:
    """How the texts stand before one rule: counts of all breaches, the newest of them."""

    rule: Rule
    suspended: bool
    checked: int
    findings: int
    notes: int
    years: tuple[tuple[int, int], ...]
    newest: tuple[Breach, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationInputs:
    """What the page is made from; ``regimes`` are those of the day."""

    law: Law
    regimes: tuple[Regime, ...]
    rules: tuple[RuleInputs, ...]


def publication_outputs(site: Site, shared: Shared) -> Iterator[Output]:
    """Yield the page and its data, where there is a law to hold the texts against."""
    law = site.vocabulary.law
    if not law.rules:
        return
    today = as_date(instant(site.now))
    held = case(law, site.register.texts, today, site.files, commissions(site.vocabulary))
    found = breaches(held)
    counts = checked(held)
    by_rule: dict[str, list[Breach]] = {}
    for one in found:
        by_rule.setdefault(one.rule.id, []).append(one)
    inputs = PublicationInputs(
        law=law,
        regimes=tuple(one for one in law.regimes if one.covers(held.today)),
        rules=tuple(
            _rule_inputs(
                rule, law.is_suspended(rule, held.today), counts[rule.id], by_rule.get(rule.id, ())
            )
            for rule in law.rules
            if rule.holds(held.today)
        ),
    )
    yield Output(
        path=page_path(ADDRESS),
        inputs=(site.theme.template("publication.html", "uk"), shared, inputs),
        render=render_publication,
        entry=page_entry(ADDRESS, shared),
    )
    yield from data_outputs(ADDRESS, site.url, law, found)


def _rule_inputs(
    rule: Rule, suspended: bool, checked: int, found: Collection[Breach]
) -> RuleInputs:
    """Count the breaches of a rule, those of its former versions too."""
    years = Counter(year for one in found if (year := one.year))
    notes = sum(one.note for one in found)
    return RuleInputs(
        rule=rule,
        suspended=suspended,
        checked=checked,
        findings=len(found) - notes,
        notes=notes,
        years=tuple(sorted(years.items(), reverse=True)),
        newest=tuple(nsmallest(NEWEST, found, key=_newest_first)),
    )


def _newest_first(breach: Breach) -> tuple[float, str]:
    return breach.text.order if breach.text else (0.0, "")


def render_publication(template: Template, shared: Shared, inputs: PublicationInputs) -> str:
    """Return the page."""
    title, lead = shared.word("law_title"), shared.word("law_lead")
    crumbs = way((), title, ADDRESS, shared)
    view = PublicationView(
        meta=page_meta(
            shared, title=full_title(shared, title), description=lead, address=ADDRESS,
            crumbs=crumbs, nodes=[collection_node(title, ADDRESS, lead, shared)],
        ),
        title=title,
        breadcrumbs=crumbs,
        report=report_href(title, ADDRESS, shared),
        lead=lead,
        regimes=tuple(_regime(one, shared) for one in inputs.regimes),
        rules=tuple(_rule(one, inputs.law, shared) for one in inputs.rules),
        data=f"{ADDRESS}index.json",
    )  # fmt: skip
    return template.render(frame=shared.frame, page=view)


def _regime(regime: Regime, shared: Shared) -> str:
    since = long_date(regime.since, shared.lang)
    title = said(regime.title, shared.lang)
    words = shared.word("law_regime", regime=title, date=since, ground=regime.ground)
    if regime.holidays_work:
        words += " " + shared.word("law_holidays", source=source(regime.holidays_work))
    return words


def _rule(inputs: RuleInputs, law: Law, shared: Shared) -> LawRule:
    rule, total = inputs.rule, inputs.findings + inputs.notes
    return LawRule(
        id=rule.id,
        title=rule.title,
        source=shared.word("law_source", source=source(rule)),
        suspended=f"{suspension(law, rule)}." if inputs.suspended else "",
        verdict=_verdict(inputs, shared),
        years=tuple(
            Link(title=str(year), url=f"{ADDRESS}{year}.json", count=str(count))
            for year, count in inputs.years
        ),
        newest=shared.word("law_newest", count=NEWEST) if total > NEWEST else "",
        breaches=tuple(_row(law, one) for one in inputs.newest),
    )


def _verdict(inputs: RuleInputs, shared: Shared) -> str:
    """Return «Перевірено 7 актів: 2 зауваження, 1 примітка.»"""
    words = {
        "acts": "law_acts", "bills": "law_bills", "sessions": "law_sessions",
        "site": "law_sections",
    }  # fmt: skip
    counted = ((inputs.findings, "law_findings"), (inputs.notes, "law_notes"))
    found = [_plural(count, word, shared) for count, word in counted if count]
    return shared.word(
        "law_verdict",
        checked=_plural(inputs.checked, words[inputs.rule.applies_to], shared),
        found=", ".join(found) or shared.word("law_in_order"),
    )


def _plural(count: int, word: str, shared: Shared) -> str:
    return plural(count, *shared.word(word).split("|"))


def _row(law: Law, breach: Breach) -> Row:
    text, section = breach.text, breach.section
    message = what_is_wrong(law, breach)
    if breach.note:
        message = f"примітка: {message}"
    return Row(
        about=Link(
            title=text.title if text else section.title if section else "",
            url=text.address if text else "",
        ),
        when=When(text=numeric_date(text.day), iso=iso(text.day)) if text and text.day else None,
        days="–" if breach.days is None else str(breach.days),
        message=message[0].upper() + message[1:],
    )
