"""Content with a past: a copy in a repository, some texts of which were published otherwise.

The earlier versions lie in ``earlier/``, by the name of the site; the rest has no history.
"""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from plugins.council.ledger import FILE, LedgerLine, ledger_text
from plugins.council.text_reading import read_text
from tests.incremental.git_site import git

EARLIER = Path(__file__).parent / "earlier"
WRITTEN = datetime(2026, 11, 2, 8, tzinfo=UTC)
PUBLISHED = "2026-11-02T09:00:00Z"
CHANGED = datetime(2026, 11, 10, 12, 30, tzinfo=UTC)


def published_content(content: Path, folder: Path, name: str) -> Path:
    """Copy ``content`` into a repository in ``folder`` and return the copy."""
    copy = folder / "content"
    shutil.copytree(content, copy)
    shutil.copytree(EARLIER / name, copy, dirs_exist_ok=True)
    lines = (_line(file, EARLIER / name) for file in sorted((EARLIER / name).rglob("*.md")))
    (copy / FILE).write_text(ledger_text(tuple(lines)), "utf-8")
    git(folder, "init", "--quiet")
    _commit(folder, WRITTEN)
    shutil.copytree(content, copy, dirs_exist_ok=True)
    _commit(folder, CHANGED)
    return copy


def _line(file: Path, base: Path) -> LedgerLine:
    text = read_text(file.relative_to(base).as_posix(), file.read_bytes()).text
    assert text is not None
    return LedgerLine(text.identity, text.address, PUBLISHED)


def _commit(folder: Path, at: datetime) -> None:
    git(folder, "add", "content")
    git(folder, "commit", "--quiet", "--message", "Зміна", at=at)
