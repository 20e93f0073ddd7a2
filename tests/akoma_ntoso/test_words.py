"""Not one word of an act is lost, doubled or moved on its way into the file."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from plugins.council.markdown import Body
from tests.akoma_ntoso.acts import AKN, Archive, lines, of_words, said
from tests.site.built_site import COUNCIL, ROOT, TINY

ACTS = sorted([*COUNCIL.glob("acts/**/*.md"), *TINY.glob("acts/**/*.md")])
DATA = {file.name: file.read_text() for file in (COUNCIL / "data").glob("*.yaml")}

WORDS = st.text("абвгІіїєґ ,.;:-–()№«»1", max_size=12) | st.sampled_from(
    ["**важливо**", "*курсив*", "[закон](https://example.org/а?б=[1]&в)", "5 < 6 & 7", "x^2",
     "<b><p>жирний</p> далі</b>", "текст<br>рядок", "![](images/x.jpg)", "примітка[^1]",
     "<q>слова</q>", "H<sub>2</sub>O", "<a>без адреси</a>", "[пункт](#punkt-1)", "\x01", "\u2028"]
)  # fmt: skip
BEGINNINGS = [
    "1.", "2. ", "2-1. ", "3¹. ", "1.1. ", "1.1.1. ", "1.2 ", "1) ", "2-1) ", "1.1) ", "а) ", "ь) ",
    "• ", "– ", "- ", "## I. ", "## ІІ.", "### Розділ 2 ", "## ", "### ", "I. ", "Розділ 3. ", "> ",
    "> 1. ", "**1.** ", "1.**5** ", "Додаток", "Додаток 2 до ", "ЗАТВЕРДЖЕНО ", "ВИРІШИЛА:", "", "",
    "Секретар ", "| а | ", "<div>", "<ul>", "<ul><li>", "<ol start=3><li>", "<ol start=x>",
    "1. 1. ", "<table><tr><td>", "<table><caption>а</caption><caption>б</caption><tr><th>",
    "<td colspan=x>", "<details><summary>а</summary>", "<dl><dt>а<dd>", "<pre>", "<ul><ul>",
    "[^1]: ", "<table>а", "<li><table><tr><td>а<td>", "<table></table>", "***\n",
    "<h3>а</h3>",
]  # fmt: skip
TAGS = re.findall(
    "<[^>]+>",
    """
<a> <abbr> <b> </b> <bdi> <blockquote> </blockquote> <br> <caption> <code> <col> <dd> <del>
<details> <div> </div> <dl> </dl> <dt> <em> </em> <figcaption> <figure> </figure> <h1> </h1> <h4>
</h4> <hr> <i> </i> <ins> <li> </li> <mark> <ol> </ol> <p> </p> <pre> </pre> <q> <section> <small>
<span> <sub> <summary> <sup> <table> </table> <tbody> <td> </td> <tfoot> <th> </th> <thead> <time>
<tr> </tr> <u> <ul> </ul> <var> <wbr>
""",
)
LINES = st.tuples(st.sampled_from(BEGINNINGS), WORDS, st.sampled_from(["\n", "\n\n"]))
BODIES = st.lists(LINES.map("".join), max_size=14).map("".join)


_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def squeezed(text: str) -> str:
    """Return a text without blanks and without signs that XML cannot hold."""
    return "".join(_NOT_XML.sub("", text).split())


def assert_same_words(root: etree._Element, body: Body) -> None:
    """All words stand there in their order; none has grown together with its neighbour.

    A number that leads to a note stands in the file too, and is no word.
    """
    for mark in root.iter(AKN + "a"):
        if "#fn-" in mark.get("href", ""):
            mark.text = ""
    assert squeezed(said(root)) == squeezed(body.text)
    whole = " ".join(_NOT_XML.sub("", body.text).split())
    for line in lines(root):
        assert line in whole


@pytest.mark.parametrize("file", ACTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_acts_of_the_repository_keep_their_words(file: Path) -> None:
    """The text of the file is the text of the page, and the schema of OASIS accepts it."""
    bare = re.sub("(?m)^(owner|attachments|adopted_from|  - .file):?.*\n", "", file.read_text())
    archive = Archive({"acts/1.md": bare}, data=DATA)
    assert_same_words(archive.tree("acts/1.md"), archive.bodies["acts/1.md"])


@settings(deadline=None)  # the first act waits for the schema
@given(BODIES)
@example("")
@example("1. а\n\nб:\n\n2. в\n\nг\n\nДодаток\n\n1. ґ\n\nд")
@example("| а | б |\n| --- | --- |\n| в | г |")
@example("1. примітка[^1]\n\n[^1]: а")
def test_any_act_keeps_its_words(source: str) -> None:
    """Points, headings, tables, lists and an editor's own HTML in any order and any disorder."""
    assert_same_words(*of_words(source))


@settings(deadline=None)
@given(st.lists(st.sampled_from(TAGS) | st.text("а1.)\n <>&\"'\x01", max_size=3), max_size=25))
def test_html_of_any_shape_keeps_its_words(pieces: list[str]) -> None:
    """Tags inside one another as no schema allows them."""
    assert_same_words(*of_words("".join(pieces)))


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    """A control sign, typed by its number, does not break the file."""
    root, _ = of_words("1. Вода&#1; <b>і</b> світло & < >&#x1f;.")
    assert lines(root) == ["Вода і світло & < >."]
