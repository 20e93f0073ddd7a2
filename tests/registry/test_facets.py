"""The lists of acts by one property each."""

from datetime import UTC, datetime

import pytest

from plugins.council.status import FORCE
from plugins.output import Register
from tests.incremental.tiny_site import ROOT, act
from tests.registry.test_register import ACT, acts, register

STATUS = "/dokumenty/chynnist/{}/"


def lists(made: Register) -> dict[str, list[str]]:
    """Return the numbers of acts in each list chosen by a facet, by its address."""
    return {
        one.address: [text.number for text in one.texts]
        for one in made.collections
        if one.choices and one.choices[0][0] != "body"
    }


def test_act_stands_in_the_lists_of_its_convocation_kind_and_topics() -> None:
    """The newest convocation comes first, as a reader looks for it."""
    made = register({
        "acts/1.md": act("1", convocation="8", topics="[voda]"),
        "acts/2.md": act("2", convocation="10", adopted="2026-10-03"),
        "acts/3.md": act("3", adopted="2026-10-01"),
    })  # fmt: skip
    found = lists(made)
    assert found["/dokumenty/vydy/rishennia/"] == ["2", "1", "3"]
    assert found["/dokumenty/temy/voda/"] == ["1"]
    assert [address for address in found if "sklykannia" in address] == [
        "/dokumenty/sklykannia/10/",
        "/dokumenty/sklykannia/8/",
    ]


@pytest.mark.parametrize(
    ("said", "slug"),
    [("amends", "chynni"), ("repeals", "vtratyly-chynnist"), ("suspends", "diiu-zupyneno")],
)
def test_act_changes_its_list_of_force_when_its_hour_comes(said: str, slug: str) -> None:
    """Before the later act takes effect the first one is in force."""
    early = lists(register(acts(said=said), datetime(2026, 9, 30, 12, tzinfo=UTC)))
    assert "1" in early[STATUS.format("chynni")]
    assert "1" in lists(register(acts(said=said)))[STATUS.format(slug)]


def test_every_act_stands_in_one_list_of_force() -> None:
    """A withdrawn act is neither in force nor out of it; one to come is not in force yet."""
    relation = f"[{{act: {ACT.format(1)}}}]"
    made = register({
        "acts/1.md": act("1", adopted="2026-10-01", effective_from="2027-01-01"),
        "acts/2.md": act("2", repeals=relation),
        "acts/3.md": act("3", withdrawn="{date: 2026-10-02, reason: помилково}"),
        "acts/4.md": act("4", effective_from="2027-01-01"),
    })  # fmt: skip
    found = {address: got for address, got in lists(made).items() if "chynnist" in address}
    assert found == {
        STATUS.format("nabyraiut-chynnosti"): ["4"],
        STATUS.format("chynni"): ["2"],
        STATUS.format("ne-nabraly-chynnosti"): ["1"],
        STATUS.format("vidklykani"): ["3"],
    }


def test_every_list_of_force_has_its_names() -> None:
    """The theme knows what each list is called, by itself and in a row."""
    words = (ROOT / "theme" / "strings.yaml").read_text("utf-8")
    assert [slug for slug in FORCE if f"\nacts_{slug}:" not in words] == []
    assert [slug for slug in FORCE if f"\nshort_{slug}:" not in words] == []
