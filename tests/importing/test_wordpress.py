import gzip
import os
import shutil
import signal
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image

from plugins.council.text_reading import read_text
from plugins.importing.__main__ import main
from tests.importing.wxr_files import NEWS, NOTICES, URL, WATER, attachment, export, item
from tests.incremental.commands import environment
from tests.incremental.tiny_site import ROOT, TinySite


class Move:
    """An old site, its export and media, and the content folder it comes to."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.site = TinySite(base)

    def media(self, path: str, data: bytes) -> None:
        """Media."""
        file = self.base / "uploads" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def run(self, *items: str, name: str = "export.xml", whole: str = "") -> int:
        """Run."""
        (self.base / "uploads").mkdir(exist_ok=True)
        data = (whole or export(*items)).encode()
        (self.base / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return main([str(self.base / name), *self.options()])

    def options(self) -> list[str]:
        """Options."""
        named = {
            "content": "content",
            "media": "uploads",
            "mapping": "import.toml",
            "report": "zvit.md",
        }
        return [part for key, one in named.items() for part in (f"--{key}", str(self.base / one))]

    def texts(self) -> dict[str, str]:
        """Texts."""
        found = self.site.content.rglob("*.md")
        return {
            one.relative_to(self.site.content).as_posix(): one.read_text("utf-8") for one in found
        }

    def text(self, id_: int) -> str:
        """Text."""
        (found,) = [
            one for one in self.texts().values() if f'/?p={id_}"' in one or f"/?p={id_}]" in one
        ]
        return found

    def body(self, id_: int) -> str:
        """Body."""
        return self.text(id_).split("---\n", 2)[2].strip()

    @property
    def report(self) -> str:
        """Report."""
        return (self.base / "zvit.md").read_text("utf-8")


@pytest.fixture
def move(tmp_path: Path) -> Move:
    """Move."""
    return Move(tmp_path)


def jpeg(colour: str = "navy") -> bytes:
    """Jpeg."""
    buffer = BytesIO()
    Image.new("RGB", (60, 40), colour).save(buffer, "JPEG")
    return buffer.getvalue()


def test_a_post_becomes_a_news_item(move: Move) -> None:
    """A post becomes a news item."""
    assert move.run(item(
        11, "Новина &amp; «проба» &#8211; 1", slug="%d0%b0%d0%ba%d1%82", terms=(NEWS, WATER),
        link=f"{URL}/2021/05/%d0%b0%d0%ba%d1%82/", excerpt="Коротко <b>про</b> це",
        meta=(("_wp_old_slug", "stare"),),
    )) == 0  # fmt: skip
    assert move.texts()["news/2021/2021-05-11-akt.md"].split("---\n")[1] == (
        "title: Новина & «проба» – 1\nsummary: Коротко про це\ndate: 2021-05-11 14:01\n"
        'topics: [voda]\naliases: ["/?p=11", /2021/05/акт/, /2021/05/stare/]\n'
    )


@pytest.mark.parametrize(
    ("date", "gmt", "expected"),
    [
        ("2021-05-11 14:01:00", "2021-05-11 11:01:00", "2021-05-11 14:01"),
        ("0000-00-00 00:00:00", "2021-12-31 22:30:00", "2022-01-01 00:30"),
        ("0000-00-00 00:00:00", "0000-00-00 00:00:00", "2021-05-11 14:01"),
        ("2021-03-28 03:30:00", "2021-03-28 00:30:00", "2021-03-28 04:30"),
    ],
)
def test_dates_are_kyivs(move: Move, date: str, gmt: str, expected: str) -> None:
    """Dates are kyivs."""
    move.run(item(1, date=date, gmt=gmt))
    assert f"\ndate: {expected}\n" in move.text(1)


def test_what_was_not_public_is_not(move: Move) -> None:
    """What was not public is not."""
    move.run(
        item(1, status="draft", gmt="0000-00-00 00:00:00"), item(2, status="private"),
        item(3, status="trash"), item(4, password="x"),
        item(5, status="future", date="2099-01-01 10:00:00"),
        item(6, type_="revision", status="inherit"),
    )  # fmt: skip
    assert "state: unfinished" in move.text(1)
    assert "publish_at: 2099-01-01 10:00" in move.text(5)
    assert len(move.texts()) == 3  # with the page that the site had
    assert "| у виписці | 6 |" in move.report
    assert "**разом враховано** | **6**" in move.report


def test_categories_lead_where_the_mapping_says(move: Move) -> None:
    """Categories lead where the mapping says."""
    move.run(item(1, terms=(NEWS, NOTICES)), item(2, terms=(NEWS,)))
    assert {path.split("/")[0] for path in move.texts()} == {"announcements", "news", "pages"}
    proposal = (move.base / "import.toml").read_text("utf-8")
    assert 'ogoloshennya = "announcements"  # Оголошення: 1 запис' in proposal
    shutil.rmtree(move.site.content / "news")
    (move.base / "import.toml").write_text('[sections]\nnovyny = "reports"\n')
    move.run(item(2, terms=(NEWS,)))
    assert "reports/2021/2021-05-11-zrazok-2.md" in move.texts()


def test_a_mapping_that_cannot_be_read_says_where(
    move: Move, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mapping that cannot be read says where."""
    (move.base / "import.toml").write_text('[sections]\nnovyny = "novyny"\n')
    assert move.run(item(1)) == 1
    assert "[sections] novyny = 'novyny': тут буває одне з" in capsys.readouterr().err
    (move.base / "import.toml").write_text("[topics]\nvoda = ['nema']\n")
    assert move.run(item(1)) == 1
    assert "теми «nema» немає" in capsys.readouterr().err


