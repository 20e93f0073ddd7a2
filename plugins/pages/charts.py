"""Charts drawn while building: horizontal bars in SVG, with the same numbers as a table."""

from collections.abc import Sequence

from plugins.council.quantities import integer
from plugins.pages.shared import Shared
from plugins.pages.view import Bar, Chart

_LEFT, _FULL, _RIGHT = 56, 224, 72  # units of the drawing: label, longest bar, number
_STEP, _THICK = 30, 18


def bar_chart(
    name: str, title: str, bars: Sequence[tuple[str, int, str]], *, most: int,
    head: tuple[str, ...], rows: tuple[tuple[str, ...], ...],
) -> Chart:  # fmt: skip
    """Return a chart of (label, number, number in words); ``most`` is the number of a full bar.

    ``name`` tells it from other charts of the page, ``head`` and ``rows`` are its table.
    """
    return Chart(
        id=name,
        title=title,
        description="; ".join(f"{label} – {words}" for label, _, words in bars),
        width=_LEFT + _FULL + _RIGHT,
        height=_STEP * len(bars),
        left=_LEFT,
        full=_FULL,
        thick=_THICK,
        bars=tuple(
            Bar(
                label=label, value=words, y=_STEP * place + (_STEP - _THICK) // 2,
                width=_FULL * number // most,
            )
            for place, (label, number, words) in enumerate(bars)
        ),
        head=head,
        rows=rows,
    )  # fmt: skip


def acts_chart(years: Sequence[tuple[int, int]], shared: Shared) -> Chart | None:
    """Return how many acts each year has, as bars and as a table; ``None`` without any."""
    if not years:
        return None
    bars = [(str(year), count, integer(count, shared.lang)) for year, count in years]
    return bar_chart(
        "acts",
        shared.word("acts_chart"),
        bars,
        most=max(count for _, count, _ in bars),
        head=tuple(shared.word("acts_table").split("|")),
        rows=tuple((year, words) for year, _, words in bars),
    )
