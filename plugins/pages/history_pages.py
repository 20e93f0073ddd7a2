"""The page «Історія змін» of a text: its editions, and how each differs from the one before.

There is one where readers have seen several editions (council/versions.py says which may be
shown). Search engines are kept from it: they are to find what the text says now.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from plugins.council.addresses import HISTORY
from plugins.council.dates import long_date, long_moment
from plugins.council.paragraphs import Paragraph, difference
from plugins.council.quantities import plural
from plugins.council.typography import typeset
from plugins.council.versions import Edition, Words
from plugins.output import Output, Template, page_path
from plugins.pages.meta import full_title, page_meta, report_href, way
from plugins.pages.page_inputs import PageInputs
from plugins.pages.shared import Shared
from plugins.pages.view import EditionView, HistoryView, Link, Stretch

AROUND = 1  # unchanged paragraphs shown on each side of a change


def editions_link(inputs: PageInputs, shared: Shared) -> Link | None:
    """Return the way from a text to its editions, ``None`` where there is but one."""
    if len(inputs.editions.shown) < 2:
        return None
    return Link(title=shared.word("history_link"), url=inputs.text.address + HISTORY)


def history_gap(inputs: PageInputs, shared: Shared) -> str:
    """Say that history is not shown, where a reader would look for it."""
    return shared.word("history_gap") if inputs.editions.missing else ""


def history_output(template: Template, shared: Shared, inputs: PageInputs) -> Iterator[Output]:
    """Yield the page of a text's editions, if there are several."""
    if len(inputs.editions.shown) > 1:
        yield Output(
            path=page_path(inputs.text.address + HISTORY),
            inputs=(template, shared, inputs),
            render=render_history,
        )


def render_history(template: Template, shared: Shared, inputs: PageInputs) -> str:
    """Return the page."""
    return template.render(frame=shared.frame, page=history_view(shared, inputs))


def history_view(shared: Shared, inputs: PageInputs) -> HistoryView:
    """Return what the template shows, the newest edition first."""
    text, address = inputs.text, inputs.text.address + HISTORY
    title, lead = shared.word("history_of", title=text.title), _lead(inputs, shared)
    back = Link(title=text.title, url=text.address)
    crumbs = way((*inputs.above.links, back), shared.word("history"), address, shared)
    meta = page_meta(
        shared, title=full_title(shared, title), description=lead, address=address,
        crumbs=crumbs, section=text.kind, indexed=False,
    )  # fmt: skip
    return HistoryView(
        meta=meta,
        title=title,
        breadcrumbs=crumbs,
        section=crumbs[1].url,
        report=report_href(title, address, shared),
        lead=lead,
        text=Link(title=shared.word("history_text"), url=text.address),
        editions=_editions(inputs, shared),
    )


def _lead(inputs: PageInputs, shared: Shared) -> str:
    """Say what the page tells; of an act also what it does not."""
    lead = shared.word("history_lead")
    return f"{lead} {shared.word('history_of_act')}" if inputs.text.kind == "acts" else lead


def _editions(inputs: PageInputs, shared: Shared) -> tuple[EditionView, ...]:
    shown, read = inputs.editions.shown, inputs.editions.read
    assert read is not None  # there are editions
    said = [_paragraphs(read(edition), shared) for edition in shown]
    views = [_edition(0, shown[0], (), shared, _beginning(inputs, shared))]
    for number, ((_, edition), (old, new)) in enumerate(
        zip(pairwise(shown), pairwise(said), strict=True), 1
    ):
        stretches = tuple(_stretches(difference(old, new), shared))
        views.append(_edition(number, edition, stretches, shared))
    return tuple(reversed(views))


def _edition(
    number: int, edition: Edition, stretches: tuple[Stretch, ...], shared: Shared, first: str = ""
) -> EditionView:
    moment = long_moment(edition.since, shared.lang)
    return EditionView(
        id=f"r{number + 1}",
        title=shared.word("history_edition", moment=moment),
        notes=tuple(typeset(note) for note in edition.notes),
        stretches=stretches,
        first=first,
    )


def _beginning(inputs: PageInputs, shared: Shared) -> str:
    redacted = any(change.redacted for change in inputs.text.header.changes)
    return shared.word("history_closed" if redacted else "history_first")


def _paragraphs(words: Words, shared: Shared) -> list[str]:
    """Return all that an edition says: the day of publication is a part of it."""
    day = words.published and long_date(words.day, shared.lang)
    dated = [shared.word("history_published", date=day)] if day else []
    return [words.title, *dated, *words.text.split("\n")]


def _stretches(paragraphs: Sequence[Paragraph], shared: Shared) -> Iterator[Stretch]:
    """Yield what changed with a paragraph around it; the rest of what stayed is counted."""
    near = _near_changes(paragraphs)
    for is_near, run in groupby(enumerate(paragraphs), key=lambda one: one[0] in near):
        stayed = [paragraph for _, paragraph in run]
        if is_near:
            yield from (Stretch(paragraph=paragraph) for paragraph in stayed)
        else:
            words = plural(len(stayed), *shared.word("history_same").split("|"))
            yield Stretch(skipped=f"… {words} …")


def _near_changes(paragraphs: Sequence[Paragraph]) -> set[int]:
    changed = (number for number, one in enumerate(paragraphs) if one.sort != "same")
    return {near for at in changed for near in range(at - AROUND, at + AROUND + 1)}
