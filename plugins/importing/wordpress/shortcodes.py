"""Shortcodes of WordPress and of its page builders: turned into HTML, or taken off and told."""

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote

_TAG = re.compile(
    r"\[(?P<close>/?)(?P<name>[A-Za-z][\w-]*)"
    r"(?P<attributes>(?:\s+(?:[^\[\]\"'<>]|\"[^\"]*\"|'[^']*'|«[^»]*»)*|=[^\s\]]*)?)\s*/?\]"
)
_ESCAPED = re.compile(r"\[(\[[^\[\]]+\])\]")
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"']+))|(\S+)")
_CAPTION = re.compile(
    r"\[(?P<name>(?:wp_)?caption)(?P<attributes>[^\]]*)\](?P<inner>.*?)\[/(?P=name)\]", re.DOTALL
)
_PICTURE = re.compile(r"^\s*(?:<a\b[^>]*>)?\s*<img\b[^>]*>\s*(?:</a>)?", re.DOTALL)
_WRAPPERS = re.compile(
    r"(?:vc_(?:row|column|section|tta|tab|accordion|toggle|message|cta|column_text|wp_text)\w*"
    r"|et_pb_(?:section|row|column|text|blurb|toggle|accordion|tab|code|cta|slide|slider|tabs)\w*"
    r"|fusion_\w+|su_(?:row|column|note|box|tabs?|spoiler|accordion|quote|list|highlight|heading)"
    r"|av_\w+|tabs?|tabgroup|accordions?|toggles?|spoiler|column|row|one_half(?:_last)?"
    r"|one_third(?:_last)?|two_third(?:_last)?|box|center|left|right|clear|div|span|p|quote|notice)"
)
_SILENT = {"vc_empty_space", "vc_separator", "vc_text_separator", "et_pb_divider", "clear", "hr", "br"}
_FORMS = re.compile(r"contact-form|wpforms|gravityform|ninja_form|mc4wp|formidable|caldera|fluentform|form")
_FILE_KEYS = ("url", "src", "file", "href", "link", "mp4", "m4v", "mp3", "ogg", "webm", "ogv", "m4a", "wav")


@dataclass(slots=True)
class Shortcodes:
    """Turns the shortcodes of one text into HTML. ``pictures`` are those of its own gallery.

    ``left`` names what could not be carried.
    """

    pictures: Callable[[], Iterable[int]]
    left: list[str] = field(default_factory=list)

    def to_html(self, text: str) -> str:
        """Return the text without shortcodes."""
        if "[" not in text:
            return text
        text = _CAPTION.sub(self._caption, text)
        text = re.sub(r"\[embed[^\]]*\]\s*(.*?)\s*\[/embed\]", lambda f: _link(f[1]), text, flags=re.DOTALL)
        kept: list[str] = []
        text = _ESCAPED.sub(lambda found: _put_aside(found[1], kept), text)
        closed = {found["name"] for found in _TAG.finditer(text) if found["close"]}
        text = _TAG.sub(lambda found: self._tag(found, closed), text)
        return re.sub(r"\x00(\d+)\x00", lambda found: kept[int(found[1])], text)

    def _caption(self, found: re.Match[str]) -> str:
        attributes = _attributes(found["attributes"])
        picture = _PICTURE.match(found["inner"])
        if not picture:
            return found["inner"]
        words = attributes.get("caption") or found["inner"][picture.end() :]
        return f"<figure>{picture[0]}<figcaption>{words.strip()}</figcaption></figure>"

    def _tag(self, found: re.Match[str], closed: set[str]) -> str:
        name, typed = found["name"].lower(), found["attributes"] or ""
        if found["close"]:
            return "</div>" if _WRAPPERS.fullmatch(name) else "" if name in _HANDLED or _is_code(found["name"], typed, closed) else found[0]  # fmt: skip
        attributes = _attributes(typed)
        if name in ("gallery", "vc_gallery", "vc_media_grid", "vc_images_carousel", "et_pb_gallery"):
            ids = next((attributes[k] for k in ("ids", "images", "include", "gallery_ids") if attributes.get(k)), "")
            numbers = [int(one) for one in re.findall(r"\d+", ids)] or list(self.pictures())
            return "<p>" + " ".join(f'<img data-id="{one}">' for one in numbers) + "</p>"
        if name in ("vc_single_image", "et_pb_image", "fusion_imageframe"):
            return _single(attributes)
        if name in ("vc_custom_heading", "et_pb_heading") and (words := attributes.get("text") or attributes.get("title")):
            return f"<h3>{html.escape(_decoded(words))}</h3>"
        if name in ("vc_btn", "vc_button", "vc_button2", "et_pb_button", "su_button", "button", "fusion_button"):
            return _button(attributes)
        if name in _SILENT:
            return "\n\n"
        if _WRAPPERS.fullmatch(name):
            title = attributes.get("title") or attributes.get("heading") or ""
            return "<div>" + (f"<h3>{html.escape(_decoded(title))}</h3>" if title.strip() else "")
        return self._other(found, name, attributes, typed, closed)

    def _other(
        self, found: re.Match[str], name: str, attributes: dict[str, str], typed: str, closed: set[str]
    ) -> str:
        address = next((attributes[key] for key in _FILE_KEYS if attributes.get(key)), "")
        address = address or next((one for one in attributes.values() if re.match(r"https?://", one)), "")
        if name == "youtube" and not address and attributes:
            address = f"https://www.youtube.com/watch?v={next(iter(attributes.values()))}"
        if re.match(r"(?:https?:)?//|/(?!/)", address) and (name in _HANDLED or _is_code(found["name"], typed, closed)):
            return f"\n\n{_link(address)}\n\n"
        if name not in _HANDLED and not _is_code(found["name"], typed, closed):
            return found[0]  # words in brackets
        what = "форма" if _FORMS.match(name) else "шорткод"
        self.left.append(f"{what} [{name}]")
        return ""


