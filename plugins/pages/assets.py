"""Styles, scripts, fonts and icon of the theme: one file each kind, named by their content.

A browser may keep a file for ever, because new content has a new name.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import rcssmin
import rjsmin

from plugins.output import Output, Theme
from plugins.output.digest import digest_bytes

_IMPORT = re.compile(r'@import "([^"]+)" layer\((\w+)\);')
_FONT = re.compile(r'url\("\.\./fonts/([^"]+)"\)')

PRELOADED = ("onest-cyrillic", "onest-latin", "arsenal-cyrillic", "arsenal-latin")
"""Fonts that every Ukrainian page needs: asked for at once, not after the style is read."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the theme at its address; ``data`` is its bytes."""

    address: str
    data: bytes

    @property
    def output(self) -> Output:
        """The asset as an output."""
        return Output(path=self.address[1:], inputs=(self.data,), render=bytes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """All assets of a theme; ``fonts`` are those to preload, ``others`` the rest of the files.

    ``page_scripts`` are those that one kind of page needs, by name; ``search`` is loaded by those
    who search.
    """

    style: Asset
    script: Asset
    search: Asset
    icon: Asset | None
    fonts: tuple[Asset, ...]
    others: tuple[Asset, ...]
    page_scripts: Mapping[str, Asset]

    def __iter__(self) -> Iterator[Asset]:
        """Yield every asset."""
        yield from (self.style, self.script, self.search)
        yield from (*self.fonts, *self.others, *self.page_scripts.values())
        if self.icon:
            yield self.icon


def read_assets(theme: Theme) -> Assets:
    """Read the theme's static folder."""
    fonts = {file.name: _hashed("fonts", file) for file in theme.static(".woff2")}
    scripts: dict[str, list[Path]] = {"components": [], "pages": [], "search": []}
    for file in theme.static(".js"):
        scripts[file.parent.name].append(file)
    icons = [_hashed("static", file) for file in theme.static("icon.svg")]
    preloaded = tuple(fonts[name] for name in sorted(fonts) if name.startswith(PRELOADED))
    return Assets(
        style=_named("static/main.css", _style(theme, fonts).encode()),
        script=_named("static/main.js", _joined(scripts["components"]).encode()),
        search=_named("static/search.js", f"{{\n{_joined(scripts['search'])}\n}}\n".encode()),
        icon=icons[0] if icons else None,
        fonts=preloaded,
        others=tuple(font for font in fonts.values() if font not in preloaded),
        page_scripts={file.stem: _script(file) for file in scripts["pages"]},
    )


def _style(theme: Theme, fonts: dict[str, Asset]) -> str:
    """Return ``main.css`` with every ``@import`` in its place, as a block of its layer."""
    folder = theme.folder / "static" / "css"

    def imported(match: re.Match[str]) -> str:
        css = (folder / match[1]).read_text("utf-8")
        return f"@layer {match[2]} {{ {css} }}"

    joined = _IMPORT.sub(imported, (folder / "main.css").read_text("utf-8"))
    with_fonts = _FONT.sub(lambda match: f'url("{fonts[match[1]].address}")', joined)
    return str(rcssmin.cssmin(with_fonts))


def _joined(scripts: list[Path]) -> str:
    """Return scripts as one, in order of their names, without what only we need to read them."""
    return str(rjsmin.jsmin("\n".join(file.read_text("utf-8") for file in scripts)))


def _script(file: Path) -> Asset:
    return _named(f"static/{file.name}", _joined([file]).encode())


def _hashed(folder: str, file: Path) -> Asset:
    return _named(f"{folder}/{file.name}", file.read_bytes())


def _named(name: str, data: bytes) -> Asset:
    stem, dot, suffix = name.rpartition(".")
    return Asset(f"/{stem}.{digest_bytes(data)[:8]}{dot}{suffix}", data)
