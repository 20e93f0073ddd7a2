import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plugins.incremental import history
from plugins.incremental.console import Console
from plugins.incremental.errors import ContentError
from plugins.incremental.ledger import write_ledger
from tests.incremental.git_site import GitSite, git
from tests.incremental.tiny_site import TinySite, act, news, text, tree

NEWS = "news/2026/2026-11-20-a.md"
PAGE = "novyny/2026/a/index.html"
HISTORY = "novyny/2026/a/istoriia/index.html"
GAP = "сайт складено без історії сховища"


@pytest.fixture
def site(tmp_path: Path) -> GitSite:
    """A site whose news item was published on the 20th and changed on the 22nd."""
    made = GitSite(tmp_path / "site")
    made.write(NEWS, news(words="Воду подають о 7 годині.\n\nДруге."))
    made.commit(20, 8)
    made.publish(20, 9)
    made.write(NEWS, news(words="Воду подають о 8 годині.\n\nДруге."))
    made.commit(22)
    return made


def change(site: GitSite, day: int, words: str, **header: str) -> None:
    """Save the news item anew and commit it."""
    site.write(NEWS, news(words=words, **header))
    site.commit(day)


def has_history(site: TinySite) -> bool:
    """Build, and return whether the news item has a page of its versions."""
    site.build()
    there = (site.output / HISTORY).is_file()
    assert there == ("/novyny/2026/a/istoriia/" in plainly(site, PAGE))
    return there


def plainly(site: TinySite, path: str) -> str:
    """Return a page with ordinary spaces."""
    return site.read(path).replace("\u00a0", " ")


def everything(site: TinySite) -> str:
    """Return all texts of the built site as one string, to look for what must not be there."""
    texts = b"".join(tree(site.output).values()).decode("utf-8", "replace")
    return texts.replace("\u00a0", " ")


def test_a_version_that_rules_refuse_is_never_shown(site: GitSite) -> None:
    """What the check stopped was not public: the way back ends before it, its words are nowhere."""
    change(site, 23, "Воду подають о 8 годині. Заявник: РНОКПП 3184710691.\n\nДруге.")
    change(site, 24, "Воду подають о 9 годині.\n\nДруге.")
    assert not has_history(site)
    assert "3184710691" not in everything(site)


def test_versions_and_their_difference_are_shown(site: GitSite) -> None:
    """With moments in Kyiv, and no word of who made them."""
    assert has_history(site)
    page = plainly(site, HISTORY)
    assert "Версія від 22 листопада 2026, 12:00" in page
    assert "Версія від 20 листопада 2026, 10:00" in page
    assert 'Воду подають о <del><span class="edition__word">Вилучено: </span>7</del>' in page
    assert "<ins><span" in page and "8</ins> годині." in page
    assert "noindex" in page and HISTORY.removesuffix("index.html") not in site.read("sitemap.xml")
    assert "secret" not in everything(site) and "Таємний" not in everything(site)


def test_a_text_of_one_version_has_no_such_page(site: GitSite) -> None:
    """Nor has one that is not in the ledger, whatever was committed of it."""
    site.write("news/2026/2026-11-20-b.md", news(words="Чернетка."))
    site.commit(23)
    site.write("news/2026/2026-11-20-b.md", news(words="Готове."))
    site.commit(24)
    site.build()
    assert [path for path in tree(site.output) if "istoriia" in path] == [HISTORY]
    assert "Чернетка" not in everything(site)


def test_people_and_sessions_have_no_such_page(site: GitSite) -> None:
    """What was said of a person is theirs to take back; a session grows by its own parts."""
    session = {"body": "miska-rada", "convocation": "8", "number": "1", "date": "2026-11-20"}
    for day, words in ((22, "Старе."), (24, "Нове.")):
        site.write("people/a.md", text(words=words))
        site.write("sessions/2026/a.md", text(words=words, **session))
        site.commit(day)
        site.publish(day, 11)
    site.build()
    assert "Старе." not in everything(site)
    assert [path for path in tree(site.output) if "istoriia" in path] == [HISTORY]
    assert everything(site).count("Порівняти версії") == 1


