"""A preview shows colleagues what is not public yet; the public site never does."""

import re
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest

import previewconf
from plugins.council.preview import Preview
from plugins.incremental.build import build
from plugins.incremental.console import Console
from plugins.incremental.errors import ContentError, FolderError
from plugins.incremental.ledger import write_ledger
from plugins.incremental.previewing import preview_of
from plugins.incremental.settings import Settings, from_names
from tests.incremental.commands import run
from tests.incremental.git_site import GitSite
from tests.incremental.tiny_site import ROOT, TinySite, act, news, picture, text, tree

HEAD = "identity\taddress\tfirst_published\n"
LINK = re.compile(r'(?:href|src)="(/[^"#?]*)"')
AT = "2026-12-01 09:00"
URL = "https://example.org/preview"


class PreviewSite(TinySite):
    """A tiny site that is built as a preview, by the settings of `make preview`."""

    def settings(self, output: str = "output") -> Settings:
        """Return the settings of previewconf.py for a build beside the content."""
        names = {
            **vars(previewconf), "PATH": "content", "OUTPUT_PATH": output, "PREVIEW": False,
            "THEME": str(self.theme), "DATA_PATH": "content/data",
        }  # fmt: skip
        made = from_names(names, self.base)
        preview = Preview("remont-vodohonu", "0123456789")
        return replace(made, jobs=1, now=self.now, preview=preview, indexed=False)


def public_part(site: TinySite) -> None:
    """Write texts that are public."""
    site.write("news/2026/2026-11-20-a.md", news("Новина", topics="[voda]"))
    site.write("acts/2026/1.md", act("1", "Про чинне", published="2026-10-05"))
    site.write("announcements/2026/2026-11-20-o.md", news("Оголошення", expires_at="2026-11-24"))
    site.write("pages/about.md", text("About", lang="en", translation_of="pages/kontakty.md"))


def hidden_part(site: TinySite) -> None:
    """Write texts of many kinds that are not: unfinished ones, and one with its hour to come."""
    site.write("images/hidden.png", picture("red"))
    site.write("files/hidden.csv", "таємне\n")
    no, later = {"state": "unfinished"}, {"publish_at": AT}
    body = "Ще таємне ![Зразок](images/hidden.png)"
    site.write("news/2026/2026-11-21-b.md", news("Таємна новина", body, **no, topics="[transport]"))
    files = "[{file: files/hidden.csv, title: Х}]"
    site.write("news/2026/2026-11-22-c.md", news("Майбутня новина", **later, attachments=files))
    repeals = "[{act: miska-rada/rishennia/2026/1}]"
    site.write("acts/2026/2.md", act("2", "Про таємне", repeals=repeals, **no))
    site.write("pages/taiemna.md", text("Таємна сторінка", **no, aliases="[/stara/]"))
    site.write("people/osoba.md", text("Таємна Особа", position="голова", **no))
    english = {"lang": "en", "translation_of": "pages/taiemna.md"}
    site.write("pages/secret.md", text("Secret page", **english, **no))
    times = {"level": "emergency", "starts": "2026-11-24 08:00", "ends": "2026-11-25 08:00"}
    site.write("alerts/2026-11-24-x.md", text("Таємне сповіщення", **times, **no))


def words_of(site: TinySite) -> str:
    """Return all pages as one text."""
    pages = sorted(site.output.rglob("*.html"))
    return "\n".join(unescape(page.read_text("utf-8")) for page in pages)


@pytest.fixture
def preview(tmp_path: Path) -> PreviewSite:
    """A preview with all sorts of texts, built."""
    site = PreviewSite(tmp_path)
    public_part(site)
    hidden_part(site)
    site.build()
    return site


def test_public_site_is_as_if_hidden_texts_were_not_there(tmp_path: Path) -> None:
    """Pages, lists, feeds, data, search index, pictures, files: the same bytes with and without."""
    without, with_ = TinySite(tmp_path / "without"), TinySite(tmp_path / "with")
    public_part(without)
    public_part(with_)
    hidden_part(with_)
    without.build()
    with_.build()
    assert tree(with_.output) == tree(without.output)


