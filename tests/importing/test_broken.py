"""Whatever breaks in a file, an editor gets words, never a traceback."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.council.text_reading import read_text
from plugins.importing.documents import read_document
from plugins.importing.existing import Existing
from plugins.importing.refusal import Refusal
from plugins.importing.wordpress.entries import Archive, entry_of
from plugins.importing.wordpress.items import Item
from plugins.importing.wordpress.mapping import Correspondence
from plugins.importing.wordpress.plan import make_plan
from plugins.importing.wordpress.posts import Surroundings, now_in_kyiv, write_post
from plugins.importing.wordpress.uploads import Uploads

MADE = Path(__file__).with_name("made_by_libreoffice")
PIECES = [
    "<p>", "</p>", "<b>", "</b>", '<a href="', "https://krm.gov.ua/x/", '">', "</a>", '<img src="',
    '/wp-content/uploads/a.jpg" alt="x">', '[gallery ids="1,2"]', '[caption width="1"]',
    "[/caption]", "[vc_row]", "[/vc_row]", '[vc_btn link="url:x"]', "\n\n", "\n", "слово ",
    "&nbsp;", "&#8211;", "<ul><li>", "</li></ul>", "<table><tr><td>", "</td><td>",
    "</td></tr></table>", "<!--more-->", "<!-- wp:paragraph -->", "<iframe src='//x.ua'>", "*", "_",
    "[", "](", "`", "# ", "1. ", "- ", "> ", "|", "<script>x</script>", "<br>", "<h2>", '"', "'",
    "<blockquote>", "<pre>", "[embed]https://x.ua[/embed]", "http://[::1", "<o:p></o:p>", "\\", "=",
    "---", "<", ">", "\x02", "\ufffe", "😀", "[^1]", "[[x]]", '<a href="?p=2">',
]  # fmt: skip


@pytest.mark.parametrize("name", ["rishennia.docx", "rishennia.odt", "rishennia.pdf"])
@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=20))
def test_broken_bytes_are_refused_or_read(name: str, changes: list[tuple[float, int]]) -> None:
    """Broken bytes are refused or read."""
    data = bytearray((MADE / name).read_bytes())
    for place, byte in changes:
        data[int(place * len(data))] = byte
    with suppress(Refusal):
        read_document(name, bytes(data))


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from(PIECES))
def test_any_old_text_passes_the_check(content: str, title: str) -> None:
    """Any old text passes the check."""
    said = {"post_id": "1", "post_type": "post", "status": "publish", "title": title,
            "post_date": "2021-05-05 10:00:00", "link": "https://krm.gov.ua/x/"}  # fmt: skip
    item = Item(fields=said, content=content, excerpt=content)
    archive = Archive(url="https://krm.gov.ua", entries={1: entry_of(item)})
    plan, how = make_plan(archive, Correspondence(), Existing()), Correspondence()
    uploads = Uploads(Path("/nowhere"), None)
    around = Surroundings(archive, plan, how, uploads, {}, now_in_kyiv())
    written = write_post(item, archive.entries[1], plan.places[1], around)
    assert written.finished, written.left
    assert not read_text(plan.places[1].path, written.text.encode()).problems
