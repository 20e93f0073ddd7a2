"""Settings of a build: what pelicanconf.py says, and where this build reads and writes."""

import importlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from plugins.council.preview import Preview
from plugins.incremental.previewing import preview_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a build needs to know beside the content.

    ``url`` is the address of this build without a slash at the end, ``public_url`` that of the
    site for residents (``PUBLIC_URL``; the same when not given), ``now`` the moment of the build
    (``SOURCE_DATE_EPOCH`` fixes it), ``data`` the folder of the site's own vocabulary, used
    where ``content`` brings none; ``state`` holds caches and may be deleted at any time;
    ``plugins`` are the modules that take part, but for those of ``check_without`` when texts are
    only checked; ``encodings`` those in which texts get compressed twins (twins.py),
    ``web_editor`` is the setting of that name (empty: none), ``jobs`` the processes that work;
    ``preview`` is set when unfinished texts are to be shown to colleagues.
    """

    content: Path
    output: Path
    theme: Path
    data: Path
    state: Path
    url: str
    public_url: str
    indexed: bool
    plugins: tuple[str, ...]
    check_without: tuple[str, ...]
    encodings: tuple[str, ...]
    search_engine: str
    web_editor: Mapping[str, Any]
    jobs: int
    now: datetime
    preview: Preview | None = None

    @property
    def pictures(self) -> Path:
        """The folder of encoded pictures, shared by all builds: they depend on content only."""
        return self.state.parent / "pictures"

    @property
    def for_check(self) -> "Settings":
        """The settings of a check: a state of its own, without plugins that have nothing to say."""
        plugins = tuple(name for name in self.plugins if name not in self.check_without)
        return replace(self, plugins=plugins, state=self.state.with_name("check"))

    @property
    def compiled(self) -> Path:
        """The folder of compiled templates; Jinja2 knows by their digest whether they hold."""
        return self.state.parent / "templates"


def from_names(names: Mapping[str, Any], base: Path) -> Settings:
    """Return the settings from Pelican's names (``PATH``, ``OUTPUT_PATH`` …).

    Relative paths start at ``base``, the folder of the configuration file.
    """
    output = (base / names["OUTPUT_PATH"]).resolve()
    mark = blake2b(str(output).encode(), digest_size=4).hexdigest()
    content = (base / names["PATH"]).resolve()
    preview = preview_of(content, os.environ) if names.get("PREVIEW") else None
    return Settings(
        content=content,
        output=output,
        theme=(base / names["THEME"]).resolve(),
        data=(base / names.get("DATA_PATH", "content/data")).resolve(),
        state=(base / ".build" / f"{output.name}-{mark}").resolve(),
        url=str(names["SITEURL"]).rstrip("/"),
        public_url=str(names.get("PUBLIC_URL", names["SITEURL"])).rstrip("/"),
        indexed=bool(names.get("SITE_INDEXED", True)) and preview is None,
        plugins=tuple(names["PLUGINS"]),
        check_without=tuple(names.get("CHECK_WITHOUT", ())),
        encodings=tuple(names.get("PRECOMPRESSED", ())),
        search_engine=str(names.get("SEARCH_ENGINE", "static")),
        web_editor=dict(names.get("WEB_EDITOR") or {}),
        jobs=int(os.environ.get("JOBS") or os.cpu_count() or 1),
        now=clock(),
        preview=preview,
    )


def read_settings(conf: Path, content: Path | None, output: Path | None) -> Settings:
    """Read a configuration file without Pelican; ``content`` and ``output`` override its own."""
    conf = conf.resolve()
    sys.path.insert(0, str(conf.parent))
    names = vars(importlib.import_module(conf.stem))
    given = {"PATH": content, "OUTPUT_PATH": output}
    chosen = {key: path.resolve() for key, path in given.items() if path is not None}
    return from_names({**names, **chosen}, conf.parent)


def clock() -> datetime:
    """Return the moment of the build: ``SOURCE_DATE_EPOCH`` (seconds, UTC) or now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
