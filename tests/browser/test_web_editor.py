"""`make editor` in a real browser: from logging in to the page with the photo and the commit."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import accumulate
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from plugins.council.header import KINDS
from plugins.incremental.site_server import SiteHandler, SiteServer
from tests.browser.accessibility import violations
from tests.browser.conftest import OpenPage
from tests.browser.fake_github import FakeGitHub
from tests.incremental.commands import environment
from tests.incremental.git_site import WHO, GitSite, git
from tests.incremental.server_process import Server
from tests.incremental.tiny_site import ROOT, act, news, picture, text
from tests.web_editor.test_outputs import GITHUB, EditedSite

PATIENCE = 60_000  # milliseconds: five megabytes of script on a machine busy with other tests
ACT = "acts/2026/miska-rada-5.md"
NOTED = "news/2026/2026-11-01-prymitky.md"
NOTES = """Слово[^1] і **важливе**.

![Зразок](images/x.png "Підпис")

| Рейс | Будні |
| ---- | ----- |
| 1    | 06:00 |

[^1]: Пояснення, з [посиланням](pages/kontakty.md)."""
WRITTEN = """---
title: Згоріла п’ята насосна
date: {moment}
image: images/насосна-станція.png
image_alt: Насосна станція після пожежі
---
Воду подають за графіком.
"""
CONF = """from editorconf import *

THEME = {theme!r}
DATA_PATH = "content/data"
OUTPUT_PATH = "output"
SITEURL = "http://localhost:{port}"
WEB_EDITOR = {{"backend": "proxy", "proxy_url": "http://localhost:{proxy}/api/v1"}}
"""


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> GitSite:
    """A site in a repository, with an act and a news item."""
    site = GitSite(tmp_path_factory.mktemp("edited"))
    site.write("images/x.png", picture())
    site.write(NOTED, news("Примітки", NOTES))
    site.write(ACT, act("5/VIII-194", "Про зразок", published="  # не встановлено"))
    site.commit(20)
    return site


@contextmanager
def editing(edited: GitSite) -> Iterator[Server]:
    """Run the processes of `make editor` over a site."""
    port, proxy = free_port(), free_port()
    conf = edited.base / "testconf.py"
    conf.write_text(CONF.format(theme=str(ROOT / "theme"), port=port, proxy=proxy))
    line = [sys.executable, "-m", "plugins.web_editor", str(edited.content)]
    log = edited.base / "log"
    # No fixed moment: a news item of now is to be public now.
    now = {name: value for name, value in environment(**WHO).items() if name != "SOURCE_DATE_EPOCH"}
    with (
        log.open("wb") as said,
        subprocess.Popen(
            [*line, "-s", str(conf), "--port", str(port)],
            cwd=ROOT,
            env=now,
            stdout=said,
            stderr=said,
        ) as process,
    ):
        try:
            server = Server(process, log)
            wait(lambda: "Складено за" in server.said(), server.said)
            yield server
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0
    assert "Traceback" not in log.read_text("utf-8")


@pytest.fixture(scope="module")
def editor(edited: GitSite) -> Iterator[Server]:
    """The processes of `make editor` over it."""
    with editing(edited) as server:
        yield server


def wait(ready: Callable[[], bool], said: Callable[[], str] = str) -> None:
    """Wait until something is so."""
    until = time.monotonic() + PATIENCE / 1000
    while not ready():
        assert time.monotonic() < until, said()
        time.sleep(0.1)


@pytest.fixture
def desk(editor: Server, open_page: OpenPage) -> Iterator[Page]:
    """The editor's page after one has logged in; it asks nobody outside this machine."""
    asked: list[str] = []
    prepare = lambda page: page.on("request", lambda request: asked.append(request.url))  # noqa: E731
    page = open_page(f"{editor.url}/admin/", prepare=prepare)
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Увійти").click()
    page.get_by_role("link", name="Новини", exact=True).wait_for()
    yield page
    hosts = {urlsplit(url).hostname for url in asked if url.startswith("http")}
    assert hosts <= {"localhost", "127.0.0.1"}


def field(page: Page, name: str) -> Locator:
    """Return the input of a key."""
    return page.locator(f"[id^={name}-field-]").first


def choose(page: Page, name: str, option: str) -> None:
    """Choose from a list by keyboard."""
    field(page, name).fill(option)
    page.keyboard.press("Enter")


