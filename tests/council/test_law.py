"""Each rule of the site's own law.yaml, by texts that an editor would write."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.data_yaml import VocabularyError
from plugins.council.dates import KYIV
from plugins.council.law import CHECKS, breaches, case
from plugins.council.law_data import Law, RuleId
from plugins.council.law_time import next_moment
from plugins.council.law_words import Finding, findings
from plugins.council.law_yaml import LawError, read_law
from plugins.council.text import Text
from plugins.council.text_reading import read_text
from plugins.council.vocabulary import read_vocabulary
from tests.incremental.tiny_site import DATA, act, text

LAW = read_vocabulary({"law.yaml": DATA["law.yaml"].encode()}).law
PEACE = replace(LAW, regimes=(replace(LAW.regimes[0], since=date(2100, 1, 1)),))
"""The law as if there were no martial law: every rule binds."""

TODAY = date(2026, 11, 24)
BILL = {"body": "miska-rada", "kind": "rishennia", "number": "1"}


def record(path: str, source: str) -> Text:
    """Return a text read from its Markdown."""
    reading = read_text(path, source.encode())
    assert reading.text is not None, reading.problems
    return reading.text


def found(
    texts: Mapping[str, str], law: Law = LAW, today: date = TODAY, site: bool = False
) -> list[Finding]:
    """Return what is found in some texts, without the sections unless asked for."""
    records = [record(path, source) for path, source in texts.items()]
    every = findings(law, breaches(case(law, records, today)))
    return [one for one in every if site or one.rule != "required-sections"]


def of_bill(law: Law = LAW, **header: str) -> list[Finding]:
    """Return what is found in one bill."""
    return found({"bills/2026/1.md": text(**BILL, **header)}, law)


def of_act(source: str, today: date = TODAY) -> list[Finding]:
    """Return what is found in one act."""
    return found({"acts/2026/1.md": source}, today=today)


def test_every_rule_has_its_check() -> None:
    """The schema and the checks name the same rules, and the data use all of them."""
    assert set(CHECKS) == set(get_args(RuleId)) == {rule.id for rule in LAW.rules}


@pytest.mark.parametrize(
    ("published", "consider_on", "days"),
    [
        ("2026-11-10", "2026-11-24", None),
        ("2026-11-11", "2026-11-24", 9),
        ("2026-11-16", "2026-11-24", 6),
        ("2026-11-10 23:59", "2026-11-24", None),
        ("2026-11-24", "2026-11-24", 0),
        ("2026-11-25", "2026-11-24", -1),
        ("2020-09-02", "2020-09-30", None),  # then it was twenty
        ("2020-09-03", "2020-09-30", 19),
        ("2020-09-17", "2020-10-01", None),
        ("2020-09-18", "2020-10-01", 9),
        ("2010-09-17", "2010-09-18", None),  # before the law
    ],
)
def test_bill_is_public_so_many_days_ahead(
    published: str, consider_on: str, days: int | None
) -> None:
    """Ten working days before the day of consideration (twenty before October 2020)."""
    said = of_bill(PEACE, published=published, consider_on=consider_on)
    assert [(one.field, one.days, one.severity) for one in said] == (
        [] if days is None else [("consider_on", days, "finding")]
    )


def test_rule_that_is_suspended_gives_a_note() -> None:
    """Under martial law a late bill is a note, its days are shown, and the ground is named."""
    (peace,) = of_bill(PEACE, published="2026-11-16", consider_on="2026-11-24")
    (war,) = of_bill(LAW, published="2026-11-16", consider_on="2026-11-24")
    assert (peace.severity, war.severity, war.days) == ("finding", "note", 6)
    assert peace.message.replace("\u00a0", " ") == (
        "оприлюднено за 6 робочих днів до розгляду, треба 10 (Закон 2939-VI, ст. 15, ч. 3)"
    )
    assert war.message == (
        f"примітка: {peace.message}. "
        "На час воєнного стану норму зупинено (Закон 389-VIII, ст. 9; норму слід звірити)"
    )


def test_regime_counts_on_the_day_of_consideration() -> None:
    """A bill considered before martial law began is held to the rule."""
    (before,) = of_bill(LAW, published="2022-02-16", consider_on="2022-02-23")
    (after,) = of_bill(LAW, published="2022-02-16", consider_on="2022-02-24")
    assert (before.severity, after.severity) == ("finding", "note")


@pytest.mark.parametrize(
    "header",
    [{}, {"consider_on": "2026-11-17", "withdrawn": "{date: 2026-11-17, reason: помилка}"}],
)
def test_nothing_is_said_of_a_bill_without_a_day_or_withdrawn(header: dict[str, str]) -> None:
    """What is not known is not judged; what was withdrawn is a tombstone."""
    assert of_bill(PEACE, published="2026-11-16", **header) == []


@pytest.mark.parametrize(
    ("published", "until", "days"),
    [
        ("2026-05-04", "2026-06-03", 30),
        ("2026-05-04", "2026-06-04 18:00", None),
        ("2026-05-04", "2026-08-04", None),
        ("2026-05-04", "2026-08-05", 93),
        ("2026-01-31", "2026-02-28", None),  # a month that has no 31st ends with its last day
        ("2026-11-30", "2027-02-28", None),
    ],
)
def test_comments_to_a_regulatory_bill(published: str, until: str, days: int | None) -> None:
    """From one month to three, both days included."""
    dates = {"published": published, "comments_until": until}
    said = of_bill(PEACE, **dates, regulatory="так")
    assert [(one.field, one.days) for one in said] == (
        [] if days is None else [("comments_until", days)]
    )
    assert of_bill(PEACE, **dates) == []


@pytest.mark.parametrize(
    ("adopted", "published", "days"),
    [
        ("2026-10-02", "2026-10-09", None),  # Friday to Friday
        ("2026-10-02", "2026-10-11", None),  # the weekend adds nothing
        ("2026-10-02", "2026-10-12", 6),
        ("2021-08-20", "2021-08-30", None),  # a holiday in peace
        ("2021-08-20", "2021-08-31", 6),
        ("2010-10-02", "2020-10-12", None),  # before the law
    ],
)
def test_act_is_published_within_five_working_days(
    adopted: str, published: str, days: int | None
) -> None:
    """Later is a finding with its days."""
    said = of_act(act("1", adopted=adopted, published=published))
    assert [(one.field, one.days, one.severity) for one in said] == (
        [] if days is None else [("published", days, "finding")]
    )


def test_act_without_a_day_of_publication_is_late_from_the_day_after_the_last() -> None:
    """On the fifth working day there is still time; the message says till when there was."""
    assert of_act(act("1"), date(2026, 10, 9)) == []
    (late,) = of_act(act("1"), date(2026, 10, 12))
    assert late.days is None
    assert late.message == (
        "дати оприлюднення немає, а мали оприлюднити до 09.10.2026 "
        "(Закон 2939-VI, ст. 15, ч. 2; норму слід звірити)"
    )


@given(st.dates(date(2026, 9, 1), date(2026, 10, 31)))
def test_lateness_begins_at_the_moment_that_is_told(adopted: date) -> None:
    """A build at the told moment finds what one a day before did not, and tells no nearer one."""
    record_ = record("acts/2026/1.md", act("1", adopted=adopted.isoformat()))
    now = datetime(adopted.year, adopted.month, adopted.day, 12, tzinfo=KYIV)
    moment = next_moment(LAW, [record_], now)
    assert moment is not None
    day = moment.date()
    assert moment == datetime(day.year, day.month, day.day, tzinfo=KYIV)
    held = [breaches(case(LAW, [record_], one)) for one in (day - timedelta(days=1), day)]
    late = [[one for one in some if one.rule.id == "act-publication"] for some in held]
    assert [len(some) for some in late] == [0, 1]
    assert next_moment(LAW, [record_], moment) is None


def test_turn_of_the_law_is_a_moment() -> None:
    """A rule's last day and a regime's first are told ahead, in Kyiv's midnights."""
    ended = replace(LAW.regimes[0], until=date(2026, 12, 31))
    told = next_moment(replace(LAW, regimes=(ended,)), [], datetime(2026, 11, 24, tzinfo=UTC))
    assert told == datetime(2027, 1, 1, tzinfo=KYIV)
    assert next_moment(LAW, [], datetime(2020, 9, 30, 20, tzinfo=UTC)) == datetime(
        2020, 10, 1, tzinfo=KYIV
    )


