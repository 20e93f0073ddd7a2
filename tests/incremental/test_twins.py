import gzip
from pathlib import Path

import brotli
import pytest

from plugins.incremental import build, planning, settled, twins
from plugins.incremental.errors import RenderError
from plugins.incremental.twins import LEAST, compress, twins_of
from tests.incremental.tiny_site import TinySite, news, of_search, picture, text, tree

BOTH = ("br", "gz")
DECODERS = {".br": brotli.decompress, ".gz": gzip.decompress}


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A small site that is built with both twins."""
    tiny = TinySite(tmp_path, encodings=BOTH)
    tiny.write("images/a.png", picture())
    tiny.write("news/2026/a.md", news("А", image="images/a.png", image_alt="Зразок"))
    tiny.build()
    return tiny


def test_every_text_has_twins_that_decode_to_it(site: TinySite) -> None:
    """Pages, styles, feeds and maps have both; pictures and what is small have none."""
    files = tree(site.output)
    twins = {path for path in files if Path(path).suffix in DECODERS}
    assert {"index.html.br", "index.html.gz", "feed.xml.br", "novyny/2026/a/index.html.gz"} <= twins
    for path in twins:
        plain = path.removesuffix(Path(path).suffix)
        assert DECODERS[Path(path).suffix](files[path]) == files[plain]
        assert len(files[path]) < len(files[plain])
    assert {
        path for path in twins if Path(path).stem.endswith((".png", ".woff2", ".avif"))
    } == set()


def test_an_edit_writes_a_page_with_its_twins(site: TinySite) -> None:
    """What did not change is not compressed again."""
    site.write("pages/kontakty.md", text("Контакти (зразок)", "Ще одне речення."))
    page = "kontakty/index.html"
    written = {path for path in site.build().changes.written if not of_search(path)}
    assert written == {page, f"{page}.br", f"{page}.gz"}
    assert site.build().changes.rendered == 0


def test_a_lost_twin_comes_back(site: TinySite) -> None:
    """A file of the site is whole only with its twins, also in a group that stays as it was."""
    whole = tree(site.output)
    (site.output / "novyny/2026/a/index.html.br").unlink()
    (site.output / "index.html.gz").write_bytes(b"")
    site.build()
    assert tree(site.output) == whole


def test_twins_go_when_they_are_no_longer_wanted(site: TinySite) -> None:
    """Switched off, all of them leave and no page is rendered for it."""
    site.encodings = ()
    changes = site.build().changes
    assert changes.rendered == 0
    assert changes.written == ()
    assert all(path.endswith((".br", ".gz")) for path in changes.removed)
    assert tree(site.output) == site.clean_tree()


def test_twins_of_another_quality_are_made_anew(
    site: TinySite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages that stay the same get the twins that a clean build would give them."""
    monkeypatch.setattr(twins, "BROTLI_QUALITY", 11)
    for module in (build, planning, settled):
        monkeypatch.setattr(module, "code_version", lambda: "other code")
    before = tree(site.output)
    site.build()
    assert tree(site.output) == site.clean_tree() != before
    assert site.build().changes.rendered == 0


def test_page_whose_files_a_hand_removed_leaves_the_plan(site: TinySite) -> None:
    """The folder of a page has three files; that all of them are gone already is no fault."""
    for file in (site.output / "novyny/2026/a").iterdir():
        file.unlink()
    (site.content / "news/2026/a.md").unlink()
    site.build()
    assert tree(site.output) == site.clean_tree()


def test_small_files_and_other_formats_have_none() -> None:
    """Name and size alone decide."""
    assert twins_of("a/index.html", LEAST, BOTH) == ("a/index.html.br", "a/index.html.gz")
    assert twins_of("a/index.html", LEAST - 1, BOTH) == ()
    assert twins_of("a.pdf", 10_000, BOTH) == twins_of("a.woff2", 10_000, BOTH) == ()


@pytest.mark.parametrize("encoding", BOTH)
def test_the_same_bytes_each_time(encoding: str) -> None:
    """No time of making is kept in a twin."""
    data = "слово ".encode() * 200
    assert compress(data, encoding) == compress(data, encoding)
    assert DECODERS[f".{encoding}"](compress(data, encoding)) == data


def test_an_unknown_encoding_is_told_in_words(site: TinySite) -> None:
    """A slip in the settings does not publish a site without twins."""
    site.encodings = ("zip",)
    with pytest.raises(RenderError, match="невідоме стиснення «zip», можливі br і gz"):
        site.build()
