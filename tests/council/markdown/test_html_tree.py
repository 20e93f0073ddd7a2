import pytest

from plugins.council.markdown.html_tree import TooDeepError, plain_text, to_html, to_tree


@pytest.mark.parametrize(
    ("html", "mended"),
    [
        ("<p>а &lt; б &amp;lt;</p>", "<p>а &lt; б &amp;lt;</p>"),
        ("<ul><li>а<li>б</ul>", "<ul><li>а</li><li>б</li></ul>"),
        ("<b>а", "<b>а</b>"),
        ("а</b>б", "аб"),
        ("<b><i>а</b>б</i>", "<b><i>а</i></b>б"),
        ("<p>а<br>б<img alt='в'></p>", '<p>а<br>б<img alt="в"></p>'),
    ],
)
def test_html_survives_the_tree(html: str, mended: str) -> None:
    """Good HTML comes out as it went in, bad HTML with its tags closed."""
    assert to_html(to_tree(html)) == mended


def test_a_bottomless_tree_is_refused() -> None:
    """Tags that never close cannot exhaust the machine."""
    with pytest.raises(TooDeepError):
        to_tree("<i>" * 300)


def test_plain_text_has_a_line_for_each_block() -> None:
    """Cells and items do not run together, a number stays at its word, notes lose their arrows."""
    html = (
        '<h2 id="a">А</h2><p><span>1.</span>Б &amp; <b>в</b>\nг</p><table><tr><td>1</td><td>2</td>'
        '</tr></table><p>Нота <a class="footnote-backref" href="#x">↩</a></p><img alt="x > y">'
    )
    assert plain_text(html).split("\n") == ["А", "1.Б & в г", "1", "2", "Нота"]