def publish(page: Page) -> None:
    """Press «Опублікувати» and say what for, once the page knows that there is something."""
    page.get_by_text("Незбережені зміни").wait_for()
    page.get_by_role("button", name="Опублікувати", exact=True).click()
    page.get_by_role("menuitem", name="Опублікувати", exact=True).click()


def open_text(page: Page, kind: str, path: str) -> None:
    """Open an existing text."""
    page.evaluate(f"location.hash = '#/collections/{kind}/entries/{path}'")
    expect(field(page, "title")).not_to_have_value("")


def test_news_with_a_photo(desk: Page, edited: GitSite, editor: Server, tmp_path: Path) -> None:
    """A news item is written, published, committed and stands on the site with its photo."""
    photo = tmp_path / "Насосна станція.png"
    photo.write_bytes(picture(size=(1200, 800)))
    desk.get_by_role("link", name="Створити: Новина").click()
    field(desk, "title").fill("Згоріла п’ята насосна")
    choose(desk, "state", "Можна показувати")
    expect(desk.get_by_label("Дата: день")).to_have_value(re.compile(r"\d{4}-\d\d-\d\d"))
    desk.locator("[data-slate-editor]").first.click()
    desk.keyboard.type("Воду подають за графіком.")
    desk.get_by_role("button", name="Вибрати зображення").first.click()
    desk.locator("input[type=file]").first.set_input_files(photo)
    desk.get_by_role("button", name="Обрати виділені").click()
    field(desk, "image_alt").fill("Насосна станція після пожежі")
    publish(desk)
    folder = edited.content / "news"
    wait(lambda: len(list(folder.rglob("*nasosna.md"))) == 1, editor.said)
    (file,) = folder.rglob("*nasosna.md")
    written = file.read_text("utf-8")
    day = file.name[:10]
    assert file.name == f"{day}-zghorila-piata-nasosna.md" and file.parent.name == day[:4]
    moment = re.search(rf"^date: ({day} \d\d:\d\d)$", written, re.MULTILINE)
    assert moment and written == WRITTEN.format(moment=moment[1])
    wait(lambda: "Новий текст: Новина" in git(edited.base, "log", "-1", "--format=%s"))
    assert git(edited.base, "status", "--short", "content") == ""
    address = f"{editor.url}/novyny/{day[:4]}/zghorila-piata-nasosna/"
    built = edited.output / f"novyny/{day[:4]}/zghorila-piata-nasosna/index.html"
    wait(built.is_file, editor.said)
    assert "/admin/#/collections/news" in desk.url, "the editor keeps its place after a build"
    desk.goto(address)
    expect(desk.get_by_role("heading", level=1)).to_have_text("Згоріла п’ята насосна")
    image = desk.get_by_role("img", name="Насосна станція після пожежі").first
    wait(lambda: image.evaluate("image => image.complete && image.naturalWidth > 0"))


def test_an_act_is_edited(desk: Page, edited: GitSite) -> None:
    """Only the key that was changed changes in the file; the legal text is not laid out anew."""
    before = (edited.content / ACT).read_text("utf-8")
    open_text(desk, "acts", ACT.removeprefix("acts/").removesuffix(".md"))
    field(desk, "summary").fill("Коротко про зразок.")
    publish(desk)
    after = before.replace("\n---\n", "\nsummary: Коротко про зразок.\n---\n")
    wait(lambda: (edited.content / ACT).read_text("utf-8") == after)
    wait(lambda: git(edited.base, "log", "-1", "--format=%s").startswith("Змінено: Акт"))


def test_laid_out_text_loses_nothing(desk: Page, edited: GitSite) -> None:
    """A word typed into laid-out text is all that changes: footnotes, tables, captions stay."""
    open_text(desk, "news", NOTED.removeprefix("news/").removesuffix(".md"))
    before = (edited.content / NOTED).read_text("utf-8")
    editor = desk.locator("[data-slate-editor]").first
    editor.get_by_text("важливе").first.click()
    expect(editor).to_be_focused()
    time.sleep(0.5)  # the editor takes the place of the caret from the browser a little later
    desk.keyboard.press("Home")
    desk.keyboard.type("Нове ", delay=50)
    publish(desk)
    wait(lambda: (edited.content / NOTED).read_text("utf-8") != before)
    after = (edited.content / NOTED).read_text("utf-8")
    assert after.replace("Нове ", "") == before and "Нове Слово[^1] і" in after


