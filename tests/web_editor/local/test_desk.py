"""A stolen account stays within texts, pictures and files; nothing else is read or written."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plugins.web_editor.local.desk import Desk, DeskError, restore, write_all

NEWS = "---\ntitle: А\ndate: 2026-11-23\n---\nТекст.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A content folder with a text, a ledger and a link that leads away."""
    content = tmp_path / "content"
    for folder in ("news/2026", "data", "images", "acts/2026"):
        (content / folder).mkdir(parents=True)
    (content / "news/2026/a.md").write_text(NEWS)
    (content / "data/ledger.tsv").write_text("")
    (tmp_path / "secret.md").write_text("таємне")
    (content / "news/link.md").symlink_to(tmp_path / "secret.md")
    (content / "pages").symlink_to(tmp_path)
    return Desk(content)


@pytest.mark.parametrize(
    "path",
    [
        "content/data/ledger.tsv", "content/data/site.yaml", "content/news/../data/ledger.tsv",
        "content/../pelicanconf.py", "../x.md", "/etc/passwd", "content//etc/passwd.md",
        "content/news/.hidden.md", "content/.git/config", ".git/hooks/pre-commit",
        "content/news/x.html", "content/news/x.py", "content/x.md", "content/nema/x.md",
        "content/images/x.svg", "content/images/x.html", "content/files/x.exe", "content/images",
        "content\\news\\x.md", "content/news/a\u0000.md", "content/news/link.md",
        "content/pages/secret.md", "plugins/web_editor/__init__.py", "content/news/и\u0306.md", "",
    ],
)  # fmt: skip
def test_not_the_editors(desk: Desk, path: str) -> None:
    """Each of these is refused before the disk is touched."""
    with pytest.raises(DeskError, match=r"не текст, не зображення|за посиланням"):
        desk.place(path)


def test_the_editors(desk: Desk) -> None:
    """Texts of a kind at any depth, pictures and attachments."""
    for path in (
        "content/news/2026/нова.md", "content/acts/2026/x.md", "content/images/foto.JPG",
        "content/files/Звіт 2026.pdf", "content/files/2026/x.csv",
    ):  # fmt: skip
        assert desk.place(path) == desk.folder / path.removeprefix("content/")


def test_lists_follow_no_links(desk: Desk) -> None:
    """A list shows ordinary files only, as deep as asked."""
    assert list(desk.texts("content/news", 2)) == ["content/news/2026/a.md"]
    assert list(desk.texts("content/news", 1)) == []
    for folder in ("content/pages", "content/data", "content", "content/news/2026", ".."):
        assert list(desk.texts(folder, 3)) == []
    assert list(desk.uploads("content/data")) == []


def test_faults_of_a_text(desk: Desk) -> None:
    """All that is wrong is said at once, in the words of `make check`."""
    with pytest.raises(DeskError) as caught:
        desk.require_good("content/news/2026/b.md", b"---\ntitle:\ndate: 31.02.2026\n---\n")
    assert "title: " in str(caught.value) and "date: дня 31 лютого не існує" in str(caught.value)
    desk.require_good("content/news/2026/b.md", NEWS.encode())


def test_bytes_are_what_the_name_says(desk: Desk) -> None:
    """A page called a picture is no picture."""
    with pytest.raises(DeskError, match=r"x\.jpg: "):
        desk.require_good("content/images/x.jpg", b"<script>alert(1)</script>")
    picture = BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "JPEG")
    desk.require_good("content/images/x.jpg", picture.getvalue())


def test_acts_are_not_removed(desk: Desk) -> None:
    """An act is withdrawn with a reason; a news item may go."""
    with pytest.raises(DeskError, match="не видаляють"):
        desk.removable("content/acts/2026/x.md")
    assert desk.removable("content/news/2026/a.md").is_file()


def test_written_and_put_back(desk: Desk) -> None:
    """What was there is remembered, also that there was nothing."""
    old, new = desk.place("content/news/2026/a.md"), desk.place("content/news/2027/b.md")
    before = write_all({old: b"1", new: b"2"})
    assert (old.read_bytes(), new.read_bytes()) == (b"1", b"2")
    restore(before)
    assert old.read_text() == NEWS and not new.exists()
    assert not list(desk.folder.rglob("*.new"))
