"""What a build does when all is not well, and when time passes."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.incremental.errors import ContentError, FolderError, RenderError
from tests.incremental.tiny_site import TinySite, act, news, of_search, picture, text, tree


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site with one news item, built."""
    tiny = TinySite(tmp_path)
    tiny.write("news/2026/2026-11-20-a.md", news("Перша новина"))
    tiny.build()
    return tiny


@pytest.mark.parametrize(
    ("template", "source", "named"),
    [
        ("text.html", "\n{{ page.x }}", r"'x' \(text.html:2\)"),
        ("text.html", "{% block main %}", "text.html"),
        ("text.html", '{% include "partials/nema.html" %}', "nema.html"),
        ("text.html", "{% include page.title %}", "text.html"),
        ("text.html", "{{ articles }}", "articles"),
    ],
)
def test_broken_template_leaves_the_last_site(
    site: TinySite, template: str, source: str, named: str
) -> None:
    """A template that fails, however it does, is named and nothing of the site changes."""
    templates = site.own_theme() / "templates"
    site.build()
    before = tree(site.output)
    (templates / template).write_text(source)
    with pytest.raises(RenderError, match=named):
        site.build()
    assert tree(site.output) == before
    assert not list(site.base.glob("*.staging"))


def test_missing_word_of_the_catalogue_is_named(site: TinySite) -> None:
    """A key that the catalogue lost is the theme's fault and is named."""
    catalogue = site.own_theme() / "strings.yaml"
    catalogue.write_text(catalogue.read_text().replace("section_news:", "section_nws:"))
    with pytest.raises(RenderError, match="section_news"):
        site.build()


def test_fault_everywhere_is_not_told_a_thousand_times(site: TinySite) -> None:
    """A frame that fails on every page is told ten times and counted."""
    (site.own_theme() / "templates/base.html").write_text("{{ page.x }}")
    with pytest.raises(RenderError) as caught:
        site.build()
    assert len(str(caught.value).splitlines()) == 11


@pytest.mark.parametrize("path", ["novyny/index.html", "robots.txt", "build.json"])
def test_hand_work_in_the_output_is_undone(site: TinySite, path: str) -> None:
    """Files removed, altered or replaced by a folder come back as they were."""
    clean = tree(site.output)
    file = site.output / path
    file.unlink()
    site.build()
    assert tree(site.output) == clean
    file.write_text("зіпсовано")
    site.build()
    assert tree(site.output) == clean
    file.unlink()
    (file / "x").mkdir(parents=True)
    site.build()
    assert tree(site.output) == clean


def test_folder_replaced_by_a_file_or_a_link_comes_back(site: TinySite, tmp_path: Path) -> None:
    """A build never writes through a link out of its own folder."""
    clean = tree(site.output)
    shutil.rmtree(site.output / "novyny")
    (site.output / "novyny").write_text("не тека")
    site.build()
    assert tree(site.output) == clean
    shutil.rmtree(site.output / "novyny")
    (tmp_path / "elsewhere").mkdir()
    (site.output / "novyny").symlink_to(tmp_path / "elsewhere")
    site.build()
    assert tree(site.output) == clean
    assert not list((tmp_path / "elsewhere").iterdir())


def test_forgotten_state_costs_no_byte_and_strays_go(site: TinySite) -> None:
    """Without ``.build`` the site is made again in its folder, and what is not of it leaves."""
    clean = tree(site.output)
    (site.output / "novyny/zabute.html").write_text("стара сторінка")
    (site.output / "link").symlink_to(site.content)
    shutil.rmtree(site.base / ".build")
    site.build()
    assert tree(site.output) == clean
    assert not (site.output / "link").is_symlink()


def foreign(file: Path) -> None:
    """Put another program's database in the place of the store."""
    file.unlink()
    with sqlite3.connect(file) as database:
        database.execute("create table sources (id integer)")
        database.execute("create table meta (id integer)")
    database.close()


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b"not a database" * 999),
        lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
        lambda file: file.write_bytes(file.read_bytes()[:4096] + b"\xff" * 99_999),
        lambda file: file.write_bytes(b""),
        foreign,
    ],
    ids=["garbage", "half", "overwritten", "empty", "foreign"],
)
def test_damaged_store_is_thrown_away(site: TinySite, damage: Callable[[Path], None]) -> None:
    """Whatever happened to the store, a build equals a clean one and the next rests."""
    damage(site.settings().state / "store.sqlite")
    site.write("news/2026/2026-11-21-b.md", news("Друга новина"))
    site.build()
    assert tree(site.output) == site.clean_tree()
    assert site.build().changes.rendered == 0


def test_foreign_folder_is_refused_and_an_emptied_one_is_filled(site: TinySite) -> None:
    """Only a folder that carries our mark, or nothing at all, is written into."""
    (site.base / "other").mkdir()
    site.build("other")
    (site.base / "photos").mkdir()
    (site.base / "photos/1.jpg").write_bytes(b"")
    with pytest.raises(FolderError, match="photos"):
        site.build("photos")
    assert [file.name for file in (site.base / "photos").iterdir()] == ["1.jpg"]


def test_links_and_hidden_files_are_neither_read_nor_published(
    site: TinySite, tmp_path: Path
) -> None:
    """What lies outside the content or is hidden in it never reaches the site."""
    outside = tmp_path / "secret.md"
    outside.write_text(news("Таємниця"))
    before = tree(site.output)
    (site.content / "news/2026/2026-11-21-b.md").symlink_to(outside)
    (site.content / "pages/.chernetka.md").write_text(text("Таємниця"))
    (site.content / "pages/folder").symlink_to(tmp_path)
    site.build()
    assert tree(site.output) == before


