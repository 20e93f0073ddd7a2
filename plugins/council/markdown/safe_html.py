"""HTML that may stand on a page: what is allowed, what of an editor's HTML is not, the gate.

Everything published passes the gate (``clean``), whoever wrote it; what the gate would leave as it
is need not (``plain_html.is_plain``). HTML that an editor typed is stripped of classes and ids
before that, so it cannot look like a part of the page.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import nh3

from plugins.council.markdown.fault import Fault
from plugins.council.markdown.source import Source

_TAGS = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col",
    "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p",
    "pre", "q", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
})  # fmt: skip
_LOOKS = frozenset({
    "address", "article", "aside", "basefont", "big", "blink", "center", "font", "footer",
    "header", "hgroup", "label", "main", "marquee", "nav", "nobr", "strike", "tt",
})  # fmt: skip
_CONTENT_TOO = frozenset({
    "script", "style", "svg", "math", "template", "iframe", "noscript", "object", "title",
})  # fmt: skip
_EVERYWHERE = frozenset({"lang", "dir"})
_AUTHORS: dict[str, frozenset[str]] = {
    "a": frozenset({"href", "title"}),
    "abbr": frozenset({"title"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "title"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "td": frozenset({"colspan", "rowspan", "align"}),
    "th": frozenset({"colspan", "rowspan", "align", "scope"}),
    "time": frozenset({"datetime"}),
}
_OURS: dict[str, frozenset[str]] = {
    "a": frozenset({"rel", "aria-label"}),
    "section": frozenset({"tabindex", "aria-label"}),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "li", "p", "sup"), frozenset({"id"})),
}
_CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote", "gallery"},
    "section": {"table-scroll"},
    "p": {"point", "point--1", "point--2", "point--3"},
    "span": {"point__number"},
    "td": {"align-left", "align-center", "align-right"},
    "th": {"align-left", "align-center", "align-right"},
}
_MEANINGLESS = frozenset({"rel", "target", "width", "height", "loading", "decoding"})
_HARMFUL = frozenset({"srcdoc", "formaction", "action", "srcset", "background", "xlink:href"})
_LONE_AMPERSAND = re.compile(r"&(?!(?:\w+|#\d+|#[xX][0-9a-fA-F]+);)")
_NAME = re.compile(r"[a-z_:][a-z0-9_.:-]*", re.I)  # of an attribute; in «a<b і c>d» is none
_EMPTY = re.compile(r"<p>\s*</p>\n?")
_NAMED = 5  # names in one message

_gate = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags=set(_CONTENT_TOO),
    attributes={
        "*": set(_EVERYWHERE),
        **{
            tag: set(_AUTHORS.get(tag, frozenset()) | _OURS.get(tag, frozenset()))
            for tag in {*_AUTHORS, *_OURS}
        },
    },
    allowed_classes=_CLASSES,
    url_schemes={"http", "https", "mailto", "tel", "content"},
    link_rel=None,
)


def clean(html: str) -> str:
    """Return the HTML with nothing in it but what a page of ours may hold."""
    return trimmed(_gate.clean(html).replace("&nbsp;", "\u00a0"))


def trimmed(html: str) -> str:
    """Return the HTML without empty paragraphs."""
    return _EMPTY.sub("", html).strip("\n")


class _Typed(HTMLParser):
    """One piece of HTML as the editor typed it, without attributes that are not his to give.

    What the parser does not understand as a tag is kept as text.
    """

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self.removed: list[tuple[str, bool]] = []
        self.feed(_LONE_AMPERSAND.sub("&amp;", text))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.removed.append((f"<{tag}>", tag not in _LOOKS))
        allowed = _AUTHORS.get(tag, frozenset()) | _EVERYWHERE
        kept = ""
        for name, value in attrs:
            if name in allowed:
                kept += f' {name}="{_quoted(value or "")}"'
            elif name.startswith("on") or name in _HARMFUL:
                self.removed.append((name, True))
            elif not _NAME.fullmatch(name):
                self.removed.append((f"<{tag} {name}", True))
                break
            elif tag in _TAGS and name not in _MEANINGLESS:
                self.removed.append((name, False))
        self.kept.append(f"<{tag}{kept}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _TAGS:
            self.removed.append((f"</{tag}>", tag not in _LOOKS))
        self.kept.append(f"</{tag}>")

    def handle_comment(self, data: str) -> None:
        if data.lstrip().lower().startswith("[if"):  # old browsers run what is in it
            self.removed.append(("<!--[if", True))

    def handle_data(self, data: str) -> None:
        self.kept.append(data.replace("<", "&lt;"))

    def handle_entityref(self, name: str) -> None:
        self.kept.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.kept.append(f"&#{name};")

    def handle_pi(self, data: str) -> None:
        self.removed.append((f"<?{data.partition(' ')[0]}", True))

    def parse_html_declaration(self, i: int) -> int:
        if not self.rawdata.startswith("<![", i):
            return super().parse_html_declaration(i)
        self.kept.append("&lt;![")  # the parser of Python 3.11 breaks on «<![x»
        return i + 3


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def strip_typed(pieces: list[str], source: Source) -> Iterator[Fault]:
    """Strip the editor's own pieces of HTML, in place, and say what was not allowed."""
    removed: list[tuple[str, bool, int]] = []
    for number, piece in enumerate(pieces):
        if piece.startswith('<pre><code class="language-'):  # a fenced code block
            piece = "<pre><code>" + piece.partition(">")[2].partition(">")[2]
        typed = _Typed(piece)
        pieces[number] = "".join(typed.kept)
        if typed.removed:
            line = source.line_of(piece.strip(), piece.strip().partition("\n")[0])
            removed += [(name, harmful, line) for name, harmful in typed.removed]
    yield from _faults(removed)


def _faults(removed: list[tuple[str, bool, int]]) -> Iterator[Fault]:
    opened = {name for name, _, _ in removed}
    # An end is told by itself only where nothing of that name begins.
    removed = [one for one in removed if one[0].replace("</", "<") not in opened - {one[0]}]
    harm = [(name, line) for name, harmful, line in removed if harmful]
    looks = [(name, line) for name, harmful, line in removed if not harmful]
    if harm:
        message = (
            f"HTML, якому тут не місце: {_names(harm)}. Приберіть його з тексту; "
            "якщо це просто знак «<», пишіть «&lt;»."
        )
        yield Fault(harm[0][1], message, "html", "error")
    if looks:
        message = f"оформлення в HTML не діє: {_names(looks)}. Вигляд задає тема сайту."
        yield Fault(looks[0][1], message, "html", "warning")


def _names(found: list[tuple[str, int]]) -> str:
    names = list(dict.fromkeys(name for name, _ in found))
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
