"""The page of an official or a deputy: contacts, mandates, attendance, the newest votes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.council.addresses import body_address
from plugins.council.bodies import commissions, commissions_by_name
from plugins.council.header import Lang, Mandate, Person
from plugins.council.quantities import integer
from plugins.council.text import Text
from plugins.council.votes import plain_name
from plugins.output import Gathered, Output, OutputGroup, Site, Template, page_path
from plugins.output.digest import digest_of
from plugins.output.sittings import Sitting, sittings
from plugins.pages.attendance import (
    Attendance,
    attendance_chart,
    attendance_facts,
    attendances,
    newest_of,
)
from plugins.pages.cards import when
from plugins.pages.contacts import contact_fields
from plugins.pages.page_inputs import (
    AboveOf,
    Names,
    PageInputs,
    ancestors_of,
    known_by,
    page_inputs,
)
from plugins.pages.shared import AllShared, Shared
from plugins.pages.sitemap_entries import sitemap_part, text_entry
from plugins.pages.text_pages import text_fields
from plugins.pages.view import Fact, Link, MandateView, PersonView
from plugins.pages.vote_pages import vote_outputs, votes_address
from plugins.pages.voting_record import voting_record

NEWEST = 3  # sessions whose votes the person's page shows; a page of the year has all


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInputs:
    """What the page of a person is made from: ``years`` of attendance, and the newest sessions."""

    page: PageInputs
    name: str
    years: tuple[Attendance, ...]
    newest: tuple[Sitting, ...]


def person_outputs(site: Site, all_shared: AllShared, names: Names) -> Iterator[OutputGroup]:
    """Yield the pages of people, a group for each language, and those of their votes by year."""
    people: dict[Lang, list[Text]] = {}
    for text in site.register.texts:
        if text.kind == "people":
            people.setdefault(text.lang, []).append(text)
    above = ancestors_of(names)
    held = sittings(site) if people else ()
    named = {text.path: _name(text, site) for texts in people.values() for text in texts}
    for lang, texts in people.items():
        template = site.theme.template("person.html", lang)
        picture = site.theme.template("components/picture.html", lang)
        gathered = _people(texts, site, above, named, held)
        inputs = (template, picture, all_shared[lang], gathered)
        yield OutputGroup(name=sitemap_part(texts[0]), inputs=inputs, expand=expand_people)
    yield from vote_outputs(site, all_shared, people, named, held, above)


def _name(text: Text, site: Site) -> str:
    """Return what tables call a person: everybody in Ukrainian."""
    original = site.register.translations.get(text.path) if text.lang != "uk" else None
    return plain_name((original or text).title)


def _people(
    texts: list[Text], site: Site, above: AboveOf, named: Mapping[str, str],
    held: tuple[Sitting, ...],
) -> Gathered[PersonInputs]:  # fmt: skip
    known = [f"{known_by(text, site, above)}|{named[text.path]}" for text in texts]
    return Gathered(
        digest=digest_of("\n".join(known), "\n".join([one.digest for one in held])),
        gather=lambda: _gathered(texts, site, above, named, held),
    )


def _gathered(
    texts: list[Text], site: Site, above: AboveOf, named: Mapping[str, str],
    held: tuple[Sitting, ...],
) -> tuple[PersonInputs, ...]:  # fmt: skip
    years = attendances(held, commissions(site.vocabulary))
    newest = newest_of(held, NEWEST)
    return tuple(
        PersonInputs(
            page=page_inputs(text, site, above),
            name=named[text.path],
            years=years.get(named[text.path], ()),
            newest=newest.get(named[text.path], ()),
        )
        for text in texts
    )


def expand_people(
    template: Template, picture: Template, shared: Shared, people: Gathered[PersonInputs]
) -> Iterator[Output]:
    """Yield the page of each person of a group."""
    for inputs in people.gather():
        yield Output(
            path=page_path(inputs.page.text.address),
            inputs=(template, picture, shared, inputs),
            render=render_person,
            entry=text_entry(inputs.page, shared),
        )


def render_person(
    template: Template, picture: Template, shared: Shared, inputs: PersonInputs
) -> str:
    """Return the page of a person."""
    person = inputs.page.text.header
    assert isinstance(person, Person)
    mandates = sorted(person.mandates, key=lambda one: one.convocation, reverse=True)
    fields = text_fields(picture, shared, inputs.page)
    if mandates:
        fields["kind"] = shared.word("deputy")
    view = PersonView(
        **fields,
        **contact_fields(inputs.page, shared),
        **_votes(inputs, shared),
        mandates=tuple(_mandate(one, shared) for one in mandates),
    )
    return template.render(frame=shared.frame, page=view)


def _votes(inputs: PersonInputs, shared: Shared) -> dict[str, Any]:
    """Return the fields of a PersonView that tell of votes, none for who never voted."""
    if not inputs.years:
        return {}
    person = inputs.page.text
    return {
        "attendance": tuple(attendance_facts(inputs.years, shared)),
        "chart": attendance_chart(inputs.years, shared),
        "votes": voting_record(inputs.name, inputs.newest, shared),
        "years": tuple(
            Link(
                title=str(one.year),
                url=votes_address(person, one.year),
                count=integer(one.questions, shared.lang),
            )
            for one in inputs.years
        ),
    }


def _mandate(mandate: Mandate, shared: Shared) -> MandateView:
    body = shared.vocabulary.bodies[mandate.body].name(shared.lang)
    return MandateView(
        title=shared.word("mandate_title", body=body, convocation=mandate.convocation),
        facts=tuple(_of_mandate(mandate, shared)),
    )


def _of_mandate(mandate: Mandate, shared: Shared) -> Iterator[Fact]:
    """What is known of a mandate; one without an end is not said to last."""
    unknown = shared.word("unknown")
    yield Fact(label=shared.word("mandate_from"), values=(when(mandate.since, shared) or unknown,))
    if until := when(mandate.until, shared):
        yield Fact(label=shared.word("mandate_to"), values=(until,))
    for name in ("office", "faction", "party", "district"):
        if words := getattr(mandate, name):
            yield Fact(label=shared.word(f"mandate_{name}"), values=(words,))
    if mandate.commissions:
        named = commissions_by_name(shared.vocabulary)
        values = tuple(
            Link(title=shared.vocabulary.bodies[slug].name(shared.lang), url=body_address(slug))
            if (slug := named.get(called, ""))
            else called
            for called in mandate.commissions
        )
        yield Fact(label=shared.word("mandate_commissions"), values=values)
