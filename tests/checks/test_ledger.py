from pathlib import Path

import pytest

from plugins.council.problem import Problem
from plugins.incremental.build import check
from plugins.incremental.console import Console
from tests.incremental.tiny_site import TinySite, act

HEAD = "identity\taddress\tfirst_published\n"
LINE = "miska-rada/rishennia/2026/1\t/dokumenty/miska-rada/rishennia/2026/1/\t{}\n"


def problems(base: Path, published: str, *moments: str) -> tuple[Problem, ...]:
    """Return what is wrong with an act, published on a day by its header, and with its ledger."""
    site = TinySite(base)
    site.write("acts/2026/1.md", act("1", published=published))
    site.write("data/ledger.tsv", HEAD + "".join(LINE.format(moment) for moment in moments))
    return check(site.settings(), Console())


@pytest.mark.parametrize("published", ["2026-11-21", "2026-11-21 09:00", "2026-12-30"])
def test_a_day_later_than_the_ledger_knows_is_a_warning(tmp_path: Path, published: str) -> None:
    """Told at the line of the header, in words; the site is built all the same."""
    (problem,) = problems(tmp_path, published, "2026-11-20T10:00:00Z")
    assert (problem.path, problem.field) == ("acts/2026/1.md", "published")
    assert (problem.line, problem.severity, problem.rule) == (7, "warning", "published-later")
    assert "текст уже був на сайті 20 листопада 2026" in problem.message
    TinySite(tmp_path).build()


@pytest.mark.parametrize("published", ["2026-11-20", "2026-10-05", "2026-11-20 23:00", ""])
def test_the_same_day_or_an_earlier_one_is_no_fault(tmp_path: Path, published: str) -> None:
    """An act may have been published elsewhere before it came to this site."""
    assert problems(tmp_path, published, "2026-11-20T10:00:00Z") == ()


def test_the_day_is_that_of_kyiv(tmp_path: Path) -> None:
    """At half past ten in the evening by UTC it is tomorrow in Kyiv."""
    assert problems(tmp_path, "2026-11-21", "2026-11-20T22:30:00Z") == ()


def test_of_two_lines_the_earlier_is_the_witness(tmp_path: Path) -> None:
    """A merge left two: that is told too, and blocks nothing."""
    found = problems(tmp_path, "2026-11-21", "2026-11-22T10:00:00Z", "2026-11-20T10:00:00Z")
    assert [(one.path, one.line, one.severity) for one in found] == [
        ("acts/2026/1.md", 7, "warning"), ("data/ledger.tsv", 3, "warning"),
    ]  # fmt: skip


def test_a_lost_address_is_told_at_its_line(tmp_path: Path) -> None:
    """Also where empty lines stand between."""
    site = TinySite(tmp_path)
    site.write("data/ledger.tsv", f"{HEAD}\n\nx\t/x/\t2026-11-20T10:00:00Z\n")
    (problem,) = check(site.settings(), Console())
    assert (problem.rule, problem.line) == ("address-lost", 4)


def test_a_damaged_ledger_is_told_line_by_line(tmp_path: Path) -> None:
    """Marks of a merge, a foreign encoding: never a traceback."""
    site = TinySite(tmp_path)
    site.write("data/ledger.tsv", f"{HEAD}<<<<<<< HEAD\nx\t/x/\n=======\n")
    found = check(site.settings(), Console())
    assert [(one.line, one.rule) for one in found] == [(2, "ledger"), (3, "ledger"), (4, "ledger")]
    site.write("data/ledger.tsv", HEAD.encode() + "Ї".encode("cp1251"))
    (problem,) = check(site.settings(), Console())
    assert (problem.path, problem.line) == ("data/ledger.tsv", 2)
