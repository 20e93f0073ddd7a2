"""Tables: pipes where each cell is one, HTML where cells are merged; nothing of a cell is lost."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from plugins.importing.markdown.spans import BREAK, Span, markdown_of, spans_of

_BLOCKS = {
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure",
    "figcaption", "table", "tr", "section", "dl", "dt", "dd", "tbody", "thead", "caption",
}  # fmt: skip
_MOST = 60  # columns or rows that one cell may claim


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its lines, how far it reaches, whether it heads a row or a column."""

    lines: tuple[tuple[Span, ...], ...]
    columns: int = 1
    rows: int = 1
    head: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(span.text.strip() for line in self.lines for span in line)


Row = list[Cell]


def table_rows(table: Element) -> list[Row]:
    """Return the rows of a table that hold anything; those of tables inside are lines of cells."""
    rows = [[_cell(cell) for cell in row if cell.tag in ("td", "th")] for row in _rows(table)]
    spanning = any(cell.rows > 1 for row in rows for cell in row)
    return [row for row in rows if row and (spanning or any(not cell.empty for cell in row))]


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _cell(cell: Element) -> Cell:
    lines = tuple(tuple(line) for line in _lines(cell) if any(s.text.strip() for s in line))
    span = [_number(cell.get(name)) for name in ("colspan", "rowspan")]
    return Cell(lines, span[0], span[1], head=cell.tag == "th")


def _number(text: str | None) -> int:
    return min(int(text), _MOST) if text and text.isdecimal() and int(text) else 1


def _lines(element: Element) -> Iterator[list[Span]]:
    """Yield the lines of a cell: each block inside it, and what stands between blocks."""
    if element.tag == "tr":
        yield _joined_row(element)
        return
    run = Element("span")
    run.text = "– " + (element.text or "") if element.tag == "li" else element.text
    for child in element:
        if child.tag in _BLOCKS or _holds_block(child):
            yield spans_of(run)
            yield from _lines(child)
            run = Element("span")
            run.text = child.tail
        else:
            run.append(child)
    yield spans_of(run)


def _holds_block(element: Element) -> bool:
    return any(inner.tag in _BLOCKS for inner in element.iter())


def _joined_row(row: Element) -> list[Span]:
    joined: list[Span] = []
    for cell in row:
        for line in _lines(cell):
            if line:
                joined += [Span("; "), *line] if joined else line
    return joined


def table_markdown(rows: list[Row]) -> str:
    """Return the Markdown of a table."""
    width = max(len(row) for row in rows)
    merged = any(cell.columns > 1 or cell.rows > 1 for row in rows for cell in row)
    ragged = any(len(row) != width for row in rows)
    return _html(rows) if merged or (ragged and width > 1) else _pipes(rows, width)


def _pipes(rows: list[Row], width: int) -> str:
    lines = [_pipe_row(row) for row in rows]
    return "\n".join([lines[0], "| " + " | ".join(["---"] * width) + " |", *lines[1:]])


def _pipe_row(row: Row) -> str:
    cells = (_in_one_line(cell).replace("|", "\\|") for cell in row)
    return "| " + " | ".join(cells) + " |"


def _in_one_line(cell: Cell) -> str:
    made = (markdown_of(line, "<br>").replace(BREAK, "<br>") for line in cell.lines)
    return "<br>".join(line for line in made if line)


def _html(rows: list[Row]) -> str:
    heads = _head_rows(rows)
    lines = ["<table>"]
    if heads:
        lines += ["<thead>", *(_html_row(row, True) for row in rows[:heads]), "</thead>"]
    lines += ["<tbody>", *(_html_row(row, False) for row in rows[heads:]), "</tbody>", "</table>"]
    return "\n".join(lines)


def _head_rows(rows: list[Row]) -> int:
    """Return how many rows at the top are heads: those marked so, else the first and its reach."""
    marked = 0
    while marked < len(rows) and all(cell.head for cell in rows[marked]):
        marked += 1
    wanted = marked or max(cell.rows for cell in rows[0])
    return wanted if wanted < len(rows) else 0


def _html_row(row: Row, head: bool) -> str:
    return "<tr>" + "".join(_html_cell(cell, head) for cell in row) + "</tr>"


def _html_cell(cell: Cell, head: bool) -> str:
    tag = "th" if head or cell.head else "td"
    span = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    span += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    inner = "<br>".join("".join(map(_html_span, line)).strip() for line in cell.lines)
    return f"<{tag}{span}>{inner}</{tag}>"


_PICTURE = re.compile(r'!\[(?P<alt>.*)\]\((?P<src>[^)\s]*)(?: "(?P<title>[^"]*)")?\)', re.DOTALL)
_NOTE = re.compile(r"\[\^(?P<number>\w+)\]")


def _html_span(span: Span) -> str:
    if span.ready:
        return _html_ready(span.text)
    made = html.escape(span.text, quote=False).replace(BREAK, "<br>")
    wraps: list[tuple[bool, Callable[[str], str]]] = [
        (bool(span.tag), lambda inner: f"<{span.tag}>{inner}</{span.tag}>"),
        (span.italic, lambda inner: f"<em>{inner}</em>"),
        (span.bold, lambda inner: f"<strong>{inner}</strong>"),
        (bool(span.href), lambda inner: f'<a href="{html.escape(span.href)}">{inner}</a>'),
    ]
    for wanted, wrap in wraps if span.text.strip() else ():
        made = wrap(made) if wanted else made
    return made


def _html_ready(text: str) -> str:
    if found := _PICTURE.fullmatch(text):
        alt = html.escape(re.sub(r"\\(.)", r"\1", found["alt"]))
        return f'<img src="{html.escape(found["src"])}" alt="{alt}">'
    # No Markdown is read inside HTML: a note is named by its number.
    return _NOTE.sub(r"<sup>(прим. \g<number>)</sup>", html.escape(text, quote=False))
