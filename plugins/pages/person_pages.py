"""The page of an official or a deputy: contacts, mandates, attendance and every vote."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.council.addresses import body_address
from plugins.council.bodies import commissions_by_name
from plugins.council.header import Mandate, Person
from plugins.council.text import Text
from plugins.council.votes import plain_name
from plugins.output import Gathered, Output, OutputGroup, Site, Template, page_path
from plugins.output.digest import digest_of
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
from plugins.pages.sittings import Sitting, sittings
from plugins.pages.text_pages import text_fields
from plugins.pages.view import Fact, Link, MandateView, PersonView
from plugins.pages.voting_record import voting_record


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInputs:
    """What the page of a person is made from: ``sittings`` are those in whose votes they stand."""

    page: PageInputs
    name: str
    sittings: tuple[Sitting, ...]


def person_outputs(site: Site, all_shared: AllShared, names: Names) -> Iterator[OutputGroup]:
    """Yield the pages of people, a group for each language."""
    groups: dict[str, list[Text]] = {}
    for text in site.register.texts:
        if text.kind == "people":
            groups.setdefault(sitemap_part(text), []).append(text)
    above = ancestors_of(names)
    held = sittings(site) if groups else ()
    for name, texts in groups.items():
        lang = texts[0].lang
        template = site.theme.template("person.html", lang)
        picture = site.theme.template("components/picture.html", lang)
        inputs = (template, picture, all_shared[lang], _people(texts, site, above, held))
        yield OutputGroup(name=name, inputs=inputs, expand=expand_people)


def _people(
    texts: list[Text], site: Site, above: AboveOf, held: tuple[Sitting, ...]
) -> Gathered[PersonInputs]:
    known = [known_by(text, site, above) for text in texts]
    return Gathered(
        digest=digest_of("\n".join(known), "\n".join([one.digest for one in held])),
        gather=lambda: _gathered(texts, site, above, held),
    )


def _gathered(
    texts: list[Text], site: Site, above: AboveOf, held: tuple[Sitting, ...]
) -> tuple[PersonInputs, ...]:
    by_name: dict[str, list[Sitting]] = {}
    for one in held:
        for name, _ in one.sheet.deputies:
            by_name.setdefault(name, []).append(one)
    return tuple(_inputs(text, site, above, by_name) for text in texts)


def _inputs(
    text: Text, site: Site, above: AboveOf, held: Mapping[str, list[Sitting]]
) -> PersonInputs:
    page = page_inputs(text, site, above)
    original = page.translation if text.lang != "uk" and page.translation else text
    name = plain_name(original.title)  # tables call everybody in Ukrainian
    return PersonInputs(page=page, name=name, sittings=tuple(held.get(name, ())))


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
        **voting_record(inputs.name, inputs.sittings, shared),
        mandates=tuple(_mandate(one, shared) for one in mandates),
    )
    return template.render(frame=shared.frame, page=view)


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
    for name in ("office", "faction", "district"):
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