def test_a_fault_is_said_in_words(desk: Page, edited: GitSite, complaints: list[str]) -> None:
    """What the check would refuse is not saved, the page says what to do, and mending saves."""
    desk.get_by_role("link", name="Оголошення", exact=True).click()
    desk.get_by_role("link", name="Створити: Оголошення").click()
    field(desk, "title").fill("Зразок оголошення")
    choose(desk, "state", "Можна показувати")  # of a draft nothing is demanded yet
    desk.get_by_label("Коли починається: день").fill("2026-12-02")
    desk.get_by_label("Коли закінчується: день").fill("2026-12-01")
    publish(desk)
    said = desk.get_by_text("ends: закінчується раніше, ніж починається")
    expect(said.first).to_be_visible()
    assert not list(edited.content.rglob("*ohol*")) and not list(edited.content.rglob("*.new"))
    desk.get_by_label("Коли закінчується: день").fill("2026-12-03")
    publish(desk)
    wait(lambda: len(list(edited.content.rglob("*-zrazok-oholoshennia.md"))) == 1)
    complaints.clear()  # of the answer 422


def test_the_preview_runs_no_script(desk: Page, edited: GitSite, complaints: list[str]) -> None:
    """What somebody else put into a text does nothing in the editor's own window."""
    harm = '<img src="x" onerror="top.broken = 1"> <script>top.broken = 2</script>'
    file = edited.write(
        "pages/zlo.md", text("Зло", f"Слово {harm}\n\n[а](javascript:top.broken=3)")
    )
    try:
        open_text(desk, "pages", "zlo")
        expect(desk.frame_locator("iframe").get_by_text("Слово")).to_be_visible()
        time.sleep(1)
        assert desk.evaluate("window.broken") is None
        shown = desk.frame_locator("iframe").locator("article").inner_html()
        assert not re.search("onerror|<script|javascript:", shown)
    finally:
        file.unlink()
    complaints.clear()  # of the picture that is not there


def test_by_keyboard(editor: Server, open_page: OpenPage) -> None:
    """One logs in, opens a form and writes without a mouse."""
    page = open_page(f"{editor.url}/admin/")
    page.set_default_timeout(PATIENCE)
    login = page.get_by_role("button", name="Увійти")
    login.wait_for()
    reach(page, login)
    page.keyboard.press("Enter")
    new = page.get_by_role("link", name="Створити: Новина")
    new.wait_for()
    reach(page, new)
    page.keyboard.press("Enter")
    title = field(page, "title")
    title.wait_for()
    reach(page, title)
    for typed in accumulate("З клавіатури"):  # as a person does, seeing each letter come
        page.keyboard.type(typed[-1])
        expect(title).to_have_value(typed)


