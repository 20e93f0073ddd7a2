"""Where links and pictures of a body lead: read, refused or made ready for the page.

A path from ``content/`` becomes ``content:<path>``: which address it gets is known only when
all texts are, so a later stage puts it there.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from plugins.council.markdown.fault import Fault
from plugins.council.markdown.fragments import text_of
from plugins.council.markdown.source import Source

_SPACES_AND_CONTROLS = "".join(map(chr, range(33))) + "\x7f"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_SCHEME = re.compile(r"[^/?#:]*:")
_OUTSIDE = re.compile(r"https?://[^\s/?#]|mailto:\s*\S|tel:\s*[+\d]", re.IGNORECASE)
_WEB = re.compile(r"https?:", re.IGNORECASE)
_SHOWN = 60  # characters of an address quoted in a message


class Reference(NamedTuple):
    """Where a link or a picture leads, and the line where it stands.

    ``target`` is a path from ``content/`` (``images/x.jpg``, ``acts/2021/a.md``); for an
    ``address`` a path of the site (``/novyny/``); for a ``web`` one the whole address, which may
    be the site's own (council/own_links.py); empty for a place in the same text.
    """

    target: str
    fragment: str
    line: int
    kind: Literal["link", "image", "address", "web"]


def settle_references(root: Element, source: Source) -> Iterator[Reference | Fault]:
    """Make every link and picture safe; yield where they lead and what is wrong.

    What is refused loses its tag: a link stays as text, a picture goes.
    """
    for element in root.iter():
        if element.tag == "img":
            yield from _settle_image(element, source)
        elif element.tag == "a" and not element.get("class"):  # ours, to notes, have one
            yield from _settle_link(element, source)


def _settle_link(element: Element, source: Source) -> Iterator[Reference | Fault]:
    typed = element.get("href", "")
    try:
        href, target, fragment = read_link(typed)
    except ValueError as error:
        text = text_of(element)
        line = _line(source, typed, f"[{text}", f">{text}")
        _drop(element)
        yield Fault(line, str(error), "link")
        return
    element.set("href", href)
    if not text_of(element).strip() and element.find(".//img") is None:
        message = f"посилання «{_short(typed)}» без тексту. Напишіть, куди воно веде: [назва](…)."
        yield Fault(_line(source, typed), message, "link")
    if target is None:
        if _WEB.match(href):
            element.set("rel", "noopener noreferrer")
            yield Reference(href.partition("#")[0], "", _line(source, typed), "web")
        return
    kind: Literal["link", "address"] = "address" if target.startswith("/") else "link"
    yield Reference(target, fragment, _line(source, typed), kind)


def _settle_image(element: Element, source: Source) -> Iterator[Reference | Fault]:
    typed = element.get("src", "")
    line = _line(source, typed, f"![{element.get('alt', '')}")
    try:
        src, target, _ = read_link(typed)
        if not target or target.startswith("/"):
            raise ValueError(
                f"зображення «{_short(typed)}» не з теки content. "
                "Покладіть файл у content/images/ і пишіть: ![опис](images/назва.jpg)."
            )
    except ValueError as error:
        _drop(element)
        yield Fault(line, str(error), "image")
        return
    element.set("src", src.partition("#")[0])
    if not element.get("alt", "").strip():
        advice = f"Скажіть словами, що на ньому: ![опис]({_short(typed)})."
        yield Fault(line, f"зображення «{_short(typed)}» без опису. {advice}", "alt")
    yield Reference(target, "", line, "image")


def _drop(element: Element) -> None:
    element.tag = "refused"  # no such tag passes the gate
    element.attrib.clear()


def _line(source: Source, address: str, *shown: str) -> int:
    typed = (f"({address}", f"<{address}", address) if address else ()
    return source.line_of(*typed, *shown)


def read_link(typed: str) -> tuple[str, str | None, str]:
    """Return the address for HTML, the target inside the site and the fragment.

    The target is ``None`` outside, empty for a fragment of the same text. Raises ValueError,
    in words for an editor, for whatever may not be linked (URL Standard, 4.4: browsers drop
    control characters and take «\\» for «/», so disguises are undone first).
    """
    text = typed.strip(_SPACES_AND_CONTROLS)
    shown = _short(text)
    if text in ("", "#"):
        raise ValueError("посилання без адреси. Впишіть її в дужках: [назва](files/назва.pdf).")
    if _CONTROL.search(text):
        raise ValueError(f"в адресі «{shown}» недрукований знак. Наберіть її наново.")
    if _OUTSIDE.match(text):
        return _outside(text), None, ""
    if _SCHEME.match(text):
        raise ValueError(
            f"посилання «{shown}» вилучено. Дозволено https:, http:, mailto:, tel: "
            "і шляхи від content/."
        )
    if "\\" in text:
        raise ValueError(f"у шляху «{shown}» зворотна риска. Пишіть звичайну: files/назва.pdf.")
    if text.startswith("//"):
        raise ValueError(f"адреса «{shown}» неповна. Почніть її з https:.")
    path, _, fragment = text.partition("#")
    fragment = unquote(fragment)
    anchor = f"#{quote(fragment, safe='/:.')}" if fragment else ""
    if path.startswith("/"):
        return path.replace(" ", "%20") + anchor, path.partition("?")[0], fragment
    if not path:
        return anchor or "#", "", fragment
    path = _content_path(path)
    return f"content:{quote(path, safe='/')}{anchor}", path, fragment


def _outside(text: str) -> str:
    scheme, _, rest = text.partition(":")
    return f"{scheme.lower()}:{rest.replace(' ', '' if scheme.lower() == 'tel' else '%20')}"


def _content_path(typed: str) -> str:
    path = unquote(typed)
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if ".." in parts or not parts or path.startswith("/") or "\\" in path or _CONTROL.search(path):
        raise ValueError(
            f"шлях «{_short(typed)}» веде за межі content/. "
            "Пишіть його від теки content: files/назва.pdf."
        )
    return "/".join(parts)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
