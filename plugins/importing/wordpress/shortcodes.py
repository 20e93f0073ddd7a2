"""Shortcodes of WordPress and of its page builders: turned into HTML, or taken off and told."""

import base64
import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

_TAG = re.compile(
    r"\[(?P<close>/?)(?P<name>[A-Za-z][\w-]*)"
    r"(?P<typed>(?:[\s=](?:[^\[\]\"'<>«]|\"[^\"]*\"|'[^']*'|«[^»]*»)*)?)/?\]"
)
_ESCAPED = re.compile(r"\[(\[[^\[\]]+\])\]")
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))|(\S+)")
_CAPTION = re.compile(
    r"\[(?P<name>(?:wp_)?caption)(?P<typed>[^\]]*)\](?P<inner>.*?)\[/(?P=name)\]", re.DOTALL
)
_EMBED = re.compile(r"\[embed[^\]]*\]\s*(.*?)\s*\[/embed\]", re.DOTALL)
_RAW = re.compile(r"\[vc_raw_(html|js)[^\]]*\]([A-Za-z0-9+/=\s]*)\[/vc_raw_\1\]")
_PICTURE = re.compile(r"^\s*(?:<a\b[^>]*>)?\s*<img\b[^>]*>\s*(?:</a>)?", re.DOTALL)

_WRAPPER = re.compile(
    r"vc_(?:row|column|section|tta|tab|accordion|toggle|message|cta|wp_text)\w*"
    r"|et_pb_(?:section|row|column|text|blurb|toggle|accordion|tab|code|cta|slide)\w*"
    r"|su_(?:row|column|note|box|tabs?|spoiler|accordion|quote|list|highlight|heading)"
    r"|fusion_\w+|av_\w+|tabs?|tabgroup|accordions?|toggles?|spoiler|columns?|row"
    r"|(?:one|two|three)_(?:half|third|fourth)(?:_last)?|box|center|notice|quote"
)
"""What only lays out the text between its beginning and end."""

_GALLERIES = {
    "gallery", "vc_gallery", "vc_media_grid", "vc_images_carousel", "et_pb_gallery",
}  # fmt: skip
_SINGLE = {"vc_single_image", "et_pb_image", "fusion_imageframe"}
_HEADINGS = {"vc_custom_heading", "et_pb_heading"}
_BUTTONS = {
    "vc_btn", "vc_button", "vc_button2", "et_pb_button", "su_button", "button", "fusion_button",
}  # fmt: skip
_SILENT = {"vc_empty_space", "vc_separator", "vc_text_separator", "et_pb_divider"}
_WITH_FILES = {
    "embed", "video", "audio", "playlist", "youtube", "vimeo", "pdf", "pdfviewer", "embeddoc",
    "googleapps", "gview", "vc_video", "et_pb_video",
}  # fmt: skip
_KNOWN = _GALLERIES | _SINGLE | _HEADINGS | _BUTTONS | _SILENT | _WITH_FILES
_FORM = re.compile(r"contact-form|wpforms|gravityform|ninja_form|mc4wp|formidable|fluentform")
_FILE_KEYS = (
    "url",
    "src",
    "file",
    "href",
    "link",
    "mp4",
    "m4v",
    "webm",
    "ogv",
    "mp3",
    "m4a",
    "ogg",
)
_QUOTES = str.maketrans("«»″”“„", '""""""')
_ADDRESS = re.compile(r"(?:https?:)?//|/(?!/)")

Attributes = Mapping[str, str]


