"""Chosen files of the tiny council's site, letter by letter."""

import difflib
import re
from pathlib import Path

import pytest

from tests.site.built_site import BuiltSite

GOLDEN = Path(__file__).parent / "golden"
FILES = (
    "index.html",
    "novyny/index.html",
    "novyny/2026/nasosna-stantsiia/index.html",
    "dokumenty/index.html",
    "dokumenty/vydy/rishennia/2026/index.html",
    "dokumenty/2026/perelik.json",
    "dokumenty/miska-rada/rishennia/2025/1/index.html",
    "proiekty/miska-rada/2026/p-1/index.html",
    "konsultatsii/2026/dytiachyi-maidanchyk/index.html",
    "konsultatsii/2026/dytiachyi-maidanchyk/kalendar.ics",
    "obhovorennia/index.html",
    "dokumenty/miska-rada/rishennia/2025/1/istoriia/index.html",
    "a/mr/r/2025/1/index.html",
    "pidrozdily/kantseliariia/index.html",
    "sesii/miska-rada/2026/sesiia-1/index.html",
    "orhany/zrazkova-komisiia/index.html",
    "posadovi-osoby/zrazkova-deputatka-druha/index.html",
    "posadovi-osoby/zrazkova-deputatka-druha/2026/index.html",
    "stari-kontakty/index.html",
    "vidkryti-dani/index.html",
    "vidkryti-dani/pytannia-2026.csv",
    "vidkryti-dani/pytannia-2026.csv-metadata.json",
    "vidkryti-dani/holosuvannia-2026.csv",
    "vidkryti-dani/deputaty.csv",
    "vidkryti-dani/sesii-2026.json",
    "oparl/v1.1/system.json",
    "oparl/v1.1/organizations.json",
    "oparl/v1.1/meetings-2026.json",
    "oparl/v1.1/papers-2026.json",
    "feed.xml",
    "feed.json",
    "sitemap-news-2026.xml",
    "alerts.json",
)

ASSET = re.compile(r"(/(?:static|fonts)/[\w-]+)\.[0-9a-f]{8}\.")
"""Styles, scripts and fonts are named by their content, which is not what these tests are about."""


def masked(text: str) -> str:
    """Return a page with the names of assets made the same for ever."""
    return ASSET.sub(r"\1.HASH.", text)


@pytest.mark.parametrize("path", FILES)
def test_page_is_the_golden_one(path: str, site: BuiltSite, pytestconfig: pytest.Config) -> None:
    """The file is what was last looked at and accepted; `make accept` accepts what it is now."""
    golden, now = GOLDEN / path, masked(site.read(path))
    if pytestconfig.getoption("accept"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(now, "utf-8")
    before = golden.read_text("utf-8") if golden.is_file() else ""
    if before != now:
        lines = difflib.unified_diff(
            before.splitlines(), now.splitlines(), f"golden/{path}", "тепер", lineterm=""
        )
        pytest.fail("\n".join([*lines, "", "Якщо так і має бути: make accept"]), pytrace=False)


def test_every_golden_page_is_compared() -> None:
    """No file lies among the golden pages without being compared with anything."""
    lying = {file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*.*") if file.is_file()}
    assert lying == set(FILES)
