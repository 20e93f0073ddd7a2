"""Words of the header that must be in the council's vocabulary."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from plugins.council.bodies import commissions, council_of
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.council.vocabulary import Entry
from plugins.output import Site, rule

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@rule("unknown-word", says="Органи, види актів і теми – з content/data/")
def words_are_known(site: Site) -> Iterator[Problem]:
    """Bodies, kinds of acts and topics are those of content/data/.

    Погано:  body: miskrada
    Добре:   body: miska-rada
    """
    words = site.vocabulary
    topics, bodies, kinds = words.topics, words.bodies, words.act_kinds
    for text in site.all_texts:
        for topic in text.topics:
            if topic not in topics:
                yield _unknown(text, "topics", topic, topics, "topics.yaml")
        if text.body and text.body not in bodies:
            yield _unknown(text, "body", text.body, bodies, "bodies.yaml")
        if text.act_kind and text.act_kind not in kinds:
            yield _unknown(text, "kind", text.act_kind, kinds, "act-kinds.yaml")


@rule("unknown-word", says="Підрозділ, що відповідає за текст, є на сайті")
def owners_are_known(site: Site) -> Iterator[Problem]:
    """Who is to keep a text up to date is a unit of the site: to no other are reminders told.

    Погано:  owner: viddil-informatsii
    Добре:   owner: viddil-informatsiinoi-polityky
    """
    units = {text.path for text in site.all_texts if text.kind == "units"}
    for text in site.all_texts:
        for said in text.mentions:
            if said.sort == "owner" and said.target not in units:
                yield _unknown_owner(text, PurePosixPath(said.target).stem, units)


def _unknown_owner(text: Text, owner: str, units: Iterable[str]) -> Problem:
    known = [PurePosixPath(unit).stem for unit in units]
    near = difflib.get_close_matches(owner, known, n=1)
    hint = f"Можливо, «{near[0]}»?" if near else f"Додайте units/{owner}.md або назвіть інший."
    return Problem(
        path=text.path, line=text.lines.get("owner", 1), field="owner", rule="unknown-word",
        message=f"підрозділу «{owner}» на сайті немає. {hint}", severity="warning",
    )  # fmt: skip


@rule("unknown-word", says="Мандат – в органі з content/data/")
def bodies_of_mandates_are_known(site: Site) -> Iterator[Problem]:
    """A deputy's mandate is of a body in content/data/.

    Погано:  mandates: [{body: rada, convocation: 8}]
    Добре:   mandates: [{body: miska-rada, convocation: 8}]
    """
    bodies = site.vocabulary.bodies
    for text in site.all_texts:
        for said in text.mentions if text.kind == "people" else ():
            if said.sort == "mandate" and said.target not in bodies:
                yield _unknown(text, "mandates", said.target, bodies, "bodies.yaml")


@rule("unknown-word", says="Комісія – з content/data/")
def commissions_are_known(site: Site) -> Iterator[Problem]:
    """A commission called by a key is one in content/data/; one called by its name may be missing.

    Погано:  commissions: [komisia-zrazkova]
    Добре:   commissions: [komisiia-zrazkova] або commissions: [Зразкова комісія]
    """
    known = {slug: site.vocabulary.bodies[slug] for slug in commissions(site.vocabulary)}
    for text in site.all_texts:
        for said in text.mentions if text.kind == "people" else ():
            key = said.target if said.sort == "commission" else ""
            if _KEY.fullmatch(key) and key not in known:
                yield _unknown(text, "mandates", key, known, "bodies.yaml")


@rule("unknown-word", says="Комісія належить раді")
def commissions_are_of_councils(site: Site) -> Iterator[Problem]:
    """The council of a commission is a body too, and no commission itself.

    Погано:  commission_of: rada
    Добре:   commission_of: miska-rada
    """
    bodies = site.vocabulary.bodies
    for slug, body in bodies.items():
        council = council_of(body)
        if council and (council not in bodies or council_of(bodies[council])):
            yield Problem(
                path="data/bodies.yaml", line=1, field=f"{slug}.commission_of",
                message=f"«{council}» – не рада з цього файла. Напишіть ключ ради: miska-rada.",
                rule="unknown-word",
            )  # fmt: skip


def _unknown(text: Text, field: str, word: str, known: Mapping[str, Entry], file: str) -> Problem:
    near = difflib.get_close_matches(word, known, n=1)
    choice = f"Оберіть з: {', '.join(sorted(known))}." if known else "Допишіть його туди."
    hint = f"Можливо, «{near[0]}»?" if near else choice
    return Problem(
        path=text.path, line=text.lines.get(field, 1), field=field, rule="unknown-word",
        message=f"«{word}» немає в data/{file}. {hint}",
    )  # fmt: skip
