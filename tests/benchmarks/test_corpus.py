import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean

import pytest

from tests.benchmarks.changes import lone_acts
from tests.benchmarks.corpus import LAST, SHARES, lone_act, make_corpus
from tests.benchmarks.document import Document
from tests.benchmarks.hugo_site import Hugo
from tests.benchmarks.ours import Ours, as_text
from tests.benchmarks.pelican_site import Pelican
from tests.benchmarks.site import Site

SIZE = 400


@pytest.fixture(scope="module")
def corpus() -> tuple[Document, ...]:
    """A small archive."""
    return make_corpus(SIZE)


def test_the_same_corpus_each_time(corpus: tuple[Document, ...]) -> None:
    """Size and seed decide every byte; another seed gives another corpus."""
    assert make_corpus(SIZE) == corpus
    assert make_corpus(SIZE, seed=1) != corpus


def test_shares_and_sizes_are_those_of_an_archive(corpus: tuple[Document, ...]) -> None:
    """Three kinds in their shares (to 5 %), some 4.4 kB each, every year present and unequal."""
    kinds = Counter(document.kind for document in corpus)
    for kind, share in SHARES.items():
        assert kinds[kind] / SIZE == pytest.approx(share / 100, abs=0.05)
    assert mean(len(as_text(document).encode()) for document in corpus) == pytest.approx(4400, 0.1)
    years = Counter(document.moment.year for document in corpus)
    assert sorted(years) == list(range(2010, 2027))
    assert max(years.values()) > 3 * min(years.values())


def test_texts_lead_only_to_earlier_ones(corpus: tuple[Document, ...]) -> None:
    """Every text has an address of its own; relations and links lead back in the archive."""
    assert len({document.address for document in corpus}) == SIZE
    assert len({document.path for document in corpus}) == SIZE
    known: set[str] = set()
    for document in corpus:
        assert {path for _, _, path in document.relations} <= known
        known.add(document.path)
    assert any(document.relations for document in corpus)
    assert any(f"({document.path})" in later.text for document in corpus for later in corpus)


def test_our_checker_finds_no_fault(corpus: tuple[Document, ...], tmp_path: Path) -> None:
    """The corpus obeys the contract of headers, also after acts were added and deleted."""
    site = Ours(tmp_path / "site")
    site.start(corpus)
    site.put(lone_act(0, LAST))
    site.remove(lone_acts(corpus)[0])
    command = [sys.executable, "-m", "plugins.incremental", "check", "content"]
    ran = subprocess.run(command, cwd=site.folder, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "Зауважень немає.\n")


@pytest.mark.parametrize("tool", [Ours, Hugo, Pelican])
def test_each_generator_is_given_the_same_texts(
    tool: Callable[[Path], Site], tmp_path: Path
) -> None:
    """Every text lies at the same path for every generator."""
    corpus = make_corpus(20, images=2)
    site = tool(tmp_path / "site")
    site.start(corpus)
    for document in corpus:
        assert (site.folder / "content" / document.path).is_file()
    pictures = {document.image for document in corpus} - {""}
    assert len(pictures) == 2
    for name in pictures:
        assert any(site.folder.rglob(name))