def test_drafts_are_never_shown(tmp_path: Path) -> None:
    """What was committed before first publication stays where it was."""
    site = GitSite(tmp_path)
    for day, words in ((18, "Таємниця перша."), (19, "Таємниця друга."), (20, "Оприлюднене.")):
        change(site, day, words)
    site.publish(21)
    change(site, 22, "Змінене.")
    assert has_history(site)
    assert "Оприлюднене." in plainly(site, HISTORY)
    assert "Таємниця" not in everything(site)


def test_unfinished_and_scheduled_versions_are_not_shown(site: GitSite) -> None:
    """Only what was on the site: neither a half of a text nor what never came."""
    change(site, 23, "Недописане.", publish_at="2026-11-24 20:00")
    change(site, 24, "Дописане.")
    assert has_history(site)
    assert "Дописане." in plainly(site, HISTORY)
    assert "Недописане." not in everything(site)


def test_what_was_withdrawn_is_not_shown_again(tmp_path: Path) -> None:
    """Neither by its own page, nor by its data, nor after it is put back."""
    site = GitSite(tmp_path)
    site.write("acts/2026/1.md", act("1", words="1. Домашня адреса."))
    site.commit(19)
    site.publish(20)
    withdrawn = "{date: 2026-11-21, reason: персональні дані}"
    site.write("acts/2026/1.md", act("1", words="Текст вилучено.", withdrawn=withdrawn))
    site.build()  # before it is committed, too
    assert "Домашня" not in everything(site)
    site.commit(21)
    site.build()
    assert "Домашня" not in everything(site)
    site.write("acts/2026/1.md", act("1", words="1. Без адреси."))
    site.commit(22)
    site.write("acts/2026/1.md", act("1", words="1. Без жодної адреси."))
    site.commit(23)
    site.build()
    assert "жодної" in site.read("dokumenty/miska-rada/rishennia/2026/1/istoriia/index.html")
    assert "Домашня" not in everything(site)


def test_a_redaction_closes_what_was_before_it(site: GitSite) -> None:
    """At once, for ever, and the page says that there is something closed."""
    note = "[{date: 2026-11-23, note: Вилучено персональні дані, redacted: так}]"
    site.write(NEWS, news(words="Без даних.", changes=note))
    assert not has_history(site)  # before it is committed
    site.commit(23)
    assert not has_history(site)
    change(site, 24, "Без даних, змінено.", changes=note)
    assert has_history(site)
    assert "Давніших версій не показано" in plainly(site, HISTORY)
    assert "Вилучено персональні дані" in plainly(site, HISTORY)
    change(site, 25, "Без даних, змінено ще.")
    assert has_history(site)
    assert "о 7" not in everything(site) and "о 8" not in everything(site)


def test_a_removed_file_begins_anew(site: GitSite) -> None:
    """What was taken away does not come back with another file of the same name."""
    (site.content / NEWS).unlink()
    site.commit(23)
    change(site, 23, "Нове.")
    assert not has_history(site)
    change(site, 24, "Новіше.")
    assert has_history(site)
    assert "годині" not in everything(site)


def test_a_moved_file_begins_anew(site: GitSite) -> None:
    """A file of another name is another text for git; the old address still answers."""
    moved = news(words="Воду подають о 9 годині.\n\nДруге.", aliases="[/novyny/2026/a/]")
    (site.content / NEWS).unlink()
    site.write("news/2026/2026-11-20-c.md", moved)
    site.commit(23)
    site.publish(24)
    site.build()
    assert [path for path in tree(site.output) if "istoriia" in path] == []