def test_pages_keep_their_places(move: Move) -> None:
    """Pages keep their places."""
    move.run(
        item(2, "Підрозділи", type_="page", slug="pid", parent=1, link=f"{URL}/rada/pid/"),
        item(1, "Рада", type_="page", slug="rada"), item(3, "Новини", type_="page", slug="novyny"),
        item(4, "Контакти", type_="page", slug="kontakty"),
    )  # fmt: skip
    assert {"pages/rada/pid.md", "pages/rada.md", "pages/novyny-3.md", "pages/kontakty-4.md"} < set(
        move.texts()
    )
    assert "/kontakty/ – її має pages/kontakty.md" in move.report


def test_pages_above_one_another_end(move: Move) -> None:
    """A page whose parent is below it stands once on its way."""
    move.run(
        item(1, "Перша", type_="page", slug="persha", parent=2),
        item(2, "Друга", type_="page", slug="druha", parent=1),
    )
    pages = {path for path in move.texts() if "persha" in path}
    assert pages == {"pages/druha/persha.md", "pages/druha/persha/druha.md"}


CLASSIC = f"""Перший,
другий рядок.

<strong>Жирний</strong> з <a href="{URL}/sluhannya/">слуханнями</a>, <a href="/?p=2#x">номером</a> \
та <a href="{URL}/nema/">нічим</a>.

<!--more-->

<ul>
 \t<li>один</li>
 \t<li>два</li>
</ul>
https://www.youtube.com/watch?v=dQw4w9WgXcQ

<p style="color: red" onclick="x()">Колір</p>
<script>alert(1)</script>
[contact-form-7 id="5" title="x"]
Слова [примітка] і [sic]."""


def test_the_classic_editor(move: Move) -> None:
    """The classic editor."""
    move.run(item(1, content=CLASSIC), item(2, type_="page", slug="sluhannya"))
    assert move.body(1) == (
        "Перший,  \nдругий рядок.\n\n"
        "**Жирний** з [слуханнями](pages/sluhannya.md), [номером](pages/sluhannya.md) та нічим.\n\n"
        "- один\n- два\n\n[Відео на YouTube](https://www.youtube.com/watch?v=dQw4w9WgXcQ)\n\n"
        "Колір\n\nСлова \\[примітка] і \\[sic]."
    )
    assert "форма \\[contact-form-7]" in move.report
    assert f"посилання {URL}/nema/" in move.report


GUTENBERG = f"""<!-- wp:paragraph {{"align":"center"}} -->
<p class="has-text-align-center">Абзац
<strong>один</strong></p>
<!-- /wp:paragraph -->
<!-- wp:embed {{"url":"https://youtu.be/abc12345678"}} -->
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://youtu.be/abc12345678
</div></figure>
<!-- /wp:embed -->
<!-- wp:gallery {{"ids":[20]}} -->
<figure class="wp-block-gallery"><ul><li><figure><img src="{URL}/wp-content/uploads/2021/05/b.jpg" \
alt="Насос" data-id="20"/><figcaption>Підпис</figcaption></figure></li></ul></figure>
<!-- /wp:gallery -->
<!-- wp:latest-posts /-->
<!-- wp:table -->
<figure class="wp-block-table"><table><tbody><tr><td>№</td><td>Назва</td></tr><tr><td>1</td>\
<td>Вода &amp; світло</td></tr></tbody></table></figure>
<!-- /wp:table -->"""


