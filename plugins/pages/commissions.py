"""What the page of a standing commission says otherwise than that of another body."""

from collections.abc import Mapping
from typing import Any

from plugins.council.addresses import body_address, convocation_address
from plugins.council.bodies import council_of
from plugins.council.text import Text
from plugins.council.vocabulary import Entry
from plugins.pages.cards import card
from plugins.pages.shared import Shared
from plugins.pages.view import Fact, Link


def council_fact(body: Entry, shared: Shared) -> tuple[Fact, ...]:
    """Return whose commission a body is, nothing when it is none."""
    council = council_of(body)
    if not council:
        return ()
    name = shared.vocabulary.bodies[council].name(shared.lang)
    link = Link(title=name, url=body_address(council))
    return (Fact(label=shared.word("commission_of"), values=(link,)),)


def council_fields(slug: str, convocations: tuple[int, ...], shared: Shared) -> dict[str, Any]:
    """Return the fields of a BodyView that a body has which is no commission."""
    bodies = shared.vocabulary.bodies
    return {
        "sessions_title": shared.word("section_sessions"),
        "people_title": shared.word("deputies"),
        "commissions": tuple(
            Link(title=body.detail("short", shared.lang), url=body_address(own))
            for own, body in bodies.items()
            if council_of(body) == slug
        ),
        "convocations": tuple(
            Link(
                title=shared.word("convocation_title", number=number),
                url=convocation_address(slug, number),
            )
            for number in convocations
        ),
    }


def commission_fields(
    members: tuple[object, ...], sittings: tuple[Text, ...], minutes: tuple[Text, ...],
    shared: Shared,
) -> dict[str, Any]:  # fmt: skip
    """Return the fields of a commission; what the site has not of it is said plainly."""
    parts: Mapping[str, tuple[object, ...]] = {
        "members": members, "sittings": sittings, "minutes": minutes,
    }  # fmt: skip
    return {
        "sessions_title": shared.word("section_sittings"),
        "people_title": shared.word("members"),
        "minutes": tuple(card(text, shared) for text in minutes),
        "gaps": tuple(shared.word(f"commission_gap_{name}") for name in parts if not parts[name]),
    }
