import subprocess
import sys
from pathlib import Path

import browser


def find(chromium: Path) -> subprocess.CompletedProcess[str]:
    """Ask the real script for the browser that the user named."""
    return subprocess.run(
        [sys.executable, browser.__file__],
        env={"PATH": "", "PYTHONUTF8": "1", "CHROMIUM": str(chromium)},
        capture_output=True,
        text=True,
        check=False,
    )


def program(path: Path, code: int) -> Path:
    """Write a program that only exits with the given code."""
    path.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_named_browser_that_starts_is_used(tmp_path: Path) -> None:
    """The browser named in CHROMIUM is printed, and nothing else is."""
    named = program(tmp_path / "my chromium", 0)
    assert find(named).stdout == f"{named}\n"


def test_named_browser_that_does_not_start_is_an_error(tmp_path: Path) -> None:
    """A browser that does not start ends the tests with 2 and advice: they are never skipped."""
    ran = find(program(tmp_path / "chromium", 1))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "sudo apt install chromium" in ran.stderr
