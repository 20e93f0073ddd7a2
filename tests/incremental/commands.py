"""The commands of the engine as an editor's terminal runs them: real processes."""

import os
import subprocess
import sys
from pathlib import Path

from tests.incremental.tiny_site import NOW, ROOT

CONF = """from pelicanconf import *

THEME = {theme!r}
DATA_PATH = "content/data"
"""


def conf(base: Path) -> Path:
    """Write a configuration beside the content of a tiny site; its caches lie there too."""
    file = base / "tinyconf.py"
    file.write_text(CONF.format(theme=str(ROOT / "theme")))
    return file


def engine(base: Path, command: str = "build", output: str = "output") -> list[str]:
    """Return the command line of the engine for the content in ``base``."""
    line = [sys.executable, "-m", "plugins.incremental", command, str(base / "content")]
    return [
        *line,
        "-s",
        str(conf(base)),
        *(["-o", str(base / output)] if command == "build" else []),
    ]


def environment(**changes: str) -> dict[str, str]:
    """Return this environment at the fixed moment, with ``changes``."""
    fixed = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "CI": "1", "PYTHONPATH": str(ROOT)}
    return {**os.environ, **fixed, **changes}


def run(line: list[str], **changes: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        line, cwd=ROOT, env=environment(**changes), capture_output=True, text=True, check=False
    )