def test_gutenberg(move: Move) -> None:
    """Gutenberg."""
    move.media("2021/05/b.jpg", jpeg())
    move.run(item(1, content=GUTENBERG), attachment(20, "2021/05/b.jpg"))
    assert move.body(1) == (
        "Абзац **один**\n\n[Відео на YouTube](https://youtu.be/abc12345678)\n\n"
        '![Насос](images/2021/05/b.jpg "Підпис")\n\n'
        "| № | Назва |\n| --- | --- |\n| 1 | Вода & світло |"
    )
    assert "блок «latest-posts»" in move.report


def test_a_block_of_gutenberg_swallows_no_other(move: Move) -> None:
    """Settings of a block end with it: all between two of them is the text."""
    move.run(item(1, content=(
        '<!-- wp:paragraph {"align":"center"} --><p>Перший</p><!-- /wp:paragraph -->'
        '<!-- wp:paragraph --><p>Другий</p><!-- /wp:paragraph --><!-- wp:block {"ref":99} /-->'
        '<!-- wp:file --><div><a href="https://example.org/a.pdf">Звіт</a>'
        '<a href="https://example.org/a.pdf" class="wp-block-file__button">Завантажити</a></div>'
        "<!-- /wp:file -->"
    )))  # fmt: skip
    assert move.body(1) == "Перший\n\nДругий\n\n[Звіт](https://example.org/a.pdf)"


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ('[vc_row][vc_column width="1/2"][vc_column_text]А <b>б</b>\n\nв[/vc_column_text]'
         "[/vc_column][/vc_row]", "А **б**\n\nв"),
        ('[vc_btn title="Далі" link="url:https%3A%2F%2Frada.gov.ua%2F|title:x"]',
         "[Далі](https://rada.gov.ua/)"),
        ('[vc_custom_heading text="Назва"]Слова', "### Назва\n\nСлова"),
        ("[embed]https://example.org/x[/embed]", "<https://example.org/x>"),
        ('[su_spoiler title="Питання"]Відповідь[/su_spoiler]', "### Питання\n\nВідповідь"),
        ("[[gallery]] – код", "\\[gallery] – код"),
        ("[1] і [2, с. 5], [Зміни], [sic]", "\\[1] і \\[2, с. 5], \\[Зміни], \\[sic]"),
        ('[unknown_code a="b"]усередині[/unknown_code]', "усередині"),
        ('<iframe src="//www.youtube.com/embed/abc12345678?rel=0"></iframe>',
         "[Відео на YouTube](https://www.youtube.com/watch?v=abc12345678)"),
        ('<a href="javascript:alert(1)">х</a>', "х"),
        ("Рядок<br/>\nдругий", "Рядок  \nдругий"),
        ("&laquo;Лапки&raquo;&nbsp;&mdash; так", "«Лапки»\u00a0— так"),
        ("<table><tr><th colspan='2'>А</th></tr><tr><td>1</td><td>2</td></tr></table>",
         '<table>\n<thead>\n<tr><th colspan="2">А</th></tr>\n</thead>\n<tbody>\n'
         "<tr><td>1</td><td>2</td></tr>\n</tbody>\n</table>"),
    ],
)  # fmt: skip
def test_shortcodes_and_leftovers(move: Move, content: str, body: str) -> None:
    """Shortcodes and leftovers."""
    move.run(item(1, content=content))
    assert move.body(1) == body


