from tests.benchmarks.measure import Run
from tests.benchmarks.report import HUGO, OURS, as_markdown, figure


def _run(wall: float, peak: int = 0, written: int = 1) -> Run:
    return Run(wall=wall, cpu=wall, peak=peak, written=written, pages=100)


def test_table_has_medians_and_ratios() -> None:
    """The timed turns give the median, the watched one the memory, all of them the most written."""
    ours = figure(1000, OURS, "cold", _run(9, 50_000_000), [_run(1), _run(2, written=7), _run(8)])
    hugo = figure(1000, HUGO, "cold", _run(9, 200_000_000), [_run(4)])
    tables = as_markdown([ours, hugo], "Measured by hand.")
    row = "| cold: everything; no output, no cache | 2.00 (2.00) | 4.00 (4.00) | 0.500 | 7 of 100 |"
    assert tables.startswith("Measured by hand.\n\n### 1,000 documents\n")
    assert row in tables
    assert "| 1,000 | 50 | – | 200 | – | 0.25 |" in tables
