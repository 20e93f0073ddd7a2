import pytest

from plugins.council.markdown import read_body


@pytest.mark.parametrize(
    ("source", "html", "named", "severity"),
    [
        ("<script>alert(1)</script>", "", "<script>", "error"),
        ("Текст <script>alert(1)</script>", "<p>Текст </p>", "<script>", "error"),
        ("<b onclick=x>Так</b>", "<p><b>Так</b></p>", "onclick", "error"),
        ("<iframe src=/x>Ні</iframe>", "", "<iframe>", "error"),
        ("<svg onload=x><script>y</script></svg>", "", "<svg>, onload, <script>", "error"),
        ("<form action=/x>Так</form>", "Так", "<form>, action", "error"),
        ("<meta http-equiv=refresh content=1>", "", "<meta>", "error"),
        ("Вода <base href=//e.com>", "<p>Вода </p>", "<base>", "error"),
        ("<style>p{}</style>", "", "<style>", "error"),
        ("Лист <name> тут", "<p>Лист  тут</p>", "<name>", "error"),
        ("<?php echo 1 ?>", "", "<?", "error"),
        ("<p style='color:red'>Так</p>", "<p>Так</p>", "style", "warning"),
        ("<font color=red>Так</font>", "<p>Так</p>", "<font>", "warning"),
        ("<p class=point id=main>Так</p>", "<p>Так</p>", "class, id", "warning"),
    ],
)
def test_says_what_was_removed(source: str, html: str, named: str, severity: str) -> None:
    """Harm is an error, mere looks a warning; both are neutralised, named and given a line."""
    body, faults = read_body("Вище.\n\n" + source, legal=False, first_line=3)
    assert body.html == f"<p>Вище.</p>\n{html}".strip()
    assert [(fault.rule, fault.severity, fault.line) for fault in faults] == [("html", severity, 5)]
    assert named in faults[0].message


@pytest.mark.parametrize(
    "source",
    [
        "<!-- замітка -->\n\nТекст",
        "Текст<!-- замітка -->",
        "<b>Текст</b>",
        "H<sub>2</sub>O, 5&nbsp;м&sup2;",
        "<details><summary>Більше</summary>Текст</details>",
        '<a href="https://e.com/" target="_blank" rel="x">Текст</a>',
        "a < b > c & d",
        "{{ config }} {% include x %}",
    ],
)
def test_ordinary_html_is_no_fault(source: str) -> None:
    """Prose tags, entities and comments pass in silence, template signs are text."""
    assert read_body(source, legal=False)[1] == ()


def test_typed_html_cannot_look_like_ours() -> None:
    """An editor's class, id or fragment never clashes with those that the site gives."""
    source = '<p class="point" id="punkt-1">x</p>\n\n<div class="gallery" role="x">y</div>\n\n1. z'
    body, _ = read_body(source, legal=True)
    assert body.fragments == ("punkt-1",)
    assert body.html.count("class=") == 2  # of the real point and its number
    assert "role" not in body.html


def test_comments_vanish() -> None:
    """Nothing of a comment reaches the page."""
    assert read_body("А <!-- таємниця --> б", legal=True)[0].html == "<p>А  б</p>"
