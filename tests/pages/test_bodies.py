"""Pages of bodies: made of the vocabulary, and of what the body issued and held."""

from pathlib import Path

import pytest

from plugins.incremental.errors import ContentError
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


COMMISSIONS = """\
komisiia-persha:
  name: {uk: Перша комісія}
  commission_of: miska-rada
  composition: 2
komisiia-druha:
  name: {uk: Друга комісія}
  commission_of: miska-rada
"""
SITTING = {"body": "komisiia-persha", "convocation": "8", "number": "3", "date": "2026-10-02 15:00"}
FIRST, SECOND = "orhany/komisiia-persha/index.html", "orhany/komisiia-druha/index.html"


@pytest.fixture
def with_commissions(site: TinySite) -> TinySite:
    """The same council with two commissions; one has sat, a deputy is called a member by name."""
    site.write("data/bodies.yaml", BODIES + COMMISSIONS)
    for name, called in (("G", "komisiia-persha"), ("H", "Перша комісія"), ("I", "Третя комісія")):
        mandate = f"[{{body: miska-rada, convocation: 8, commissions: [{called}]}}]"
        site.write(f"people/{name}.md", text(f"Зразковий {name}", mandates=mandate))
    site.write("sessions/k.csv", "Депутат;1\nЗразковий G;За\nЗразковий H;Відсутній\n")
    agenda = "[{item: 1, title: Перше, act: miska-rada/rishennia/2025/0}]"
    site.write("sessions/k.md", text("Засідання", agenda=agenda, votes="sessions/k.csv", **SITTING))
    site.write("minutes/k.md", text("Протокол", body="komisiia-persha", date="2026-10-02"))
    site.build()
    return site


def test_commission_shows_members_sittings_and_minutes(with_commissions: TinySite) -> None:
    """Members are named by key or by name; the commission leads to its council and back."""
    page = with_commissions.read(FIRST)
    assert ">Зразковий G</a>" in page and ">Зразковий H</a>" in page
    assert "Зразковий I" not in page
    assert "Засідання № 3" in page and "Сесія" not in page.split("<main")[1].split("</main")[0]
    assert 'href="/protokoly/komisiia-persha/2026/k/"' in page
    assert 'href="/orhany/miska-rada/"' in page
    assert 'href="/orhany/komisiia-persha/"' in with_commissions.read(PAGE)
    assert "на сайті немає" not in page


def test_gaps_of_a_commission_are_said(with_commissions: TinySite) -> None:
    """What is not on the site is not passed over in silence."""
    page = with_commissions.read(SECOND)
    for words in ("Складу комісії", "Засідань комісії", "Протоколів комісії"):
        assert f"{words} на сайті немає." in page


def test_sitting_is_no_session(with_commissions: TinySite) -> None:
    """It has words of its own, no notice of ten days is asked, attendance is counted apart."""
    sitting = with_commissions.read("sesii/komisiia-persha/2026/k/index.html")
    assert "Про засідання" in sitting and "Про сесію" not in sitting
    of_act = with_commissions.read("dokumenty/miska-rada/rishennia/2025/0/index.html")
    assert "Розглянуто на засіданні комісії" in of_act
    deputy = with_commissions.read("posadovi-osoby/h/index.html")
    assert "Присутність на засіданнях комісій" in deputy and "0 з 1" in deputy
    assert "Присутність на сесіях" not in deputy
    assert '<a href="/orhany/komisiia-persha/">Перша комісія</a>' in deputy
    law = with_commissions.read("stan-opryliudnennia/2026.json")
    assert '"session-notice"' not in law and '"session-video"' in law
    assert "Засідання: Перша комісія" in with_commissions.read("sesii/komisiia-persha/kalendar.ics")


def test_new_sitting_touches_its_commission_and_not_the_other(with_commissions: TinySite) -> None:
    """The page of the other commission and of the council stay as they were."""
    sitting = {**SITTING, "number": "4", "date": "2026-10-09 15:00"}
    with_commissions.write("sessions/k4.md", text("Засідання", **sitting))
    written = {p for p in with_commissions.build().changes.written if p.startswith("orhany/")}
    assert written == {FIRST}


@pytest.mark.parametrize(
    ("bodies", "called", "words"),
    [
        (BODIES + COMMISSIONS, "komisiia-perhsa", "Можливо, «komisiia-persha»?"),
        (BODIES + "k:\n  name: {uk: К}\n  commission_of: rada\n", "k", "не рада з цього файла"),
    ],
)
def test_unknown_commission_is_refused(
    bodies: str, called: str, words: str, site: TinySite
) -> None:
    """A key that leads nowhere stops the build with advice."""
    site.write("data/bodies.yaml", bodies)
    mandate = f"[{{body: miska-rada, convocation: 8, commissions: [{called}]}}]"
    site.write("people/G.md", text("Зразковий G", mandates=mandate))
    with pytest.raises(ContentError) as error:
        site.build()
    assert words in str(error.value.problems[0])


def test_convocation_has_a_page(site: TinySite) -> None:
    """Deputies, acts by year and sessions of one convocation; what is not there is said plainly."""
    assert 'href="/orhany/miska-rada/sklykannia-8/"' in site.read(PAGE)
    site.write("acts/9.md", act("9", adopted="2026-04-01", convocation="8"))
    session = text("Сесія", body="miska-rada", convocation="8", number="1", date="2026-04-01 10:00")
    site.write("sessions/1.md", session)
    site.build()
    page = site.read("orhany/miska-rada/sklykannia-8/index.html")
    assert "Зразковий Б" in page and "Зразковий А" not in page
    assert "початок: 10 листопада 2020; кінець: не встановлено" in page
    assert '<desc id="acts-desc">2026 – 1</desc>' in page
    assert 'href="/dokumenty/sklykannia/8/"' in page
    assert 'href="/sesii/miska-rada/2026/1/"' in page
    former = site.read("orhany/miska-rada/sklykannia-7/index.html")
    assert "Сесій цього скликання на сайті немає." in former
