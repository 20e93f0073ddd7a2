from itertools import pairwise

from lxml import etree

from tests.benchmarks.chart import CLOSE, draw

LINES = {
    "Hugo": [(1000, 0.5), (20000, 10.0)],
    "this site & one edit": [(1000, 0.3), (20000, 0.31)],
    "nearly the same": [(1000, 0.3), (20000, 0.3)],
}


def test_chart_says_in_words_what_it_shows() -> None:
    """The SVG is well-formed, has a title and every point in its description."""
    root = etree.fromstring(draw("Time & size", LINES).encode())
    texts = {etree.QName(element).localname: element.text for element in root.iter()}
    assert texts["title"] == "Time & size"
    assert "this site & one edit: 0.30 s at 1,000, 0.31 s at 20,000." in str(texts["desc"])


def test_labels_do_not_cover_one_another() -> None:
    """Lines that end at the same height have their names apart."""
    root = etree.fromstring(draw("Time", LINES).encode())
    heights = sorted(float(label.get("y", "")) for label in root.iterfind("{*}g/{*}text"))
    assert len(heights) == len(LINES)
    assert all(lower - upper >= CLOSE for upper, lower in pairwise(heights))
