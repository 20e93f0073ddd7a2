import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.council.markdown import Body, read_body

TAG = re.compile(r'<(/?)([a-z0-9]+)((?: [a-z-]+="[^"]*")*)>')
PIECES = r"""
<script> </script> <svg+onload=x> <img+src=x+onerror=alert(1)> <b+class=point+style=x> <p </p>
[а](javascript:x) [а](JAVA&#115;CRIPT:x) ![б](data:x) <a+href="javascript:x"> </a> <!-- -->
" ' > < ` ``` &lt;script&gt; &#x3c; &quot; <![CDATA[ ]]> <? ?> <math> <style> <iframe+srcdoc=
</table> <td> <li> [^1] [^1]: *[а]: |а|б| |-|-| - 1. а) II. ## === --- > \\ {{а}} {%б%}
javascript: onclick= <h1> ![а](images/x.jpg") [а]: /x ** __ ~~~ href=" title="<script>" (( ]] ](
<textarea> <title> <noscript> <base> <form> *{аб}
"""
HOSTILE = st.lists(
    st.sampled_from([piece.replace("+", " ") for piece in re.split(r"[ \n]+", PIECES.strip())])
    | st.sampled_from(["\x00", "\x02", "\n", "\n\n", " ", "    "])
    | st.text(max_size=3),
    max_size=30,
).map("".join)


@given(HOSTILE, st.booleans())
@example("<div>&#<![x<p class=point>", False)
@example("<svg onload=x><script><img src=//example.org/x.png onerror=alert(1)>", False)
def test_no_text_makes_unsafe_html(source: str, legal: bool) -> None:
    """Whatever is typed, only known tags with harmless attributes come out, ids each once."""
    body, _ = read_body(source, legal=legal)
    rest = TAG.sub("", body.html)
    assert not re.search(r"<", rest)
    for tag in TAG.finditer(body.html):
        for name, value in re.findall(r' ([a-z-]+)="([^"]*)"', tag[3]):
            assert not re.match(r"on|style|srcdoc", name)
            if name in ("href", "src"):
                assert re.match(r"content:|https?:|mailto:|tel:|/(?!/)|#", value)
    tags = {tag[2] for tag in TAG.finditer(body.html)}
    assert not tags & {"script", "style", "iframe", "svg", "form", "base", "h1"}
    assert len(set(body.fragments)) == len(body.fragments)


@given(HOSTILE, st.booleans())
def test_reading_has_no_memory(source: str, legal: bool) -> None:
    """A body is a function of its text: what was read before does not matter."""
    first = read_body(source, legal=legal)
    read_body("[^1]: а\n\n*[а]: б\n\n[а]: /x", legal=legal)
    assert read_body(source, legal=legal) == first


@pytest.mark.parametrize("legal", [False, True])
@pytest.mark.parametrize("source", ["", "\n", "\x00", "\x02wzxhzdk:0\x03", "\u2028", "&#0;"])
def test_hardly_any_text_is_no_trouble(source: str, legal: bool) -> None:
    """Empty and odd bodies are read without a fault."""
    assert read_body(source, legal=legal)[1] == ()


def test_an_empty_body_is_empty() -> None:
    """Nothing typed gives nothing."""
    assert read_body("", legal=False) == (Body(), ())


def test_ordinary_text_is_typeset_and_legal_text_is_not() -> None:
    """News get «» and dashes, headings in the outline too; acts and English texts do not."""
    source = '## "Слово" - діло'
    assert read_body(source, legal=False)[0].outline[0].text == "«Слово»\u00a0– діло"
    for body, _ in (read_body(source, legal=True), read_body(source, legal=False, lang="en")):
        assert body.outline[0].text == '"Слово" - діло'
        assert body.text == '"Слово" - діло'


def test_faults_come_in_the_order_of_lines() -> None:
    """All faults of a body come at once, from the first line to the last."""
    source = "![](images/x.jpg)\n\n<b onclick=x>а</b>\n\n[б](../в)"
    _, faults = read_body(source, legal=False, first_line=4)
    assert [(fault.line, fault.rule) for fault in faults] == [(4, "alt"), (6, "html"), (8, "link")]
