"""The search index of the tiny council's site, byte by byte: which of its files changed."""

import hashlib
import zlib
from pathlib import Path

import pytest

from tests.site.built_site import BuiltSite

GOLDEN = Path(__file__).with_name("golden_index.tsv")
CODE = 10_000  # bytes of the browser's code, compressed: what a weak phone may be asked for


def listed(folder: Path) -> str:
    """Return the files of the index with the size and digest of what is packed in each."""
    rows = []
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            data = file.read_bytes()
            if data[:2] == b"\x1f\x8b":  # compressed bytes are zlib's, and it has versions
                data = zlib.decompress(data, wbits=31)
            digest = hashlib.sha256(data).hexdigest()[:16]
            rows.append(f"{file.relative_to(folder).as_posix()}\t{len(data)}\t{digest}\n")
    return "".join(rows)


def test_index_is_the_golden_one(site: BuiltSite, pytestconfig: pytest.Config) -> None:
    """The index is what was last accepted: a change of it downloads readers' caches anew."""
    now = listed(site.folder / "poshuk/data")
    if pytestconfig.getoption("accept"):
        GOLDEN.write_text(now, "utf-8")
    before = GOLDEN.read_text("utf-8").splitlines() if GOLDEN.is_file() else []
    changed = sorted({line.split("\t")[0] for line in {*before} ^ {*now.splitlines()}})
    assert not changed, f"{len(changed)} files differ, {changed[:9]}. If that is right: make accept"


def test_code_of_the_search_is_small(site: BuiltSite) -> None:
    """What a reader's browser loads to search."""
    (script,) = (site.folder / "static").glob("search.*.js")
    assert len(zlib.compress(script.read_bytes(), 9, wbits=31)) <= CODE
