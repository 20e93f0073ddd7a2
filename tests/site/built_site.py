"""A site built for the tests by the real engine, and what is known of it without parsing a page."""

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.site.published_content import published_content

ROOT = Path(__file__).parents[2]
COUNCIL = ROOT / "content"
TINY = Path(__file__).parent / "content"
URL = "http://localhost:8000"

NOW = 1795514400
"""The moment of every build: 24 November 2026, 12:00 in Kyiv (seconds since 1970, UTC)."""

_SETTINGS = f"""from pelicanconf import *

THEME = {str(ROOT / "theme")!r}
DATA_PATH = {str(COUNCIL / "data")!r}
"""


@dataclass(frozen=True)
class BuiltSite:
    """The folder of a built site; ``plan`` is what templates_used.py says of it, ``content`` what
    it was built from.
    """

    folder: Path
    plan: Path
    content: Path

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Paths of all pages inside the folder, in order."""
        found = self.folder.rglob("*.html")
        return tuple(sorted(path.relative_to(self.folder).as_posix() for path in found))

    @cached_property
    def page_of(self) -> Mapping[str, str]:
        """The address of the longest page made from each template."""
        made_from = json.loads(self.plan.read_text("utf-8"))["made_from"]
        paths = sorted(made_from, key=self._size)
        return {made_from[path]: "/" + path.removesuffix("index.html") for path in paths}

    @cached_property
    def theme_files(self) -> frozenset[str]:
        """The templates, partials and components that rendering all pages loads."""
        return frozenset(json.loads(self.plan.read_text("utf-8"))["loaded"])

    def read(self, path: str) -> str:
        """Return a file of the site as text."""
        return (self.folder / path).read_text("utf-8")

    def _size(self, path: str) -> tuple[int, str]:
        return (self.folder / path).stat().st_size, path


def environment(**changes: str) -> dict[str, str]:
    """Return the environment of a build: this one's, at the fixed moment, with ``changes``."""
    return {**os.environ, "SOURCE_DATE_EPOCH": str(NOW), "CI": "1", **changes}


def settings_in(folder: Path) -> Path:
    """Write pelicanconf with caches of its own, so that every build of the tests is a cold one."""
    file = folder / "testconf.py"
    if not file.exists():
        file.write_text(_SETTINGS, "utf-8")
    return file


def built_once(content: Path, folder: Path) -> BuiltSite:
    """Build a site unless another worker of this test run has; wait while it does.

    What is built is a copy of ``content`` with a past (published_content.py).
    """
    folder.mkdir(parents=True, exist_ok=True)
    site = BuiltSite(folder / "output", folder / "plan.json", folder / "content")
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.plan.exists():
            published = str(published_content(content, folder, folder.name))
            settings = str(settings_in(folder))
            _run("plugins.incremental", "build", published, "-o", str(site.folder), "-s", settings)
            plan = _run("tests.site.templates_used", published, str(site.folder), settings)
            site.plan.write_text(plan, "utf-8")
    return site


def _run(module: str, *arguments: str) -> str:
    """Run a module as an editor's command would be and return its output."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
