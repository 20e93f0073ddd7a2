"""What stands inside a paragraph, as a row of spans, and the Markdown of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import quote
from xml.etree.ElementTree import Element

from plugins.importing.markdown.escaping import escape, printable

_BOLD = {"b", "strong"}
_ITALIC = {"i", "em", "cite", "dfn", "var"}
_TAGS = {"sub", "sup", "s", "del", "strike"}
_DROPPED = {"script", "style", "noscript", "template", "input", "select", "textarea"}
_UPPER = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWER = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_HREF_SAFE = "/:?#@!$&'*+,;=%~-._"
_LINKABLE = re.compile(
    r"(?:https?://[^\s/?#]|mailto:\S|tel:[+\d]|/(?!/)|#|[\w.-]+/)", re.IGNORECASE
)
BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of one look; ``ready`` ones are Markdown already (pictures, notes)."""

    text: str
    bold: bool = False
    italic: bool = False
    tag: str = ""
    href: str = ""
    ready: bool = False


def spans_of(element: Element) -> list[Span]:
    """Return the spans inside an element, neighbours of one look joined, spaces made one."""
    return _tidy(_spans(element, Span("")))


def _spans(element: Element, look: Span) -> Iterator[Span]:
    if element.text:
        yield replace(look, text=element.text)
    for child in element:
        yield from _child(child, look)
        if child.tail:
            yield replace(look, text=child.tail)


def _child(child: Element, look: Span) -> Iterator[Span]:
    tag = child.tag
    if tag in _DROPPED or not isinstance(tag, str):
        return
    if tag == "br":
        yield replace(look, text=BREAK)
    elif tag == "img":
        if src := child.get("src"):
            yield replace(look, text=picture(src, child.get("alt", "")), ready=True, tag="")
    elif tag == "sup" and child.get("note"):
        yield replace(look, text=f"[^{child.get('note')}]", ready=True, href="", tag="")
    elif tag == "a":
        href = child.get("href", "").strip()
        yield from _spans(child, replace(look, href=href if is_linkable(href) else look.href))
    else:
        yield from _spans(child, _dressed(look, tag))


def _dressed(look: Span, tag: str) -> Span:
    if tag in _BOLD:
        return replace(look, bold=True)
    if tag in _ITALIC:
        return replace(look, italic=True)
    return replace(look, tag="s" if tag in ("strike", "del") else tag) if tag in _TAGS else look


def _tidy(spans: Iterable[Span]) -> list[Span]:
    tidy: list[Span] = []
    for span in spans:
        if not span.ready and span.text != BREAK:
            text = printable(span.text)
            span = replace(span, text=re.sub(r"[ \t\n\r\f\v]+", " ", text))
        if not span.text:
            continue
        last = tidy[-1] if tidy else None
        if last and last.text.endswith((" ", BREAK)) and not last.ready and not span.ready:
            span = replace(span, text=span.text.lstrip(" "))
        if last and not (last.ready or span.ready) and replace(last, text=span.text) == span:
            tidy[-1] = replace(last, text=last.text + span.text)
        elif span.text:
            tidy.append(span)
    return tidy


def words_of(spans: Iterable[Span]) -> str:
    """Return the plain words, for looking at how a paragraph begins."""
    return "".join(span.text for span in spans if not span.ready).strip()


def picture(src: str, alt: str, caption: str = "") -> str:
    """Return the Markdown of a picture."""
    title = ' "' + _one_line(caption).replace('"', "”").replace("\\", "/") + '"' if caption else ""
    words = escape(_one_line(alt)).replace("]", "\\]")
    return f"![{words}]({_address(src)}{title})"


def _one_line(text: str) -> str:
    return " ".join(printable(text).split())


def is_linkable(href: str) -> bool:
    """Say whether an address becomes a link: a page, a letter, a phone; no script, no disk."""
    return _LINKABLE.match(href) is not None


def _address(href: str) -> str:
    return quote(" ".join(href.split()), safe=_HREF_SAFE)


def markdown_of(spans: Iterable[Span], line_break: str = "  \n") -> str:
    """Return one paragraph's Markdown; lines inside it end with ``line_break``."""
    made = ""
    for href, some in groupby(spans, lambda span: span.href):
        part = _linked(href, list(some))
        if made.endswith("!") and part.startswith("["):
            made = made[:-1] + "\\!"  # an exclamation before a link makes no picture of it
        made += part
    lines = [line.strip(" \t") for line in made.split(BREAK)]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return line_break.join(line for line in lines if line or line_break != "  \n")


def _linked(href: str, spans: list[Span]) -> str:
    if not href:
        return _emphasised(spans)
    words = words_of(spans)
    if not words and not any(span.ready for span in spans):
        return ""
    lead, inner, trail = _edges(_emphasised(spans, in_link=True).replace(BREAK, " "))
    if all(span.ready or not span.text.strip() for span in spans) and f"({_address(href)}" in inner:
        return lead + inner + trail  # a picture that leads to itself
    if words == href and href.lower().startswith("http") and not re.search(r"[\s<>`*\\]", href):
        return f"{lead}<{href}>{trail}"
    return f"{lead}[{inner}]({_address(href)}){trail}"


def _emphasised(spans: list[Span], in_link: bool = False) -> str:
    made = ""
    for bold, some in groupby(spans, lambda span: span.bold):
        group = list(some)
        mixed = bold and len({span.italic for span in group}) > 1
        inner = "".join(_italic(span, mixed, in_link) for span in group)
        if bold:
            inner = _marked(inner, "**", "**")
        if made.endswith("*") and inner.startswith("*"):
            made += " "
        made += inner
    return made


def _italic(span: Span, as_tag: bool, in_link: bool) -> str:
    if span.ready:
        return span.text
    text = _tagged(span, in_link)
    if not span.italic:
        return text
    return _marked(text, "<em>", "</em>") if as_tag else _marked(text, "*", "*")


def _tagged(span: Span, in_link: bool) -> str:
    text = escape(span.text)
    if in_link:
        text = text.replace("]", "\\]")
    if not span.tag or not span.text.strip():
        return text
    if span.tag in ("sup", "sub") and re.fullmatch(r"[0-9]+", span.text):
        return span.text.translate(_UPPER if span.tag == "sup" else _LOWER)
    return _marked(text, f"<{span.tag}>", f"</{span.tag}>")


def _marked(text: str, before: str, after: str) -> str:
    """Mark each line by itself, spaces left outside; signs alone are not worth a mark."""
    lines = []
    for line in text.split(BREAK):
        lead, inner, trail = _edges(line)
        worth = re.search(r"\w", inner)
        lines.append(f"{lead}{before}{inner}{after}{trail}" if worth else line)
    return BREAK.join(lines)


def _edges(text: str) -> tuple[str, str, str]:
    inner = text.strip()
    at = text.find(inner) if inner else 0
    return text[:at], inner, text[at + len(inner) :]