def test_scheduled_text_comes_at_its_minute_and_leaves_no_trace_before(tmp_path: Path) -> None:
    """A minute before nothing of it is there, at its minute all is as if it always had been."""
    site = TinySite(tmp_path)
    public_part(site)
    site.now = datetime(2026, 12, 1, 6, 59, 59, tzinfo=UTC)  # 08:59:59 in Kyiv
    before = site.clean_tree()
    file = site.write("news/2026/2026-11-22-c.md", news("Майбутня новина", publish_at=AT))
    report = site.build()
    assert tree(site.output) == before
    assert report.next_change == datetime(2026, 12, 1, 7, tzinfo=UTC)
    site.now += timedelta(seconds=1)
    site.build()
    after = tree(site.output)
    changed = {path for path in after if after[path] != before.get(path)}
    for path in ("novyny/2026/c/index.html", "novyny/index.html", "index.html", "feed.xml",
                 "novyny/feed.json", "sitemap-news-2026.xml"):  # fmt: skip
        assert path in changed
    assert any(path.startswith("poshuk/data/") for path in changed)
    file.write_text(news("Майбутня новина"), "utf-8")
    assert site.clean_tree() == after


def test_preview_shows_and_marks_what_is_not_public(preview: PreviewSite) -> None:
    """Each such text has its page, with a mark on it and wherever its title stands."""
    page = preview.read("novyny/2026/b/index.html")
    assert "Не завершено. На сайті ради цього тексту ще немає." in page
    soon = preview.read("novyny/2026/c/index.html")
    assert "Заплановано на 1 грудня 2026, 09:00. На сайті ради цього тексту ще немає." in soon
    for place in ("index.html", "novyny/index.html", "novyny/2026/index.html"):
        assert "[Не завершено] Таємна новина" in preview.read(place)
        assert "[Заплановано на 1 грудня 2026, 09:00] Майбутня новина" in preview.read(place)
    assert "[Не завершено] Таємна Особа" in preview.read("posadovi-osoby/index.html")
    assert "[Не завершено] Про таємне" in preview.read(
        "dokumenty/miska-rada/rishennia/2026/1/index.html"
    )
    assert "[Не завершено] Таємне сповіщення" in preview.read("index.html")
    assert "Unfinished. This text is not on the council’s site yet." in preview.read(
        "en/secret/index.html"
    )
    named = re.findall(r">([^<]*(?:Таємн|Майбутн)[^<]*)</a>", words_of(preview))
    assert len(named) > 10
    assert all("[Не завершено]" in one or "[Заплановано" in one for one in named), named


def test_preview_marks_nothing_that_is_public(preview: PreviewSite) -> None:
    """A public text has no mark, and loses it in a preview too once its hour has come."""
    assert "ще немає" not in preview.read("novyny/2026/a/index.html")
    assert "] Новина" not in words_of(preview)
    preview.now = datetime(2026, 12, 1, 7, tzinfo=UTC)
    preview.build()
    assert "Заплановано" not in words_of(preview)
    assert "Не завершено" in words_of(preview)