def test_pictures_and_files_come_from_the_copy_of_uploads(move: Move) -> None:
    """Pictures and files come from the copy of uploads."""
    move.media("2021/05/Фото-1.jpg", jpeg())
    move.media("2021/05/zvit.pdf", (ROOT / "content/files/zrazok-zvitu.pdf").read_bytes())
    caption = (
        f'[caption id="a" width="300"]<a href="{URL}/wp-content/uploads/2021/05/Фото-1.jpg"><img '
        f'class="wp-image-20" src="{URL}/wp-content/uploads/2021/05/'
        '%D0%A4%D0%BE%D1%82%D0%BE-1-300x200.jpg" alt="" /></a> Ремонт[/caption]'
    )
    link = f'<a href="{URL}/wp-content/uploads/2021/05/zvit.pdf">Звіт</a>'
    gone = f'<img src="{URL}/wp-content/uploads/2021/05/nema.jpg" alt="Нема">'
    foreign = '<img src="https://example.org/x.png" alt="Чуже">'
    move.run(
        item(
            1, content="\n\n".join([caption, link, gone, foreign]), meta=(("_thumbnail_id", "20"),)
        ),
        attachment(
            20, "2021/05/Фото-1.jpg", "IMG_0001", parent=1, alt="Насосна", link=f"{URL}/x/foto/"
        ),
    )
    assert move.body(1) == (
        '![Насосна](images/2021/05/foto-1.jpg "Ремонт")\n\n[Звіт](files/2021/05/zvit.pdf)\n\n'
        f"[Зображення: Нема]({URL}/wp-content/uploads/2021/05/nema.jpg)\n\n"
        "[Зображення: Чуже](https://example.org/x.png)"
    )
    assert "image: images/2021/05/foto-1.jpg\nimage_alt: Насосна\n" in move.text(1)
    assert "/x/foto/" in move.text(1)
    moved = (move.site.content / "data/moved.tsv").read_text("utf-8")
    assert "/wp-content/uploads/2021/05/zvit.pdf\t/files/2021/05/zvit.pdf\n" in moved
    assert "nema.jpg: файла немає в теці uploads" in move.report


def test_a_page_of_an_attachment_leads_to_the_text_that_shows_it(move: Move) -> None:
    """A page of an attachment leads to the text that shows it."""
    move.media("2021/05/b.jpg", jpeg())
    picture = f'<img src="{URL}/wp-content/uploads/2021/05/b.jpg" alt="Насос">'
    move.run(item(1, content=picture), attachment(20, "2021/05/b.jpg", link=f"{URL}/nasos/"))
    moved = (move.site.content / "data/moved.tsv").read_text("utf-8")
    assert "/nasos/\t/novyny/2021/zrazok-1/\n/p/20/\t/novyny/2021/zrazok-1/\n" in moved
    move.site.build()
    assert 'url=/novyny/2021/zrazok-1/"' in move.site.read("nasos/index.html")


def test_no_upload_leads_out_of_the_copy(move: Move) -> None:
    """No upload leads out of the copy."""
    (move.base / "secret.txt").write_text("таємниця")
    (move.base / "uploads").mkdir()
    (move.base / "uploads/link.txt").symlink_to(move.base / "secret.txt")
    names = ("../secret.txt", "link.txt", "%2e%2e/secret.txt")
    links = [f'<a href="{URL}/wp-content/uploads/{name}">x</a>' for name in names]
    move.run(item(1, content="\n\n".join(links)))
    assert not (move.site.content / "files").exists()


def test_every_old_address_answers_in_the_built_site(move: Move) -> None:
    """Every old address answers in the built site."""
    move.run(
        item(1, slug="%d0%b0", link=f"{URL}/2021/05/%d0%b0/", terms=(NEWS,)),
        item(2, type_="page", slug="rada"),
        item(3, type_="page", slug="pid", parent=2, link=f"{URL}/rada/pid/"),
        item(4, terms=(NOTICES,), link=f"{URL}/archives/4"),
    )  # fmt: skip
    move.site.build()
    olds = ["/2021/05/%d0%b0/", "/rada/", "/rada/pid/", "/archives/4/", "/category/novyny/",
            "/category/novyny/ogoloshennya/", "/p/1/", "/p/2/", "/p/3/", "/p/4/"]  # fmt: skip
    for old in olds:
        assert (move.site.output / f"{unquote(old)[1:]}index.html").is_file(), old
    assert 'url=/novyny/2021/a/"' in move.site.read("2021/05/а/index.html")


def test_a_hostile_export_is_refused(move: Move, capsys: pytest.CaptureFixture[str]) -> None:
    """A hostile export is refused."""
    doctype = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    assert move.run(whole=export(item(1)).replace("<rss", f"{doctype}<rss", 1)) == 1
    assert "DOCTYPE" in capsys.readouterr().err
    assert move.run(whole="<html><body>x</body></html>") == 1
    assert "не виписка WordPress" in capsys.readouterr().err


