import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.markdown import Reference, read_body
from plugins.council.markdown.references import read_link


@pytest.mark.parametrize(
    ("typed", "href", "target", "fragment"),
    [
        ("acts/2021/a.md", "content:acts/2021/a.md", "acts/2021/a.md", ""),
        ("acts/a.md#punkt-1.1", "content:acts/a.md#punkt-1.1", "acts/a.md", "punkt-1.1"),
        ("files/мій файл.pdf", "content:files/%D0%BC%D1%96%D0%B9%20%D1%84%D0%B0%D0%B9%D0%BB.pdf",
         "files/мій файл.pdf", ""),
        ("files/%D0%BC%20x.pdf", "content:files/%D0%BC%20x.pdf", "files/м x.pdf", ""),
        ("./files//x.pdf", "content:files/x.pdf", "files/x.pdf", ""),
        ("files/10:30.pdf", "content:files/10%3A30.pdf", "files/10:30.pdf", ""),
        ("/novyny/2026/", "/novyny/2026/", "/novyny/2026/", ""),
        ("/poshuk/?q=вода#x", "/poshuk/?q=вода#x", "/poshuk/", "x"),
        ("#punkt-1", "#punkt-1", "", "punkt-1"),
        ("HTTPS://krm.gov.ua/a b", "https://krm.gov.ua/a%20b", None, ""),
        ("mailto:ip@krm.gov.ua", "mailto:ip@krm.gov.ua", None, ""),
        ("tel:+38 0626 48 55 11", "tel:+380626485511", None, ""),
    ],
)  # fmt: skip
def test_reads_where_a_link_leads(typed: str, href: str, target: str | None, fragment: str) -> None:
    """Paths from content, addresses of the site, places of the text and the outside differ."""
    assert read_link(typed) == (href, target, fragment)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "без адреси"),
        ("javascript:alert(1)", "вилучено"),
        ("JaVaScRiPt:alert(1)", "вилучено"),
        (" \x01javascript:alert(1)", "вилучено"),
        ("java\nscript:alert(1)", "недрукований"),
        ("java\tscript:alert(1)", "недрукований"),
        ("vbscript:x", "вилучено"),
        ("data:text/html,x", "вилучено"),
        ("content:../x", "вилучено"),
        ("C:\\x.pdf", "вилучено"),
        ("https:x", "вилучено"),
        ("//example.com/x", "неповна"),
        ("/\\example.com", "зворотна риска"),
        ("images\\x.jpg", "зворотна риска"),
        ("../x.pdf", "за межі"),
        ("files/../../x.pdf", "за межі"),
        ("files/%2e%2e/%2e%2e/x.pdf", "за межі"),
        ("files%5c..%5cx.pdf", "за межі"),
        ("%2Fetc/passwd", "за межі"),
        ("files/%00.pdf", "за межі"),
    ],
)
def test_refuses_what_may_not_be_linked(typed: str, words: str) -> None:
    """Scripts in every disguise, ways out of content and half addresses are refused in words."""
    with pytest.raises(ValueError, match=words):
        read_link(typed)


@given(st.text(st.sampled_from("abаб/.#:%2eE5c\\ ?&\t\x00javscript"), max_size=30))
def test_what_is_accepted_stays_inside(typed: str) -> None:
    """No accepted path climbs, and no accepted address has a scheme but the five allowed."""
    try:
        href, target, _ = read_link(typed)
    except ValueError:
        return
    assert href.startswith(("content:", "/", "#", "http:", "https:", "mailto:", "tel:"))
    assert not href.startswith("//")
    if target and not target.startswith("/"):
        assert not {"..", ".", ""} & set(target.split("/"))


def test_references_tell_line_and_kind() -> None:
    """Every link and picture is reported with the line where it stands, save mail and phones."""
    source = (
        "[а](acts/a.md#x)\n\n![б](images/мій x.jpg)\n[в](/q/) [г](#r) [ґ](<files/в г.pdf>)\n"
        "[д](https://e.com/a?b#c) <HTTP://e.com> [е](mailto:a@e.com) [є](tel:102)"
    )
    body, faults = read_body(source, legal=False, first_line=7)
    assert faults == ()
    assert body.references == (
        Reference("acts/a.md", "x", 7, "link"),
        Reference("images/мій x.jpg", "", 9, "image"),
        Reference("/q/", "", 10, "address"),
        Reference("", "r", 10, "link"),
        Reference("files/в г.pdf", "", 10, "link"),
        Reference("https://e.com/a?b", "", 11, "web"),
        Reference("http://e.com", "", 11, "web"),
    )


@pytest.mark.parametrize(
    ("source", "html", "rule"),
    [
        ("[текст](javascript:x)", "<p>текст</p>", "link"),
        ("[текст](&#106;avascript:x)", "<p>текст</p>", "link"),
        ('<a href="java&#115;cript:x">текст</a>', "<p>текст</p>", "link"),
        ("[](files/x.pdf)", '<p><a href="content:files/x.pdf"></a></p>', "link"),
        ("![опис](https://e.com/x.jpg) далі", "<p> далі</p>", "image"),
        ("![опис](data:image/png;base64,x)", "", "image"),
        ("![опис](/images/x.jpg)", "", "image"),
        ("![](images/x.jpg)", '<figure><img src="content:images/x.jpg" alt=""></figure>', "alt"),
    ],
)
def test_says_what_is_wrong_with_a_link(source: str, html: str, rule: str) -> None:
    """A refused link stays as text, a refused picture goes, and the editor is told the line."""
    body, faults = read_body("Вище.\n\n" + source, legal=False, first_line=3)
    assert body.html == f"<p>Вище.</p>\n{html}".strip()
    assert [(fault.rule, fault.severity) for fault in faults] == [(rule, "error")]
    assert faults[0].line == 5


def test_only_outside_links_are_marked() -> None:
    """Other sites learn nothing of the reader; our own pages need no such care."""
    body, _ = read_body("[їх](https://e.com/) [наше](/q/)", legal=False)
    assert body.html == (
        '<p><a href="https://e.com/" rel="noopener noreferrer">їх</a> <a href="/q/">наше</a></p>'
    )
