"""The index as part of an incremental build: what is touched by which change."""

import json
import zlib
from pathlib import Path

import pytest

from plugins.search.attached import text_of_docx, text_of_pdf, words_of_file
from plugins.search.ids import room
from tests.incremental.tiny_site import TinySite, news, of_search, text
from tests.search.browser_code import found

ITEM = "news/2026/2026-11-20-voda.md"


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A small site, built."""
    tiny = TinySite(tmp_path)
    for number in range(9):
        tiny.write(f"news/2026/2026-11-1{number}-inshe-{number}.md", news(f"Інше {number}"))
    tiny.write(ITEM, news("Водопостачання", "Насосна станція працює."))
    tiny.build()
    return tiny


def written(site: TinySite) -> set[str]:
    """Build and return the files of the index that were written."""
    return {path for path in site.build().changes.written if of_search(path)}


def test_edit_without_new_words_writes_one_card(site: TinySite) -> None:
    """A comma changes what is shown of the text and nothing by which it is found."""
    site.write(ITEM, news("Водопостачання", "Насосна, станція працює."))
    assert [path.split("/")[2] for path in written(site)] == ["c"]


def test_other_topic_writes_no_postings(site: TinySite) -> None:
    """What is chosen by lies apart from what is found by."""
    site.write(ITEM, news("Водопостачання", "Насосна станція працює.", topics="[voda]"))
    others = written(site) - {"poshuk/data/topics"}
    assert {path.split("/")[2] for path in others} <= {"c"}


def test_ids_stay_when_a_text_is_added(site: TinySite) -> None:
    """A text in the ledger keeps its number whatever is published, moved or taken away."""
    line = "novyny/2026/voda\t/novyny/2026/voda/\t2026-11-20T00:00:00Z"
    site.write("data/ledger.tsv", f"identity\taddress\tfirst_published\n{line}\n")
    site.build()
    site.write("news/2020/2020-01-01-davno.md", news("Давно", date="2020-01-01"))
    site.build()
    card = zlib.decompress((site.output / "poshuk/data/c/0").read_bytes(), wbits=31)
    assert json.loads(card)["0"][0] == "/novyny/2026/voda/"
    moved = "novyny/2026/voda\t/novyny/2026/inshe-0/\t2026-11-21T00:00:00Z"
    site.write("data/ledger.tsv", f"identity\taddress\tfirst_published\n{line}\n{moved}\n")
    site.build()
    card = zlib.decompress((site.output / "poshuk/data/c/0").read_bytes(), wbits=31)
    assert json.loads(card)["0"][0] == "/novyny/2026/voda/"


def test_text_that_comes_late_moves_none_of_other_months(site: TinySite) -> None:
    """Without a ledger, too: a month has room to spare, and so has one that had no text."""
    cards = {path: path.read_bytes() for path in (site.output / "poshuk/data/c").iterdir()}
    site.write("news/2026/2026-10-05-spizno.md", news("Спізно", date="2026-10-05"))
    site.build()
    assert all(path.read_bytes() == card for path, card in cards.items())
    assert found(site.output, ["спізно"])[0]["count"] == 1


@pytest.mark.parametrize(
    ("texts", "months", "ids"),
    [(0, 0, 16), (20, 12, 16), (20_000, 204, 256), (26_000, 204, 256), (27_000, 204, 512)],
)
def test_room_of_a_month_is_seldom_another(texts: int, months: int, ids: int) -> None:
    """It doubles when the archive does."""
    assert room(texts, months) == ids


def test_month_that_is_full_overflows(site: TinySite) -> None:
    """Who finds no room follows all months, and is found as the others are."""
    for number in range(25):
        site.write(f"news/2026/2026-11-09-bahato-{number:02}.md", news(f"Багато {number}"))
    site.build()
    assert found(site.output, ["багато"])[0]["count"] == 25
    assert found(site.output, ["водопостачання"])[0]["count"] == 1


def test_text_that_is_gone_is_not_found(site: TinySite) -> None:
    """Nothing of a deleted text is left in the index."""
    assert found(site.output, ["водопостачання"])[0]["count"] == 1
    (site.content / ITEM).unlink()
    site.build()
    assert found(site.output, ["водопостачання"])[0]["count"] == 0


@pytest.mark.parametrize("spoilt", [True, False])
def test_cache_may_be_damaged(spoilt: bool, site: TinySite) -> None:
    """Blocks and words kept between builds change no byte."""
    before = {path: path.read_bytes() for path in (site.output / "poshuk/data").rglob("*/*")}
    for file in (site.settings().state / "cache/search").iterdir():
        file.write_bytes(file.read_bytes()[:-9] if spoilt else b"spoilt")
    site.write("pages/inshe.md", text("Інше"))
    site.build()
    (site.content / "pages/inshe.md").unlink()
    site.build()
    assert before == {p: p.read_bytes() for p in (site.output / "poshuk/data").rglob("*/*")}


def test_text_that_is_not_public_is_not_indexed(site: TinySite) -> None:
    """Unfinished and scheduled texts cannot be found, nor guessed from the index."""
    site.write("news/2026/2026-11-21-taiemnytsia.md", news("Таємниця", state="unfinished"))
    assert written(site) == set()


def test_readable_and_broken_files() -> None:
    """Words of a PDF and a DOCX; a file that cannot be read has none and breaks nothing."""
    content = Path(__file__).parents[2] / "content/files"
    pdf = (content / "zrazok-zvitu.pdf").read_bytes()
    assert "звіт" in words_of_file("zvit.pdf", pdf).split()
    assert "запит" in words_of_file("b.docx", (content / "zrazok-blanka-zapytu.docx").read_bytes())
    for data in (b"", b"%PDF-1.7 broken", pdf[:900], b"PK\x03\x04 broken"):
        assert text_of_pdf(data) == text_of_docx(data) == ""
    assert words_of_file("photo.jpg", pdf) == ""