@pytest.mark.parametrize(
    ("header", "days"),
    [
        ({"normative": "так", "effective_from": "2026-10-02"}, 4),
        ({"normative": "так", "effective_from": "2026-10-06"}, None),
        ({"normative": "так"}, None),
        ({"normative": "ні", "effective_from": "2026-10-02"}, None),
        ({"effective_from": "2026-10-02"}, None),
    ],
)
def test_normative_act_takes_effect_when_published(
    header: dict[str, str], days: int | None
) -> None:
    """Not before it; an act that is not normative may."""
    said = of_act(act("1", published="2026-10-06", **header))
    assert [(one.field, one.days) for one in said] == (
        [] if days is None else [("effective_from", days)]
    )


def test_sections_that_the_law_names_are_there() -> None:
    """A page at the address is one, a service makes the section of services, a list none."""
    texts = {
        "pages/biudzhet.md": text("Бюджет"),
        "services/dovidka.md": text("Довідка"),
        "pages/uchast-hromadian/slukhannia.md": text("Слухання"),
    }
    missing = {one.field for one in found(texts, site=True)}
    assert missing == {
        f"sections.{one}"
        for one in ("structure", "powers", "forms", "requests", "appeals", "reports")
    }
    (one, *_) = found(texts, site=True)
    assert (one.path, one.days) == ("data/law.yaml", None)
    assert "/blanky-i-formy/" in {
        word for one in found(texts, site=True) for word in one.message.split()
    }