def reach(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError("Tab does not lead there")


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Serve a built site and give the address of its editor."""
    server = SiteServer(0, partial(SiteHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/admin/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def alone(edited: GitSite, editor: Server) -> Iterator[str]:
    """The same built page where nobody answers for texts."""
    with hosted(edited.output) as address:
        yield address


OWN = {"base_url": "https://git.example.org", "api_root": "https://git.example.org/api/v1"}
REPOSITORY = {"repo": "rada/sait", "branch": "main", "app_id": "zrazok"}
PUBLIC = {
    "GitHub": GITHUB,
    "GitLab": {"backend": "gitlab", **REPOSITORY},
    "Gitea": {"backend": "gitea", **REPOSITORY, **OWN},
    "Forgejo": {"backend": "forgejo", **REPOSITORY, **OWN},
}


@pytest.mark.parametrize("host", PUBLIC)
def test_a_public_editor_asks_nobody_before_login(
    host: str, tmp_path: Path, open_page: OpenPage
) -> None:
    """Decap takes the settings; the page waits for its reader and keeps to its policy."""
    site = EditedSite(tmp_path)
    site.editor = PUBLIC[host]
    site.build()
    asked: list[str] = []
    with hosted(site.output) as address:
        prepare = lambda page: page.on("request", lambda request: asked.append(request.url))  # noqa: E731
        page = open_page(address, prepare=prepare)
        login = page.get_by_role("button", name=f"Увійти через {host}")
        login.wait_for(timeout=PATIENCE)
        assert {urlsplit(url).hostname for url in asked if url.startswith("http")} == {"127.0.0.1"}


def test_nobody_keeps_texts(alone: str, open_page: OpenPage, complaints: list[str]) -> None:
    """The page says what to type, to eyes and ears, on a phone, too; Decap is not even loaded."""
    page = open_page(alone, width=320)
    expect(page.get_by_role("heading", name="Редактор не відкрився")).to_be_focused()
    expect(page.get_by_text("make editor", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert violations(page) == []
    assert page.evaluate("window.CMS") is None
    complaints.clear()  # of the answer that did not come


def test_the_wrapper_without_scripts(alone: str, open_page: OpenPage) -> None:
    """Without JavaScript the page says that it needs it."""
    page = open_page(alone, java_script_enabled=False)
    expect(page.get_by_text("працює лише з увімкненим JavaScript")).to_be_visible()


def test_a_draft_for_review(tmp_path: Path, open_page: OpenPage, complaints: list[str]) -> None:
    """On GitHub a saved text is a branch with a request for review, and not yet the site's."""
    site = EditedSite(tmp_path)
    site.editor = GITHUB
    site.build()
    github = FakeGitHub()
    with hosted(site.output) as address:
        page = open_page(address, prepare=github.serve)
        page.set_default_timeout(PATIENCE)
        page.get_by_role("link", name="Створити: Новина").click()
        field(page, "title").fill("Чернетка новини")
        page.get_by_text("Незбережені зміни").wait_for()
        with page.expect_request_finished(lambda request: request.url.endswith("/issues/7/labels")):
            page.get_by_role("button", name="Зберегти", exact=True).click()
        page.close()
    (request,) = github.bodies("/pulls")
    (tree,) = github.bodies("/git/trees")
    path = tree["tree"][0]["path"]
    assert re.fullmatch(r"content/news/\d{4}/\d{4}-\d\d-\d\d-chernetka-novyny\.md", path)
    assert github.asked[-1][1] == {"labels": ["decap-cms/draft"]}
    assert request["base"] == "main" and request["head"].startswith("rada:cms/news/")
    assert request["title"].startswith("Новий текст: Новина")
    assert github.texts()[0].startswith("---\ntitle: Чернетка новини\nstate: unfinished\ndate: ")
    assert github.bodies("/git/refs")[0]["ref"] == f"refs/heads/{request['head'][5:]}"
    complaints.clear()  # of what the fake leaves out


def test_every_kind_opened_and_saved(tmp_path: Path, open_page: OpenPage) -> None:
    """A form takes a real text of each kind; of the file only the line changes that one changed."""
    site = GitSite(tmp_path)
    shutil.copytree(ROOT / "content", site.content, dirs_exist_ok=True)
    site.commit(20)
    with editing(site) as server:
        page = open_page(f"{server.url}/admin/")
        page.set_default_timeout(PATIENCE)
        page.on("dialog", lambda dialog: dialog.accept())
        page.get_by_role("button", name="Увійти").click()
        page.get_by_role("link", name="Новини", exact=True).wait_for()
        for kind in KINDS:
            file = sorted((site.content / kind).rglob("*.md"))[-1]
            before = file.read_text("utf-8")
            change_title(page, server.url, file.relative_to(site.content))
            wait(lambda file=file, before=before: file.read_text("utf-8") != before)  # type: ignore[misc]
            after = file.read_text("utf-8")
            assert after == re.sub(
                r"^title: .*$", lambda title: f"{title[0]} (2)", before, count=1, flags=re.M
            )


def change_title(page: Page, url: str, path: Path) -> None:
    """Open a text in a page loaded anew, add to its title and publish."""
    inside = path.parts[0] == "pages" and len(path.parts) > 2
    collection = "section_pages" if inside else path.parts[0]
    entry = "/".join(path.with_suffix("").parts[1:])
    page.goto(f"{url}/admin/?{collection}#/collections/{collection}/entries/{entry}")
    title = field(page, "title")
    expect(title).not_to_have_value("")
    page.wait_for_timeout(1000)  # the form takes its text anew once all of it has come
    title.fill(f"{title.input_value()} (2)")
    publish(page)
