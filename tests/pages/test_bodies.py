"""Pages of bodies: made of the vocabulary, and of what the body issued and held."""

from pathlib import Path

import pytest

from tests.incremental.tiny_site import TinySite, act, news, text

PAGE = "orhany/miska-rada/index.html"
BODIES = """\
miska-rada:
  name: {uk: Зразкова рада}
  genitive: Зразкової ради
  about: {uk: Рада зразкового міста.}
  composition: 42
  convocations: [{number: 8, from: 2020-11-10, to: null}]
  powers: [{from: null, to: 2022-07-01, ground: Зразковий указ}]
"""


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A body with acts of two years, and deputies of two convocations."""
    tiny = TinySite(tmp_path)
    tiny.write("data/bodies.yaml", BODIES)
    for number, year in enumerate((2025, 2026, 2026)):
        tiny.write(f"acts/{number}.md", act(str(number), adopted=f"{year}-03-01"))
    for name, convocation in (("А", 7), ("Б", 8)):
        mandates = f"[{{body: miska-rada, convocation: {convocation}}}]"
        tiny.write(f"people/{name}.md", text(f"Зразковий {name}", mandates=mandates))
    tiny.write("people/V.md", text("Зразковий В"))
    tiny.build()
    return tiny


def test_body_says_what_is_known_of_it(site: TinySite) -> None:
    """Composition, convocations and powers stand there; unknown dates are said to be unknown."""
    page = site.read(PAGE)
    assert "Рада зразкового міста." in page
    assert "<dd>42</dd>" in page
    assert "початок: 10 листопада 2020; кінець: не встановлено" in page
    assert "початок: не встановлено; кінець: 1 липня 2022" in page
    assert "<dd>Зразковий указ</dd>" in page


def test_acts_are_counted_by_years(site: TinySite) -> None:
    """The drawing says in words what its table says in numbers; the longest bar is the fullest."""
    page = site.read(PAGE)
    assert '<desc id="acts-desc">2026 – 2; 2025 – 1</desc>' in page
    assert '<tr><th scope="row">2026</th><td>2</td></tr>' in page
    assert [page.count(f'"chart__bar" x="56" width="{width}"') for width in (224, 112)] == [1, 1]


def test_deputies_stand_by_convocation(site: TinySite) -> None:
    """The newest convocation comes first; who has no mandate is not there."""
    page = site.read(PAGE)
    assert page.index("Зразковий Б") < page.index("Зразковий А")
    assert "Зразковий В" not in page


def test_all_bodies_are_named_together(site: TinySite) -> None:
    """One page leads to all of them."""
    assert '<a href="/orhany/miska-rada/">Зразкова рада</a>' in site.read("orhany/index.html")


def test_only_what_it_shows_touches_a_body(site: TinySite) -> None:
    """News are none of its business, a new act is."""
    site.write("news/2026/2026-11-20-a.md", news())
    assert PAGE not in site.build().changes.written
    site.write("acts/9.md", act("9"))
    assert PAGE in site.build().changes.written