def test_every_page_of_a_preview_says_what_it_is(preview: PreviewSite) -> None:
    """The banner stands on every page, redirects too; none may be indexed, none is canonical."""
    pages = sorted(preview.output.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        html = page.read_text("utf-8")
        said = "Попередній перегляд: гілка «remont-vodohonu», версія 0123456789."
        assert said in html, page
        assert '<meta name="robots" content="noindex">' in html, page
        assert "canonical" not in html, page
        assert "krm.gov.ua" not in html, page
    assert preview.read("robots.txt") == "User-agent: *\nDisallow: /\n"


def test_preview_is_incremental_and_deterministic(preview: PreviewSite) -> None:
    """What a build after changes leaves is what a clean build makes."""
    assert tree(preview.output) == preview.clean_tree()
    preview.write("news/2026/2026-11-21-b.md", news("Вже готова новина"))
    preview.now = datetime(2026, 12, 2, tzinfo=UTC)
    preview.build()
    assert tree(preview.output) == preview.clean_tree()


def test_preview_owes_nothing_to_the_ledger(tmp_path: Path) -> None:
    """An address that a branch loses stops a public build, not a preview; none is promised."""
    site = PreviewSite(tmp_path)
    site.write("data/ledger.tsv", f"{HEAD}x\t/x/\t2026-11-01T10:00:00Z\n")
    with pytest.raises(ContentError):
        build(replace(site.settings("public"), preview=None), Console())
    site.build()
    with pytest.raises(FolderError, match="нічого не оприлюднює"):
        write_ledger(site.settings(), Console())


def test_faults_of_a_text_stop_a_preview_too(tmp_path: Path) -> None:
    """But for those of an unfinished one: it waits until it can be shown, and hinders nobody."""
    site = PreviewSite(tmp_path)
    site.write("news/2026/x.md", news(date="31.02.2026", state="unfinished"))
    site.build()
    assert not (site.output / "novyny/2026/x/index.html").exists()
    site.write("news/2026/y.md", news(date="31.02.2026"))
    with pytest.raises(ContentError):
        site.build()


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({"GITHUB_REF_NAME": "main", "GITHUB_SHA": "a" * 40}, Preview("main", "a" * 10)),
        ({"GITHUB_HEAD_REF": "nova", "GITHUB_REF_NAME": "7/merge"}, Preview("nova", "")),
        ({"CI_COMMIT_REF_NAME": "g", "CI_COMMIT_SHA": "b" * 40}, Preview("g", "b" * 10)),
        ({"PREVIEW_BRANCH": "своя", "GITHUB_REF_NAME": "main"}, Preview("своя", "")),
        ({"PREVIEW_BRANCH": "a\u202eb\0c\n" + "d" * 99}, Preview("abc" + "d" * 77, "")),
    ],
)
def test_environment_names_branch_and_commit(
    environ: dict[str, str], told: Preview, tmp_path: Path
) -> None:
    """Our own variables win, then those of GitHub, GitLab and Forgejo."""
    assert preview_of(tmp_path, environ) == told


def test_git_names_branch_and_commit_where_ci_does_not(tmp_path: Path) -> None:
    """On one's own machine the head of the repository is what a preview is of."""
    site = GitSite(tmp_path)
    commit = site.commit(20)
    assert preview_of(site.content, {}) == Preview("main", commit[:10])


def test_command_makes_a_preview(tmp_path: Path) -> None:
    """The settings file builds one; the name of a branch is text, whatever it holds."""
    site = by_command(tmp_path, PREVIEW_BRANCH="<script>", PREVIEW_COMMIT="1234567")
    home = site.read("index.html")
    assert "гілка «&lt;script&gt;», версія 1234567." in home
    assert f'<meta property="og:url" content="{URL}/">' in home
    assert "Таємна новина" in site.read("novyny/2026/b/index.html")


def test_preview_gives_nothing_to_programs(tmp_path: Path) -> None:
    """No feeds, sitemaps, calendars, data; alerts.json is empty; no page leads to what is not."""
    site = by_command(tmp_path)
    paths = tree(site.output).keys()
    for name in ("feed.xml", "feed.json", "sitemap", ".ics", "akn.xml", "data.json", "oparl"):
        assert not [path for path in paths if name in path]
    assert site.read("alerts.json") == "[]\n"
    for path in paths:
        if path.endswith(".html"):
            for link in LINK.findall(site.read(path)):
                there = f"{link[1:]}index.html" if link.endswith("/") else link[1:]
                assert unescape(there) in paths, f"{path} → {link}"


def by_command(base: Path, **variables: str) -> TinySite:
    """Return a site with a preview made by the command in a process of its own."""
    site = TinySite(base)
    public_part(site)
    hidden_part(site)
    site.write("bills/2026/p-1.md", text(
        "Про зразок", body="miska-rada", kind="rishennia", number="п-1", published="2026-11-10",
        comments_until="2026-12-14 18:00", consider_on="2026-12-18",
    ))  # fmt: skip
    (base / "conf.py").write_text(
        f"from previewconf import *\nTHEME = {str(ROOT / 'theme')!r}\nDATA_PATH = 'content/data'\n"
    )
    line = [sys.executable, "-m", "plugins.incremental", "build", str(site.content)]
    line += ["-o", str(site.output), "-s", str(base / "conf.py")]
    done = run(line, PREVIEW_URL=URL, **variables)
    assert done.returncode == 0, done.stderr
    return site
