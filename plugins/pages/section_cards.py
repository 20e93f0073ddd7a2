"""The picture that social networks show for a text without a photo: one for each section."""

import io
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.output import LazyFile, Output, Theme
from plugins.output.digest import digest_bytes

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

CARD_WIDTH, CARD_HEIGHT = 1200, 630  # px: what Facebook and X ask for
_BLUE, _YELLOW, _PAPER = (18, 56, 107), (242, 194, 48), (255, 255, 255)
_SHADES = 15  # from blue to paper, for smooth letters; the sixteenth colour is yellow
_MARGIN = 96


def card_address(section: str, lang: str) -> str:
    """Return where the card of a section answers."""
    return f"/images/sections/{section or 'site'}{'' if lang == 'uk' else f'-{lang}'}.png"


def card_output(section: str, lang: str, name: str, site_name: str, theme: Theme) -> Output:
    """Return the card with the section's name and the council's, in the letters of ``lang``."""
    wanted = "arsenal-latin" if lang == "en" else "arsenal-cyrillic"
    (font,) = (file for file in theme.static(".woff2") if file.stem == wanted)
    return Output(
        path=card_address(section, lang)[1:],
        inputs=(name, site_name, _file(font)),
        render=draw_card,
    )


def _file(file: Path) -> LazyFile:
    return LazyFile(digest_bytes(file.read_bytes()), file.read_bytes)


def draw_card(name: str, site_name: str, font: LazyFile) -> bytes:
    """Return a PNG: the section's name large, the council's below a yellow rule."""
    from PIL import Image, ImageDraw, ImageFont  # heavy, and drawn once in a blue moon

    data = font.read()
    large, small = (ImageFont.truetype(io.BytesIO(data), size) for size in (104, 48))
    # Drawn in grey, as so much paper over blue: 6 ms, and 48 with a palette sought afterwards.
    image = Image.new("L", (CARD_WIDTH, CARD_HEIGHT))
    draw = ImageDraw.Draw(image)
    for row, words in enumerate(textwrap.wrap(name, 18)):
        _write(draw, (_MARGIN, 112 + row * 124), words, large)
    _write(draw, (_MARGIN, 508), site_name, small)
    image = image.point([round(grey * (_SHADES - 1) / 255) for grey in range(256)])
    ImageDraw.Draw(image).rectangle((_MARGIN, 470, _MARGIN + 120, 478), fill=_SHADES)
    image.putpalette(_palette())
    buffer = io.BytesIO()
    image.save(buffer, "PNG", bits=4)
    return buffer.getvalue()


def _palette() -> list[int]:
    parts = [shade / (_SHADES - 1) for shade in range(_SHADES)]
    shades = [
        round(blue + (paper - blue) * part)
        for part in parts
        for blue, paper in zip(_BLUE, _PAPER, strict=True)
    ]
    return [*shades, *_YELLOW]


def _write(draw: "ImageDraw", place: tuple[float, float], words: str, font: "FreeTypeFont") -> None:
    """Write a line word by word: the Cyrillic subset of the font has no space."""
    x, y = place
    for word in words.split():
        draw.text((x, y), word, font=font, fill=255)
        x += font.getlength(word) + font.size * 0.27