_HANDLED = {
    "embed", "video", "audio", "playlist", "youtube", "vimeo", "pdf", "pdfviewer", "embeddoc",
    "googleapps", "gview", "vc_video", "et_pb_video", "gallery", "caption", "wp_caption", "vc_btn",
    "vc_single_image", "vc_custom_heading", "vc_gallery", "vc_raw_html", "vc_raw_js", "button",
}  # fmt: skip


def _is_code(name: str, attributes: str, closed: set[str]) -> bool:
    """Whether brackets are a shortcode and no words: it has attributes, an end, or such a name."""
    return "=" in attributes or name in closed or bool(re.search(r"[_-]|\d", name) and name.islower())


def _attributes(typed: str) -> dict[str, str]:
    typed = html.unescape(typed).replace("«", '"').replace("»", '"').replace("″", '"').replace("”", '"').replace("“", '"')
    typed = typed.removeprefix("=")
    found: dict[str, str] = {}
    for number, one in enumerate(_ATTRIBUTE.finditer(typed)):
        if one[1]:
            found.setdefault(one[1].lower(), (one[2] or one[3] or one[4] or "").strip())
        elif one[5]:
            found[str(number)] = one[5].strip("\"'")
    return found


def _put_aside(text: str, kept: list[str]) -> str:
    kept.append(html.escape(text))
    return f"\x00{len(kept) - 1}\x00"


def _link(address: str) -> str:
    bare = re.sub(r"<[^>]*>", "", address).strip()
    return f'<p><a href="{html.escape(html.unescape(bare))}">{html.escape(html.unescape(bare))}</a></p>'


def _single(attributes: dict[str, str]) -> str:
    if (number := attributes.get("image", "")).isdecimal():
        return f'<p><img data-id="{number}"></p>'
    source = attributes.get("src", "")
    return f'<p><img src="{html.escape(source)}" alt="{html.escape(attributes.get("alt", ""))}"></p>' if source else ""


def _button(attributes: dict[str, str]) -> str:
    link = attributes.get("link") or attributes.get("button_url") or attributes.get("url") or attributes.get("href") or ""
    if found := re.match(r"url:([^|]*)", link):
        link = unquote(found[1])
    words = attributes.get("title") or attributes.get("button_text") or attributes.get("text") or link
    return f'<p><a href="{html.escape(link)}">{html.escape(_decoded(words))}</a></p>' if link else html.escape(words)


def _decoded(text: str) -> str:
    """Undo the signs by which page builders write quotes and brackets inside attributes."""
    for sign, meant in (("``", '"'), ("`{`", "["), ("`}`", "]"), ("%22", '"'), ("%91", "["), ("%93", "]")):
        text = text.replace(sign, meant)
    return html.unescape(text)