def test_an_edit_not_yet_committed_is_no_version(site: GitSite) -> None:
    """The page shows it, history waits for the commit."""
    site.write(NEWS, news(words="Ще не збережене в git."))
    assert has_history(site)
    assert "Ще не збережене" in plainly(site, PAGE)
    assert "Ще не збережене" not in plainly(site, HISTORY)
    site.commit(24)
    site.build()
    assert "Ще не збережене" in plainly(site, HISTORY)


def test_notes_stand_with_their_versions(site: GitSite) -> None:
    """The public note of a change is told where the change is."""
    change(site, 23, "Третє.", changes="[{date: 2026-11-23, note: Змінено розклад}]")
    assert has_history(site)
    newest = plainly(site, HISTORY).split('class="edition"')[1]
    assert "23 листопада" in newest and "Змінено розклад" in newest


def test_without_git_the_page_says_so(site: GitSite, tmp_path: Path) -> None:
    """A plain folder, a shallow clone: of a text that tells of changes, the gap is told too."""
    change(site, 23, "Третє.", changes="[{date: 2026-11-23, note: Змінено розклад}]")
    plain = TinySite(tmp_path / "plain")
    shutil.copytree(site.content, plain.content, dirs_exist_ok=True)
    assert not has_history(plain)
    assert GAP in plain.read(PAGE) and GAP not in plain.read("kontakty/index.html")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{site.base}", "shallow")
    shallow = TinySite(tmp_path / "shallow")
    assert not has_history(shallow)
    assert tree(shallow.output) == tree(plain.output)
    git(shallow.base, "fetch", "--quiet", "--unshallow")
    assert has_history(shallow)
    assert GAP not in shallow.read(PAGE)
    site.build()
    assert tree(shallow.output) == tree(site.output)


def test_a_plain_folder_without_a_ledger_is_as_ever(tmp_path: Path) -> None:
    """Nothing was published from it yet, so there is nothing to miss."""
    site = TinySite(tmp_path)
    site.write(NEWS, news(changes="[{date: 2026-11-23, note: Зразок}]"))
    site.build()
    assert GAP not in everything(site)


