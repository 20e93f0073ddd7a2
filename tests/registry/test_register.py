"""What texts know of each other, from headers that an editor would write."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

import pytest

from plugins.council.mentions import BETWEEN_ACTS
from plugins.council.status import IN_FORCE, Standing
from plugins.council.text import Text
from plugins.council.text_reading import read_text
from plugins.council.vocabulary import read_vocabulary
from plugins.output import Register, Site, Theme
from plugins.registry.register import make_register
from plugins.registry.ties import INVERSE
from tests.incremental.tiny_site import DATA, ROOT, act, news, text

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
ACT = "miska-rada/rishennia/2026/{}"
BILL = {"body": "miska-rada", "kind": "rishennia", "published": "2026-09-01"}


def record(path: str, source: str) -> Text:
    """Return a text read from its Markdown."""
    reading = read_text(path, source.encode())
    assert reading.text is not None, reading.problems
    return reading.text


def unread(*_: object) -> NoReturn:
    """Refuse: the register is made from headers alone."""
    raise AssertionError("a body was read")


def register(texts: dict[str, str], now: datetime = NOW) -> Register:
    """Return the register of some texts at a moment."""
    site = Site(
        url="", public_url="", indexed=True, now=now, theme=Theme(ROOT / "theme"), pictures=Path(),
        vocabulary=read_vocabulary({name: data.encode() for name, data in DATA.items()}),
        all_texts=tuple(record(path, source) for path, source in sorted(texts.items())),
        files={}, ledger=(), register=Register(), body=unread, content=unread,
        extract=unread, cache=Path(), search_engine="static",
    )  # fmt: skip
    return make_register(site)


def ties(made: Register, path: str) -> list[tuple[str, str]]:
    """Return the relations of a text: name, path of the other side or its words."""
    found = made.ties.get(path, ())
    return [(tie.name, tie.text.path if tie.text else tie.words) for tie in found]


@pytest.mark.parametrize("name", BETWEEN_ACTS)
def test_relation_of_acts_is_seen_from_both(name: str) -> None:
    """Said once in the newer act, it stands on the page of the older one too, with its note."""
    relation = f"[{{act: {ACT.format(1)}, note: пункт 2}}]"
    made = register({"acts/1.md": act("1"), "acts/2.md": act("2", **{name: relation})})
    assert ties(made, "acts/2.md") == [(name, "acts/1.md")]
    assert ties(made, "acts/1.md") == [(INVERSE[name], "acts/2.md")]
    assert {tie.note for path in made.ties for tie in made.ties[path]} == {"пункт 2"}


def test_external_act_is_named_by_its_words() -> None:
    """A law without a file stands with its words and address, on one side only."""
    relation = '[{external: "Закон № 280/97-ВР", url: "https://zakon.rada.gov.ua/"}]'
    made = register({"acts/1.md": act("1", implements=relation)})
    assert ties(made, "acts/1.md") == [("implements", "Закон № 280/97-ВР")]


def test_session_is_seen_from_its_bill_act_and_minutes() -> None:
    """An agenda is written once; bill and act lead back to their question."""
    agenda = (
        f"[{{item: 2.1, title: Перше, bill: miska-rada/proiekty/2026/p-1, act: {ACT.format(1)}}}]"
    )
    session = text(body="miska-rada", convocation="8", number="61", date="2026-10-02",
                   minutes="minutes/61.md", agenda=agenda)  # fmt: skip
    made = register(
        {
            "acts/1.md": act("1"),
            "bills/1.md": text(**BILL, number="p-1"),
            "minutes/61.md": text(body="miska-rada", date="2026-10-02"),
            "sessions/61.md": session,
        }
    )
    for path in ("acts/1.md", "bills/1.md"):
        (tie,) = made.ties[path]
        assert (tie.name, tie.note, tie.url) == ("considered_at", "2.1", "#pytannia-2-1")
        assert ("agenda", path) in ties(made, "sessions/61.md")
    assert ties(made, "minutes/61.md") == [("minutes_of", "sessions/61.md")]
    assert ("minutes", "minutes/61.md") in ties(made, "sessions/61.md")


@pytest.mark.parametrize("sides", [("act",), ("bill",), ("act", "bill")])
def test_adoption_may_be_declared_on_either_side_or_both(sides: tuple[str, ...]) -> None:
    """However it was declared, bill and act name each other once."""
    of_act = {"adopted_from": "miska-rada/proiekty/2026/p-1"} if "act" in sides else {}
    of_bill = {"outcome": f"{{act: {ACT.format(1)}}}"} if "bill" in sides else {}
    made = register(
        {"acts/1.md": act("1", **of_act), "bills/1.md": text(**BILL, number="p-1", **of_bill)}
    )
    assert ties(made, "acts/1.md") == [("adopted_from", "bills/1.md")]
    assert ties(made, "bills/1.md") == [("became", "acts/1.md")]


def test_news_unit_person_and_service_are_tied_both_ways() -> None:
    """What a text tells of, belongs to or provides names it in return."""
    made = register({
        "acts/1.md": act("1"),
        "news/2026/a.md": news(about=f"[{ACT.format(1)}]"),
        "units/a.md": text(parent="units/b.md"), "units/b.md": text(),
        "people/a.md": text(unit="units/a.md"), "services/a.md": text(unit="units/a.md"),
    })  # fmt: skip
    assert ties(made, "acts/1.md") == [("reported_in", "news/2026/a.md")]
    assert ties(made, "news/2026/a.md") == [("about", "acts/1.md")]
    assert set(ties(made, "units/a.md")) == {
        ("people", "people/a.md"), ("provides", "services/a.md"), ("parent", "units/b.md"),
    }  # fmt: skip
    assert ties(made, "units/b.md") == [("parts", "units/a.md")]


@pytest.mark.parametrize("hidden", [{"publish_at": "2026-12-01"}, {"state": "unfinished"}])
def test_hidden_text_is_said_nowhere_until_it_is_public(hidden: dict[str, str]) -> None:
    """Neither lists nor relations give away a text that is not public yet."""
    texts = {
        "acts/1.md": act("1"),
        "acts/2.md": act("2", repeals=f"[{{act: {ACT.format(1)}}}]", **hidden),
        "acts/3.md": act("3", amends=f"[{{act: {ACT.format(2)}}}]"),
    }
    made = register(texts)
    assert [one.path for one in made.texts] == ["acts/1.md", "acts/3.md"]
    assert made.ties == {}
    assert all(one.path != "acts/2.md" for list_ in made.collections for one in list_.texts)
    assert set(made.neighbours) == {"acts/1.md", "acts/3.md"}
    if "publish_at" in hidden:
        then = register(texts, datetime(2026, 11, 30, 22, tzinfo=UTC))
        assert ties(then, "acts/1.md") == [("repealed_by", "acts/2.md")]


def test_expired_text_leaves_lists_and_neighbours_and_keeps_relations() -> None:
    """What is over stands among what is past; its page and what it told of remain."""
    made = register({
        "acts/1.md": act("1"),
        "news/2026/a.md": news(about=f"[{ACT.format(1)}]", expires_at="2026-11-24 12:00"),
        "news/2026/b.md": news(),
    })  # fmt: skip
    assert made.expired == {"news/2026/a.md"}
    assert made.by_path["news/2026/a.md"] in made.texts
    holding = [c for c in made.collections for one in c.texts if one.path == "news/2026/a.md"]
    assert [(c.address, c.past) for c in holding] == [("/novyny/zaversheni/", True)]
    assert made.neighbours["news/2026/b.md"] == (None, None)
    assert ties(made, "acts/1.md") == [("reported_in", "news/2026/a.md")]


def test_neighbours_are_the_next_in_time_of_one_section_and_language() -> None:
    """Newer and older texts follow the date, then the path; sections do not mix."""
    made = register({
        "news/2026/a.md": news(date="2026-11-01"),
        "news/2026/b.md": news(date="2026-11-03"),
        "news/2026/c.md": news(date="2026-11-02 10:00"),
        "news/2026/d.en.md": news(date="2026-11-02", lang="en"),
        "reports/2026/e.md": news(date="2026-11-02"),
        "pages/f.md": text(),
    })  # fmt: skip
    found = {
        path: tuple(one and one.path for one in pair) for path, pair in made.neighbours.items()
    }
    assert found == {
        "news/2026/b.md": (None, "news/2026/c.md"),
        "news/2026/c.md": ("news/2026/b.md", "news/2026/a.md"),
        "news/2026/a.md": ("news/2026/c.md", None),
        "news/2026/d.en.md": (None, None),
        "reports/2026/e.md": (None, None),
    }


def test_text_stands_in_the_lists_of_its_section_body_kind_and_topics() -> None:
    """An act is found by section, body, kind and each of its topics, newest first."""
    made = register({
        "acts/1.md": act("1", adopted="2025-02-01", topics="[voda]"),
        "acts/2.md": act("2", topics="[voda, transport]"),
        "news/2026/a.md": news(topics="[transport]"),
        "bills/1.md": text(**BILL, number="p-1"),
    })  # fmt: skip
    lists = {one.address: [t.path for t in one.texts] for one in made.collections if one.texts}
    both = ["acts/2.md", "acts/1.md"]
    assert lists == {
        "/novyny/": ["news/2026/a.md"],
        "/dokumenty/": both, "/dokumenty/miska-rada/": both,
        "/dokumenty/miska-rada/rishennia/": both,
        "/proiekty/": ["bills/1.md"], "/proiekty/miska-rada/": ["bills/1.md"],
        "/temy/voda/": both, "/temy/transport/": ["news/2026/a.md", "acts/2.md"],
        "/dokumenty/vydy/rishennia/": both, "/dokumenty/chynnist/chynni/": both,
        "/dokumenty/temy/voda/": both, "/dokumenty/temy/transport/": ["acts/2.md"],
    }  # fmt: skip


def test_lists_of_another_language_stand_apart() -> None:
    """English texts have lists of their own under /en/; empty ones exist in Ukrainian only."""
    made = register({"news/2026/a.en.md": news(lang="en", topics="[voda]")})
    english = {one.address for one in made.collections if one.lang == "en"}
    assert english == {"/en/novyny/", "/en/temy/voda/"}
    empty = [one.address for one in made.collections if not one.texts]
    assert "/novyny/" in empty and all(not a.startswith("/en/") for a in empty)


def test_translations_find_each_other_while_both_are_public() -> None:
    """A translation and its original name each other; a hidden one is not named."""
    texts = {"pages/a.md": text(), "pages/b.md": text(lang="en", translation_of="pages/a.md")}
    found = {path: one.path for path, one in register(texts).translations.items()}
    assert found == {"pages/a.md": "pages/b.md", "pages/b.md": "pages/a.md"}
    hidden = text(lang="en", translation_of="pages/a.md", state="unfinished")
    assert register({**texts, "pages/b.md": hidden}).translations == {}


def acts(**later: str) -> dict[str, str]:
    """Return an act of 1 September and one of 1 October that says ``later`` of it."""
    said = {name: f"[{{act: {ACT.format(1)}}}]" for name in later.values()}
    first = act("1", adopted="2026-09-01")
    return {"acts/1.md": first, "acts/2.md": act("2", adopted="2026-10-01", **said)}


@pytest.mark.parametrize(
    ("said", "status"),
    [("amends", "amended"), ("repeals", "repealed"), ("suspends", "suspended")],
)
def test_what_a_later_act_says_changes_how_an_act_stands(said: str, status: str) -> None:
    """From the day the later act takes effect, and not before it is public."""
    made = register(acts(said=said))
    assert made.standing(made.by_path["acts/1.md"]) == Standing(status, date(2026, 10, 1))  # type: ignore[arg-type]  # a Status
    assert made.standing(made.by_path["acts/2.md"]) == IN_FORCE
    early = register(acts(said=said), datetime(2026, 9, 30, 12, tzinfo=UTC))
    assert early.standing(early.by_path["acts/1.md"]) == IN_FORCE


def test_withdrawn_act_changes_nothing() -> None:
    """What was published by mistake repeals no act."""
    texts = acts(said="repeals")
    mistake = "withdrawn: {date: 2026-10-02, reason: розміщено помилково}\n---\n"
    texts["acts/2.md"] = mistake.join(texts["acts/2.md"].rsplit("---\n", 1))
    made = register(texts)
    assert made.standing(made.by_path["acts/1.md"]) == IN_FORCE


def test_texts_are_found_by_their_kinds() -> None:
    """Those in Ukrainian, in the order of their paths; a translation is none of them."""
    made = register(
        {
            "pages/a.md": text("А"),
            "pages/b.en.md": text("B", lang="en", translation_of="pages/a.md"),
            "news/2.md": news(),
            "news/1.md": news(),
        }
    )
    assert [one.path for one in made.of_kind("news")] == ["news/1.md", "news/2.md"]
    assert [one.path for one in made.of_kind("pages")] == ["pages/a.md"]
    assert made.of_kind("acts") == ()
