"""WordPress's text as HTML: Gutenberg's comments off, the classic editor's lines paragraphs."""

import json
import re

_BLOCK = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|"
    "form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|"
    "tr|ul|script|style|noscript|object|caption|colgroup|col"
)
_AROUND_BLOCKS = re.compile(rf"\s*(</?(?:{_BLOCK})\b[^>]*>)\s*", re.IGNORECASE)
_VERBATIM = re.compile(r"<(pre|script|style|textarea)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG_OR_LINES = re.compile(r"<[^>]*>|[ \t]*\n[ \t]*(?:\n\s*)?")
_LONE_ADDRESS = re.compile(r"^[ \t]*(https?://[^\s<>\"\[\]]+)[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_UNCLOSED = re.compile(r"<!--.*\Z", re.DOTALL)
# Its settings end before its comment does: else one block would swallow all up to another's.
_DYNAMIC = re.compile(r"<!--\s*wp:([\w/-]+)\s*(\{(?:(?!-->).)*\})?\s*/-->", re.DOTALL)
_BUTTON = re.compile(r"<a\b[^>]*wp-block-file__button[^>]*>.*?</a>", re.DOTALL)  # the link again
_STATIC = {"more", "nextpage", "separator", "spacer", "core/separator", "post-title", "post-date"}


def without_blocks(text: str) -> tuple[str, list[str], bool]:
    """Return a text without comments, the blocks that held nothing but code, whether it had any."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    left: list[str] = []
    blocks = "<!-- wp:" in text
    if blocks:
        text = _BUTTON.sub("", _DYNAMIC.sub(lambda found: _dynamic(found, left), text))
    text = _COMMENT.sub("\n" if blocks else "", text)
    return _UNCLOSED.sub("", text), left, blocks


def _dynamic(found: re.Match[str], left: list[str]) -> str:
    name = found[1].removeprefix("core/")
    try:
        settings = json.loads(found[2] or "{}")
    except ValueError:
        settings = {}
    url = settings.get("url") if isinstance(settings, dict) else None
    if isinstance(url, str) and url.startswith("http"):
        return f"<p>{url.replace('<', '&lt;')}</p>"
    if name not in _STATIC:
        left.append(f"блок «{name}»")
    return ""


def paragraphs(text: str) -> str:
    """Mark the ends of lines that the classic editor shows: an empty line begins a paragraph."""
    kept: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"<pre data-kept='{len(kept) - 1}'></pre>"

    text = _VERBATIM.sub(put_aside, text)
    text = _LONE_ADDRESS.sub(r"<p>\1</p>", text)
    text = _AROUND_BLOCKS.sub(r"\1", text.strip())
    text = re.sub(r"(<br\s*/?>)[ \t]*\n", r"\1", text)
    text = _TAG_OR_LINES.sub(_line_end, text)
    return re.sub(r"<pre data-kept='(\d+)'></pre>", lambda found: kept[int(found[1])], text)


def _line_end(found: re.Match[str]) -> str:
    if found[0].startswith("<"):
        return found[0].replace("\n", " ")
    return "<br><br>" if found[0].count("\n") > 1 else "<br>"
