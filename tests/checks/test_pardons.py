"""What does not count: an office's own contact, a file that a text excuses."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.council.problem import Problem
from plugins.incremental import build
from plugins.incremental.console import Console
from tests.incremental.tiny_site import TinySite, news, text


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site with a unit that has a mobile phone, and a file with a number of a person."""
    tiny = TinySite(tmp_path)
    tiny.write("units/viddil.md", text("Відділ", phones="[+38 (050) 123-45-67]"))
    tiny.write("files/spysok.csv", "Особа;РНОКПП\nЗразок;3184710691\n")
    return tiny


def found(site: TinySite) -> list[tuple[str, str, str]]:
    """Return path, rule and severity of all problems."""
    problems: tuple[Problem, ...] = build.check(replace(site.settings(), jobs=1), Console())
    return [(one.path, one.rule, one.severity) for one in problems]


def test_an_offices_own_phone_is_no_alarm(site: TinySite) -> None:
    """A mobile that a unit gives as its own may stand in a text; another may not."""
    site.write("files/spysok.csv", "Особа\nЗразок\n")
    site.write("news/2026/a.md", news(words="Олена: 050 123 45 67"))
    assert found(site) == []
    site.write("news/2026/a.md", news(words="Олена: 050 123 45 68"))
    assert found(site) == [("news/2026/a.md", "personal-data", "error")]


def test_a_file_is_excused_by_a_text_that_shows_it(site: TinySite) -> None:
    """The reason stands where readers meet the file; without it the file stops the site."""
    words = "[Список учасників](files/spysok.csv)"
    site.write("news/2026/a.md", news(words=words))
    assert found(site) == [("files/spysok.csv", "personal-data", "error")]
    excuse = "[{rule: personal-data, reason: зразок, approved_by: зразкова посада}]"
    site.write("news/2026/a.md", news(words=words, allow=excuse))
    assert found(site) == [("news/2026/a.md", "allow", "note")]