@dataclass(slots=True)
class Shortcodes:
    """Turns the shortcodes of one text into HTML. ``pictures`` are those of its own gallery.

    ``left`` names what could not be carried.
    """

    pictures: Callable[[], Iterable[int]]
    left: list[str] = field(default_factory=list)

    def to_html(self, text: str) -> str:
        """Return the text without shortcodes; words in brackets stay."""
        if "[" not in text:
            return text
        text = _RAW.sub(_raw, text)
        text = _CAPTION.sub(_caption, text)
        text = _EMBED.sub(lambda found: _link(found[1]), text)
        kept: list[str] = []
        text = _ESCAPED.sub(lambda found: _put_aside(found[1], kept), text)
        closed = {found["name"] for found in _TAG.finditer(text) if found["close"]}
        text = _TAG.sub(lambda found: self._tag(found, closed), text)
        return re.sub(r"\x00(\d+)\x00", lambda found: kept[int(found[1])], text)

    def _tag(self, found: re.Match[str], closed: set[str]) -> str:
        name = found["name"].lower()
        if name not in _KNOWN and not _is_code(found["name"], found["typed"], closed):
            return found[0]
        wrapper = _WRAPPER.fullmatch(name) and name not in _KNOWN
        if found["close"]:
            return "</div>" if wrapper else ""
        attributes = _attributes(found["typed"])
        if wrapper:
            return "<div>" + _heading(attributes.get("title") or attributes.get("heading") or "")
        return self._known(name, attributes)

    def _known(self, name: str, attributes: Attributes) -> str:
        if name in _GALLERIES:
            return self._gallery(attributes)
        if name in _SINGLE:
            return _single(attributes)
        if name in _HEADINGS:
            return _heading(attributes.get("text") or attributes.get("title") or "")
        if name in _BUTTONS:
            return _button(attributes)
        if name in _SILENT:
            return "\n\n"
        address = _address(name, attributes)
        if _ADDRESS.match(address):
            return f"\n\n{_link(address)}\n\n"
        self.left.append(f"{'форма' if _FORM.match(name) else 'шорткод'} [{name}]")
        return ""

    def _gallery(self, attributes: Attributes) -> str:
        ids = _first(attributes, ("ids", "images", "include", "gallery_ids"))
        numbers = [int(one) for one in re.findall(r"\d{1,15}", ids)] or list(self.pictures())
        return "<p>" + " ".join(f'<img data-id="{one}">' for one in numbers) + "</p>"


def _is_code(name: str, typed: str, closed: set[str]) -> bool:
    """Whether brackets are a shortcode and no words: it has attributes, an end, or such a name."""
    return "=" in typed or name in closed or ("_" in name and name.islower())


def _attributes(typed: str) -> dict[str, str]:
    typed = html.unescape(typed).translate(_QUOTES).removeprefix("=")
    found: dict[str, str] = {}
    for number, one in enumerate(_ATTRIBUTE.finditer(typed)):
        if one[1]:
            found.setdefault(one[1].lower(), (one[2] or one[3] or one[4] or "").strip())
        elif one[5]:
            found[str(number)] = one[5].strip("\"'")
    return found


def _first(attributes: Attributes, keys: Iterable[str]) -> str:
    return next((attributes[key] for key in keys if attributes.get(key)), "")


def _address(name: str, attributes: Attributes) -> str:
    address = _first(attributes, _FILE_KEYS)
    address = address or next((one for one in attributes.values() if one.startswith("http")), "")
    if name == "youtube" and not address and attributes:
        return f"https://www.youtube.com/watch?v={next(iter(attributes.values()))}"
    return address


def _caption(found: re.Match[str]) -> str:
    picture = _PICTURE.match(found["inner"])
    if not picture:
        return found["inner"]
    words = _attributes(found["typed"]).get("caption") or found["inner"][picture.end() :]
    return f"<figure>{picture[0]}<figcaption>{words.strip()}</figcaption></figure>"


def _raw(found: re.Match[str]) -> str:
    """Return the HTML that WPBakery keeps as base64; a program is dropped."""
    if found[1] == "js":
        return ""
    try:
        return unquote(base64.b64decode(found[2]).decode("utf-8", "replace"))
    except ValueError:
        return ""


def _put_aside(text: str, kept: list[str]) -> str:
    kept.append(html.escape(text))
    return f"\x00{len(kept) - 1}\x00"


def _link(address: str) -> str:
    safe = html.escape(html.unescape(re.sub(r"<[^>]*>", "", address).strip()))
    return f'<p><a href="{safe}">{safe}</a></p>'


def _heading(title: str) -> str:
    return f"<h3>{html.escape(_decoded(title))}</h3>" if title.strip() else ""


def _single(attributes: Attributes) -> str:
    if (number := attributes.get("image", "")).isdecimal():
        return f'<p><img data-id="{number}"></p>'
    source, alt = (html.escape(attributes.get(key, "")) for key in ("src", "alt"))
    return f'<p><img src="{source}" alt="{alt}"></p>' if source else ""


def _button(attributes: Attributes) -> str:
    link = _first(attributes, ("link", "button_url", "url", "href"))
    if found := re.match(r"url:([^|]*)", link):
        link = unquote(found[1])
    words = html.escape(_decoded(_first(attributes, ("title", "button_text", "text")) or link))
    return f'<p><a href="{html.escape(link)}">{words}</a></p>' if link else words


def _decoded(text: str) -> str:
    """Undo the signs by which page builders write quotes and brackets inside attributes."""
    pairs = (("``", '"'), ("`{`", "["), ("`}`", "]"), ("%22", '"'), ("%91", "["), ("%93", "]"))
    for sign, meant in pairs:
        text = text.replace(sign, meant)
    return html.unescape(text)
