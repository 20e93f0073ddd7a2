"""A chart of time over size as SVG: logarithmic axes, lines labelled at their ends."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 30, 60
CLOSE = 16  # pixels: labels nearer than this are moved apart

STYLE = """
svg { font: 14px system-ui, sans-serif; --ink: #1a1a1a; --grid: #d6dae0; --paper: #ffffff }
.c0 { --line: #0b5cad } .c1 { --line: #0a7d3c } .c2 { --line: #b3261e } .c3 { --line: #7a4a00 }
@media (prefers-color-scheme: dark) {
  svg { --ink: #f0f2f5; --grid: #3a4350; --paper: #0d1520 }
  .c0 { --line: #7db8ff } .c1 { --line: #6fd694 } .c2 { --line: #ff9d94 } .c3 { --line: #f0b860 }
}
.paper { fill: var(--paper) } text { fill: var(--ink) } .grid { stroke: var(--grid) }
.line { fill: none; stroke: var(--line); stroke-width: 2.5 } .dot, g text { fill: var(--line) }
"""

Points = Sequence[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class _Axis:
    """A logarithmic scale from pixel ``start`` to pixel ``end``."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))
        return self.start + share * (self.end - self.start)


def draw(title: str, lines: Mapping[str, Points]) -> str:
    """Return the chart of lines by their names; points are (documents, seconds), both above 0."""
    sizes = sorted({size for points in lines.values() for size, _ in points})
    times = [seconds for points in lines.values() for _, seconds in points]
    across = _Axis(sizes[0] * 0.8, sizes[-1] * 1.25, LEFT, WIDTH - RIGHT)
    down = _Axis(
        10 ** floor(log10(min(times))), 10 ** ceil(log10(max(times))), HEIGHT - BOTTOM, TOP
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' aria-labelledby="title desc">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(_words(lines))}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>',
        *_grid(sizes, across, down),
        *_lines(lines, across, down),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _words(lines: Mapping[str, Points]) -> str:
    """Return what the chart shows, for those who do not see it."""
    return " ".join(
        f"{name}: " + ", ".join(f"{seconds:.2f} s at {size:,}" for size, seconds in points) + "."
        for name, points in lines.items()
    )


def _grid(sizes: Iterable[float], across: _Axis, down: _Axis) -> Iterator[str]:
    exponent = round(log10(down.low))
    while (seconds := 10.0**exponent) <= down.high * 1.001:
        y = down(seconds)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 5:.1f}" text-anchor="end">{seconds:g} s</text>'
        exponent += 1
    for size in sizes:
        x = across(size)
        yield f'<path class="grid" d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}"/>'
        label = f"{size:,}"
        yield f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{label}</text>'
    middle = (LEFT + WIDTH - RIGHT) / 2
    yield f'<text x="{middle}" y="{HEIGHT - 14}" text-anchor="middle">documents</text>'


def _lines(lines: Mapping[str, Points], across: _Axis, down: _Axis) -> Iterator[str]:
    ends = {name: down(points[-1][1]) for name, points in lines.items()}
    labels = _apart(ends)
    for number, (name, points) in enumerate(lines.items()):
        spots = [(across(size), down(seconds)) for size, seconds in points]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in spots)
        yield f'<g class="c{number % 4}"><path class="line" d="M{path}"/>'
        yield from (f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in spots)
        x, y = spots[-1][0] + 10, labels[name] + 5
        yield f'<text x="{x:.1f}" y="{y:.1f}">{escape(name)}</text></g>'


def _apart(wanted: Mapping[str, float]) -> dict[str, float]:
    """Return heights near the wanted ones, none covering another."""
    found: dict[str, float] = {}
    last = float("-inf")
    for name in sorted(wanted, key=lambda name: wanted[name]):
        found[name] = last = max(wanted[name], last + CLOSE)
    return found