def test_findings_come_in_order_whatever_the_order_of_texts() -> None:
    """By path, then field, then rule."""
    late = {"adopted": "2026-10-02", "published": "2026-11-02"}
    texts = {f"acts/2026/{number}.md": act(str(number), **late) for number in (3, 1, 2)}
    paths = [one.path for one in found(texts)]
    assert paths == sorted(texts)
    assert found(dict(reversed(texts.items()))) == found(texts)


def test_breach_is_known_by_text_days_and_regime() -> None:
    """Another text, another count or another regime is another breach."""
    sources = (
        ("1", "2026-11-16"),
        ("2", "2026-11-16"),
        ("2", "2026-11-17"),
    )
    digests: set[str] = set()
    for number, published in sources:
        dates = {"published": published, "consider_on": "2026-11-24"}
        bill = record("bills/2026/1.md", text(**{**BILL, "number": number}, **dates))
        for law in (LAW, PEACE):
            held = breaches(case(law, [bill], TODAY))
            digests.update(one.digest for one in held if one.text)
    assert len(digests) == len(sources) * 2


def test_breach_of_a_renamed_file_is_another() -> None:
    """The act and its address stay as they are; the public data name the file."""
    late = text(**BILL, published="2026-11-23", consider_on="2026-11-24")
    one, other = (
        {
            breach.digest
            for breach in breaches(case(LAW, [record(path, late)], TODAY))
            if breach.text
        }
        for path in ("bills/2026/1.md", "bills/2026/2.md")
    )
    assert one
    assert one.isdisjoint(other)


RULE = {
    "id": "act-publication", "title": "Акти", "act": "Закон", "article": "ст. 1",
    "applies_to": "acts", "most": 5, "from": date(2020, 1, 1), "to": None, "confirmed": True,
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"id": "unknown"}, ("rules", 0, "id")),
        ({"most": "п’ять"}, ("rules", 0, "most")),
        ({"mots": 5}, ("rules", 0, "mots")),
        ({"confirmed": "майже"}, ("rules", 0, "confirmed")),
        (
            {"suspended": {"regime": "tysha", "act": "", "article": "", "confirmed": False}},
            ("rules", 0, "suspended", "regime"),
        ),
    ],
)
def test_rule_of_another_shape_is_refused(changes: dict[str, object], place: object) -> None:
    """The fault is named by its place."""
    with pytest.raises(LawError) as error:
        read_law({"rules": [{**RULE, **changes}]}, "")
    assert error.value.place == place
    assert str(error.value).endswith(".")


def test_holiday_that_is_in_no_calendar_is_refused() -> None:
    """30 February is no holiday; the file and the line are told."""
    data = "holidays:\n  - {name: А, date: 01-01}\n  - {name: Б, date: 02-30}\n"
    with pytest.raises(VocabularyError) as error:
        read_vocabulary({"law.yaml": data.encode()})
    assert (error.value.file, error.value.line) == ("law.yaml", 3)


@pytest.mark.parametrize(
    ("until", "since", "faulty"),
    [(date(2020, 1, 1), date(2020, 1, 1), True), (date(2019, 12, 31), date(2020, 1, 1), False),
     (None, date(2020, 1, 1), True)],
)  # fmt: skip
def test_versions_of_a_rule_do_not_overlap(until: date | None, since: date, faulty: bool) -> None:
    """One day has one version, whichever stands first in the file."""
    versions = [{**RULE, "from": None, "to": until}, {**RULE, "from": since}]
    for rules in (versions, versions[::-1]):
        if faulty:
            with pytest.raises(LawError):
                read_law({"rules": rules}, "")
        else:
            assert len(read_law({"rules": rules}, "").rules) == 2


def test_rules_of_the_data_follow_one_another() -> None:
    """Twenty days end where ten begin, with no day between."""
    versions = [rule for rule in LAW.rules if rule.id == "bill-notice"]
    for one, other in pairwise(versions):
        assert one.until is not None and other.since == one.until + timedelta(days=1)