def test_control_characters_and_a_cut_end(move: Move, capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters and a cut end."""
    whole = export(item(1, content="а\x0bб\x02"), item(2))
    assert move.run(whole=whole[: whole.rindex("<item>") + 200]) == 1
    assert "обривається" in capsys.readouterr().err
    assert move.body(1) == "аб"
    assert move.run(whole=whole) == 0
    assert move.body(2)


def test_a_broken_item_is_passed_over_and_named(
    move: Move, capsys: pytest.CaptureFixture[str]
) -> None:
    """What follows a broken item is moved all the same, also far behind it in a large file."""
    far = [item(number, content="<p>Слово.</p>" * 500) for number in range(10, 60)]
    broken = item(2, "Поламаний").replace("<wp:status>", "<<<& <wp:status>")
    assert move.run(item(1), broken, *far) == 1
    assert "пошкоджені записи не перенесено: «Поламаний»; решту перенесено" in (
        capsys.readouterr().err
    )
    assert len(move.texts()) == 52
    assert move.run(item(1), item(2, "Поламаний"), *far) == 0
    assert len(move.texts()) == 53


def test_an_item_without_a_number_is_nobody_s_parent(move: Move) -> None:
    """WordPress writes 0 for «no parent»; an item that lost its number is not that."""
    lost = item(0, slug="lost").replace("<wp:post_id>0<", "<wp:post_id><")
    assert move.run(lost, item(5, type_="page", slug="storinka")) == 0
    assert "pages/storinka.md" in move.texts()


def test_what_the_export_lacks_leaves_no_link(move: Move) -> None:
    """A picture of a gallery that is nowhere in the export is told, not linked to nothing."""
    assert move.run(item(1, content="<p>А</p>[gallery ids='777']<p>Б</p>")) == 0
    assert "https" not in move.body(1)


def test_packed_and_parted_exports(move: Move) -> None:
    """Packed and parted exports."""
    assert move.run(item(1), name="a.xml.gz") == 0
    folder = move.base / "exports"
    folder.mkdir()
    (folder / "1.xml").write_text(export(item(1), item(2)))
    (folder / "2.xml").write_text(export(item(2), item(3)))
    assert main([str(folder), *move.options()]) == 0
    assert len(move.texts()) == 4
    assert "| було перенесено раніше | 1 |" in move.report
    assert "| записів, що повторюються | 1 |" in move.report


def test_a_second_run_changes_nothing_even_what_was_moved(move: Move) -> None:
    """A second run changes nothing even what was moved."""
    posts = [item(1, slug="a"), item(2, slug="a", content=f'<a href="{URL}/?p=1">x</a>'), item(3)]
    move.run(*posts)
    first = move.site.content / "news/2021/2021-05-11-a.md"
    edited = first.read_text("utf-8").replace("Текст.", "Редактор був тут.")
    (move.site.content / "news/2021/inakshe.md").write_text(edited)
    first.unlink()
    before = move.texts()
    assert move.run(*posts, item(4, content=f'<a href="{URL}/?p=1">x</a>')) == 0
    after = move.texts()
    assert {path: after[path] for path in before} == before
    assert move.body(4) == "[x](news/2021/inakshe.md)"


def test_a_killed_run_goes_on(move: Move) -> None:
    """A killed run goes on."""
    count = 400
    (move.base / "uploads").mkdir()
    (move.base / "export.xml").write_text(
        export(*(item(n, f"Новина {n}") for n in range(1, count + 1)))
    )
    line = [
        sys.executable,
        "-m",
        "plugins.importing",
        str(move.base / "export.xml"),
        *move.options(),
    ]
    running = subprocess.Popen(line, cwd=ROOT, env=environment(), stderr=subprocess.PIPE)
    while len(list(move.site.content.rglob("*.md"))) < 20:
        assert running.poll() is None
        time.sleep(0.01)
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    half = move.texts()
    assert len(half) < count
    assert main(line[3:]) == 0
    assert len(move.texts()) == count + 1
    assert {path: move.texts()[path] for path in half} == half
    assert not [one for one in half if read_text(one, half[one].encode()).problems]


def test_what_fails_the_check_is_written_as_words_and_told(move: Move) -> None:
    """What fails the check is written as words and told."""
    deep = "<div>" * 300 + "глибоко" + "</div>" * 300
    many = "<p>" + "[ < " * 1500 + "</p>"
    move.run(item(1, content=deep), item(2, content=many), item(3, content=""), item(4, "я" * 900))
    assert move.body(1) == "глибоко"
    assert "state: unfinished" in move.text(2)
    assert "не пройшло перевірки" in move.report
    move.site.build()
