"""All votes of a deputy in a year: a page below that of the person.

A vote touches the pages of its year and the deputies' own ones, however many years lie behind.
Every year of a deputy has its page, even the only one, so no address depends on how many there
are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.council.header import Lang
from plugins.council.text import Text
from plugins.output import Gathered, Output, OutputGroup, Site, Template, page_path
from plugins.output.digest import digest_of
from plugins.output.sittings import Sitting
from plugins.pages.attendance import attendance_facts, attendances
from plugins.pages.json_ld import collection
from plugins.pages.meta import full_title, page_meta, report_href, way
from plugins.pages.page_inputs import Above, AboveOf
from plugins.pages.shared import AllShared, Shared
from plugins.pages.sitemap_entries import votes_entry
from plugins.pages.view import VotesView
from plugins.pages.voting_record import voting_record


@dataclass(frozen=True, slots=True, kw_only=True)
class VoterInputs:
    """What a page is made from: whose it is (``name`` in tables), and the sessions of the year."""

    person: Text
    name: str
    year: int
    sittings: tuple[Sitting, ...]
    above: Above


def votes_address(person: Text, year: int) -> str:
    """Return where the votes of a deputy in a year stand."""
    return f"{person.address}{year}/"


def vote_outputs(
    site: Site,
    all_shared: AllShared,
    people: Mapping[Lang, list[Text]],
    named: Mapping[str, str],
    held: tuple[Sitting, ...],
    above: AboveOf,
) -> Iterator[OutputGroup]:
    """Yield the pages of a year, a group for each language.

    ``people`` stand by language, ``named`` is what tables call them, by their paths.
    """
    by_year: dict[int, list[Sitting]] = {}
    for one in held:
        assert one.session.day is not None  # a session has its date
        by_year.setdefault(one.session.day.year, []).append(one)
    for lang, texts in people.items():
        template = site.theme.template("votes.html", lang)
        for year, sittings in by_year.items():
            voters = _voters(year, tuple(sittings), texts, named, above)
            name = f"people-{year}{'' if lang == 'uk' else '-' + lang}"
            inputs = (template, all_shared[lang], name, voters)
            yield OutputGroup(name=name, inputs=inputs, expand=expand_votes)


def _voters(
    year: int,
    sittings: tuple[Sitting, ...],
    texts: list[Text],
    named: Mapping[str, str],
    above: AboveOf,
) -> Gathered[VoterInputs]:
    there = {name for one in sittings for name, _ in one.sheet.deputies}
    voters = [text for text in texts if named[text.path] in there]
    known = [_known_by(text, named[text.path], above(votes_address(text, year))) for text in voters]
    return Gathered(
        digest=digest_of("\n".join([one.digest for one in sittings]), "\n".join(known)),
        gather=lambda: tuple(
            VoterInputs(
                person=text,
                name=named[text.path],
                year=year,
                sittings=_with(named[text.path], sittings),
                above=above(votes_address(text, year)),
            )
            for text in voters
        ),
    )


def _known_by(person: Text, name: str, above: Above) -> str:
    return f"{person.digest}|{name}|{above.digest}"


def _with(name: str, sittings: tuple[Sitting, ...]) -> tuple[Sitting, ...]:
    return tuple(one for one in sittings if any(name == other for other, _ in one.sheet.deputies))


def expand_votes(
    template: Template, shared: Shared, part: str, voters: Gathered[VoterInputs]
) -> Iterator[Output]:
    """Yield the page of each deputy who voted in the year."""
    for inputs in voters.gather():
        address = votes_address(inputs.person, inputs.year)
        yield Output(
            path=page_path(address),
            inputs=(template, shared, inputs),
            render=render_votes,
            entry=votes_entry(inputs.sittings[0].session, address, part, shared),
        )


def render_votes(template: Template, shared: Shared, inputs: VoterInputs) -> str:
    """Return the page of a deputy's votes in a year."""
    person, year = inputs.person, inputs.year
    address = votes_address(person, year)
    title = shared.word("votes_title", year=year)
    lead = shared.word("votes_lead", name=person.title, year=year)
    crumbs = way(inputs.above.links, str(year), address, shared)
    (attendance,) = attendances(inputs.sittings)[inputs.name]
    view = VotesView(
        meta=page_meta(
            shared, title=full_title(shared, title, person.title), description=lead,
            address=address, crumbs=crumbs, section="people",
            nodes=[collection(title, address, lead, shared)],
        ),
        title=title,
        breadcrumbs=crumbs,
        section=crumbs[1].url,
        report=report_href(f"{title}: {person.title}", address, shared),
        lead=lead,
        attendance=tuple(attendance_facts((attendance,), shared)),
        votes=voting_record(inputs.name, inputs.sittings, shared),
    )  # fmt: skip
    return template.render(frame=shared.frame, page=view)
