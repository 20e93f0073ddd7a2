"""The body of a text on its page: links get their addresses, pictures their sizes."""

import html
import re
from collections.abc import Callable
from urllib.parse import quote, unquote

from markupsafe import Markup

from plugins.council.files import ContentFile
from plugins.council.markdown import Body
from plugins.council.renditions import file_address
from plugins.pages.page_inputs import PageInputs
from plugins.pages.pictures import picture
from plugins.pages.view import Picture

_LINK = re.compile(r'<a href="content:([^"#]*)(#[^"]*)?"([^>]*)>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r'<img [^>]*?src="content:([^"]*)"[^>]*>')
_ALT = re.compile(r'alt="([^"]*)"')


def page_body(body: Body, inputs: PageInputs, picture_html: Callable[[Picture], Markup]) -> Markup:
    """Return the body's HTML with ``content:`` paths resolved; it is safe already (nh3).

    ``picture_html`` is the theme's macro, so that a picture looks the same everywhere.
    """

    def link(match: re.Match[str]) -> str:
        path, fragment, rest, words = match.groups(default="")
        address = _address(unquote(html.unescape(path)), inputs)
        # A text that is not public yet leaves its words; the link comes when it does.
        return f'<a href="{address}{fragment}"{rest}>{words}</a>' if address else words

    def image(match: re.Match[str]) -> str:
        file = inputs.files[unquote(html.unescape(match[1]))]
        alt = _ALT.search(match[0])
        return picture_html(picture(file, html.unescape(alt[1]) if alt else ""))

    linked = _LINK.sub(link, body.html)
    return Markup(_IMAGE.sub(image, linked))


def _address(path: str, inputs: PageInputs) -> str:
    file: ContentFile | None = inputs.files.get(path)
    return quote(file_address(file)) if file else inputs.targets.get(path, "")
