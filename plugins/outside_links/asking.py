"""Asking other sites, politely, by lychee: https://lychee.cli.rs (JSON of version 0.24)."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from plugins.council.link_report import Trouble, TroubledLink

PATIENCE = 20  # seconds
GONE = (404, 410)
AGENT = "Mozilla/5.0 (compatible; kramatorsk-council-site link check)"
POLITE = (
    "--host-concurrency", "1", "--host-request-interval", "1s", "--max-concurrency", "16",
    "--max-retries", "1", "--retry-wait-time", "2", "--user-agent", AGENT,
)  # fmt: skip
"""One request to a server at a time, a second between them."""

_TOLD: tuple[tuple[str, Trouble], ...] = (
    ("certificate", "secure"), ("tls", "secure"), ("ssl", "secure"),
    ("corrupt message", "secure"), ("handshake", "secure"),
    ("dns", "unknown_host"), ("resolve", "unknown_host"), ("lookup", "unknown_host"),
)  # fmt: skip
"""What lychee says of a failed connection → what it means."""


class NoLycheeError(Exception):
    """The program that asks is not there; ``LYCHEE`` of the environment may name its place."""


def ask(
    links: Mapping[str, tuple[str, ...]], *, patience: int = PATIENCE, local: bool = False
) -> tuple[TroubledLink, ...]:
    """Return the links that do not lead where they should, in order.

    A link comes from whoever may write a text: the machine's own network is never asked, save
    in tests (``local``). Raises NoLycheeError.
    """
    urls = list(links)
    if not urls:
        return ()
    with tempfile.TemporaryDirectory(prefix="links-") as folder:
        page = Path(folder) / "links.html"
        # A link a line: by the line we know our own, whatever form lychee gives its address.
        page.write_text("".join(f'<a href="{escape(url)}">-</a>\n' for url in urls), "utf-8")
        said = _lychee(page, patience, local)
    found = [
        TroubledLink(url=urls[line - 1], pages=links[urls[line - 1]], **told)
        for line, told in _troubles(said)
    ]
    return tuple(sorted(found, key=lambda one: one.url))


def _lychee(page: Path, patience: int, local: bool) -> Mapping[str, Any]:
    command = [
        _program(), "--format", "json", "--verbose", "--no-progress", "--timeout", str(patience),
        *(("--max-retries", "0") if local else (*POLITE, "--exclude-all-private")), "--cache=false",
        "--config", "/dev/null", "--no-ignore", str(page),
    ]  # fmt: skip
    # lychee would send a token of CI to GitHub with its questions.
    kept = {name: value for name, value in os.environ.items() if name != "GITHUB_TOKEN"}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=page.parent, env=kept
    )
    try:
        said: Mapping[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise OSError(done.stderr.strip() or "lychee нічого не відповів") from None
    return said


def _program() -> str:
    beside = Path(sys.executable).with_name("lychee")
    named = os.environ.get("LYCHEE") or (str(beside) if beside.is_file() else "lychee")
    found = shutil.which(named)
    if not found:
        raise NoLycheeError
    return found


def _troubles(said: Mapping[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the line of each troubled link and what is wrong with it."""
    for one in _all(said, "timeout_map"):
        yield one["span"]["line"], {"trouble": "timeout"}
    for one in _all(said, "error_map"):
        status = one["status"]
        code = int(status.get("code") or 0)
        words = f"{status.get('text', '')} {status.get('details', '')}"
        yield one["span"]["line"], {"trouble": _trouble(code, words), "code": code}
    for one in _all(said, "success_map"):
        steps: Sequence[Mapping[str, Any]] = (one.get("redirects") or {}).get("redirects", ())
        if steps and all(step["code"] in (301, 308) for step in steps):
            yield one["span"]["line"], {"trouble": "moved", "code": 301, "to": steps[-1]["url"]}


def _all(said: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    for links in said.get(key, {}).values():
        yield from links


def _trouble(code: int, words: str) -> Trouble:
    if code:
        return "gone" if code in GONE else "refused"
    lowered = words.lower()
    return next((trouble for part, trouble in _TOLD if part in lowered), "unreachable")