def test_no_git_is_run_while_the_head_stays(site: GitSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither when there is nothing to do, nor for an edit of a text."""
    site.build()
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("git was asked"))
    assert site.build().changes.rendered == 0
    site.write("news/2026/2026-11-20-b.md", news("Інша"))
    assert site.build().changes.written


def test_a_commit_renders_only_the_pages_of_its_texts(site: GitSite) -> None:
    """A new version touches its text's two pages, a commit of something else none."""
    site.build()
    site.commit(23)
    assert site.build().changes.rendered == 0
    site.write(NEWS, news(words="Третє."))
    site.build()
    site.commit(24)
    assert set(site.build().changes.written) == {HISTORY}


@pytest.mark.parametrize("rewrite", ["amend", "reset", "orphan", "merge", "gc"])
def test_rewritten_history_is_walked_anew(site: GitSite, rewrite: str) -> None:
    """Whatever became of the commit known last, the site is that of a clean build."""
    change(site, 23, "Третє.")
    site.build()
    known = git(site.base, "rev-parse", "HEAD")
    if rewrite == "amend":
        site.write(NEWS, news(words="Четверте."))
        git(site.base, "commit", "--quiet", "--all", "--amend", "--message", "x")
    elif rewrite in ("reset", "gc"):
        git(site.base, "reset", "--quiet", "--hard", "HEAD~1")
    elif rewrite == "orphan":
        git(site.base, "checkout", "--quiet", "--orphan", "new")
        site.commit(24)
    else:
        git(site.base, "checkout", "--quiet", "-b", "side", "HEAD~2")
        site.write("news/2026/2026-11-20-b.md", news("Інша"))
        site.commit(24)
        git(site.base, "merge", "--quiet", "--no-ff", "-m", "x", known)
    if rewrite == "gc":
        git(site.base, "reflog", "expire", "--expire=now", "--all")
        git(site.base, "gc", "--quiet", "--prune=now")
    site.build()
    assert tree(site.output) == site.clean_tree()


def test_merged_branches_show_what_was_on_the_main_line(site: GitSite) -> None:
    """Tries of a branch were never on the site; its last word was, from the merge on."""
    git(site.base, "checkout", "--quiet", "-b", "side")
    change(site, 23, "Проба.")
    change(site, 23, "Добре.")
    git(site.base, "checkout", "--quiet", "main")
    site.commit(23)
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    git(site.base, "merge", "--quiet", "--no-ff", "-m", "x", "side", at=at)
    assert has_history(site)
    assert "Версія від 24 листопада 2026, 11:00" in plainly(site, HISTORY)
    assert "Проба" not in everything(site)


def test_long_histories_and_junk_are_bounded(
    site: GitSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the newest versions count, and a build by news equals one from nothing."""
    monkeypatch.setattr(history, "MOST", 3)
    for number in range(5):
        site.write("files/a.md", b"\x00\xff" * 1000)  # in no folder of texts
        site.write(NEWS, news(words=f"Слово {number}."))
        site.commit(23, number)
        (site.content / "files/a.md").unlink()
        site.build()
    page = plainly(site, HISTORY)
    assert page.count('class="edition"') == 3
    assert tree(site.output) == site.clean_tree()


def test_a_broken_version_ends_the_way_back(site: GitSite) -> None:
    """It was never on the site, and what it hides is not known."""
    site.write(NEWS, b"\x00\xff junk")
    site.commit(23)
    change(site, 23, "Третє.")
    change(site, 24, "Четверте.")
    assert has_history(site)
    assert "годині" not in plainly(site, HISTORY)


def test_moments_that_no_clock_shows_end_the_way_back(site: GitSite) -> None:
    """A commit from the year 1970 or 2200 is not placed among others."""
    for at in (datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)):
        site.write(NEWS, news(words=f"Рік {at.year}."))
        git(site.base, "commit", "--quiet", "--all", "--message", "x", at=at)
        assert not has_history(site)


def test_the_content_may_be_a_repository_itself(tmp_path: Path) -> None:
    """Its history is the same as that of a folder in one."""
    site = TinySite(tmp_path)
    git(site.content, "init", "--quiet")
    for day, words in ((19, "Перше."), (22, "Друге.")):
        site.write(NEWS, news(words=words))
        git(site.content, "add", "--all")
        at = datetime(2026, 11, day, tzinfo=UTC)
        git(site.content, "commit", "--quiet", "--message", "x", at=at)
        site.now = at + timedelta(hours=1)
        write_ledger(site.settings(), Console())
    assert has_history(site)


def test_a_ledger_that_lost_a_line_is_an_error(site: GitSite) -> None:
    """Also when the loss is committed, and committed over: git remembers."""
    ledger = site.content / "data/ledger.tsv"
    whole = ledger.read_text()
    lines = whole.splitlines(keepends=True)
    damaged = "".join(line for line in lines if "kontakty" not in line)
    ledger.write_text(damaged)
    assert "немає рядка «kontakty /kontakty/ 2026-11-20T09:00:00Z»" in said(site)
    site.commit(23)
    assert "немає рядка" in said(site)
    ledger.write_text(damaged + "\n")
    site.commit(24)
    assert "немає рядка" in said(site)
    ledger.write_text(whole.replace("09:00:00Z", "08:00:00Z"))
    assert "час першої публікації змінено: був 2026-11-20T09:00:00Z" in said(site)
    ledger.write_text(whole)
    site.build()


def said(site: GitSite) -> str:
    """Build in vain, and return what is wrong with the ledger."""
    with pytest.raises(ContentError) as caught:
        site.build()
    problems = [problem for problem in caught.value.problems if problem.rule == "ledger"]
    assert {problem.path for problem in problems} == {"data/ledger.tsv"}
    return "\n".join(map(str, problems))