def test_a_pipe_is_told_and_not_waited_for(site: TinySite) -> None:
    """What is no file is named to the editor; nobody reads it, for it may never end."""
    before = tree(site.output)
    os.mkfifo(site.content / "news/2026/2026-11-21-b.md")
    (told,) = site.build().warnings
    assert str(told).startswith("news/2026/2026-11-21-b.md:1: файл: тут не файл, а канал")
    assert tree(site.output) == before


def test_text_that_links_through_a_symlink_is_refused(site: TinySite, tmp_path: Path) -> None:
    """A link of the file system does not make a file part of the content."""
    (tmp_path / "passwd.txt").write_text("root")
    (site.content / "files").mkdir()
    (site.content / "files/passwd.txt").symlink_to(tmp_path / "passwd.txt")
    site.write("news/2026/2026-11-21-b.md", news(words="[файл](files/passwd.txt)"))
    with pytest.raises(ContentError):
        site.build()


def kyiv_noon(day: int) -> datetime:
    """Return noon in Kyiv of a day of November 2026."""
    return datetime(2026, 11, day, 10, tzinfo=UTC)


def test_scheduled_text_appears_when_its_hour_comes(site: TinySite) -> None:
    """Before ``publish_at`` there is no trace of a text; at that moment it is there."""
    site.write("news/2026/2026-11-21-b.md", news("Згодом", publish_at="2026-11-25 12:00"))
    assert site.build().next_change == kyiv_noon(25)
    assert not any("Згодом".encode() in data for data in tree(site.output).values())
    site.now = kyiv_noon(25)
    assert site.build().next_change is None
    assert "Згодом" in site.read("novyny/index.html")
    assert (site.output / "novyny/2026/b/index.html").is_file()


def test_expired_text_leaves_lists_and_keeps_its_page(site: TinySite) -> None:
    """At ``expires_at`` a text leaves lists and feeds; its page stays and says so."""
    site.write("news/2026/2026-11-21-b.md", news("Ненадовго", expires_at="2026-11-26"))
    assert site.build().next_change == datetime(2026, 11, 25, 22, tzinfo=UTC)
    assert "Ненадовго" in site.read("novyny/index.html")
    site.now = kyiv_noon(26)
    site.build()
    for path in ("novyny/index.html", "novyny/feed.xml", "index.html", "novyny/2026/index.html"):
        assert "Ненадовго" not in site.read(path)
    assert "Ненадовго" in site.read("novyny/2026/b/index.html")


def test_next_change_is_the_nearest_of_all(site: TinySite) -> None:
    """Appearing, expiring, an alert's beginning and end are told in turn; unfinished texts not."""
    site.write("news/2026/2026-11-21-b.md", news(publish_at="2026-11-28 12:00", state="unfinished"))
    site.write("news/2026/2026-11-21-c.md", news(expires_at="2026-11-29 12:00"))
    alert = text(level="info", starts="2026-11-26 12:00", ends="2026-11-27 12:00")
    site.write("alerts/a.md", alert)
    told = []
    while (moment := site.build().next_change) is not None:
        told.append(moment)
        site.now = moment
    assert told == [kyiv_noon(26), kyiv_noon(27), kyiv_noon(29)]


def test_act_without_publication_becomes_late_by_itself(site: TinySite) -> None:
    """From the sixth working day the page says so; until then a build tells when it will."""
    page, data = "stan-opryliudnennia/index.html", "stan-opryliudnennia/2026.json"
    site.write("acts/2026/1.md", act("1", "Свіжий акт", adopted="2026-11-19"))
    midnight = datetime(2026, 11, 26, 22, tzinfo=UTC)
    assert site.build().next_change == midnight
    assert "Свіжий акт" not in site.read(page)
    assert not (site.output / data).exists()
    site.now = midnight
    assert site.build().next_change is None
    assert "Свіжий акт" in site.read(page)
    assert "до 26.11.2026" in site.read(data)


def test_time_that_changes_nothing_writes_nothing(site: TinySite) -> None:
    """Until the next change the clock may move to and fro without a render."""
    site.write("news/2026/2026-11-21-b.md", news("Згодом", publish_at="2026-11-25 12:00"))
    site.build()
    for day in (20, 24, 10):
        site.now = kyiv_noon(day)
        assert site.build().changes.rendered == 0


def test_only_files_that_change_are_written(site: TinySite) -> None:
    """An edit of a body writes the page, and the excerpt's lists; a touched file writes nothing."""
    item = site.write("news/2026/2026-11-20-a.md", news("Перша новина", summary="Коротко."))
    site.build()
    item.touch()
    assert site.build().changes.rendered == 0
    item.write_text(item.read_text() + "\nЩе абзац.\n")
    written = site.build().changes.written
    assert [path for path in written if not of_search(path)] == ["novyny/2026/a/index.html"]
    assert len([path for path in written if of_search(path)]) < 12


def test_name_in_an_old_encoding_is_told(site: TinySite) -> None:
    """A file whose name is no UTF-8 is a fault with advice, not a crash."""
    (site.content / "images").mkdir()
    (site.content / "images/\udcea\udcee\udcf2.png").write_bytes(picture())
    with pytest.raises(ContentError) as caught:
        site.build()
    assert "UTF-8" in str(caught.value.problems[0])


def test_act_numbers_that_meet_in_one_address_are_refused(site: TinySite) -> None:
    """Two acts of one number and year cannot both be published."""
    site.write("acts/2026/1.md", act("1"))
    site.write("acts/2026/odyn.md", act("1"))
    with pytest.raises(ContentError, match="problems"):
        site.build()
