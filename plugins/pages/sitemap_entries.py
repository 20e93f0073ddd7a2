"""What the sitemap is to say of pages: only of those that search engines may show."""

from plugins.council.dates import iso
from plugins.council.renditions import fallback
from plugins.council.text import Text
from plugins.output import PageEntry
from plugins.pages.page_inputs import PageInputs
from plugins.pages.shared import Shared


def sitemap_part(text: Text) -> str:
    """Return the part of the sitemap in which a text stands: by kind, year and language."""
    year = f"-{text.day.year}" if text.day is not None else ""
    return f"{text.kind}{year}{'' if text.lang == 'uk' else '-' + text.lang}"


def text_entry(inputs: PageInputs, shared: Shared) -> PageEntry | None:
    """Return the entry of a text: part by kind and year, its date, its pictures."""
    if not shared.indexed:
        return None
    text = inputs.text
    images = (fallback(file) for _, file in sorted(inputs.files.items()) if file.width)
    return PageEntry(
        url=shared.absolute(text.address),
        modified=iso(text.changed) if text.changed is not None else "",
        part=sitemap_part(text),
        images=tuple(shared.absolute(image.address) for image in images),
        alternates=_alternates(inputs, shared),
    )


def _alternates(inputs: PageInputs, shared: Shared) -> tuple[tuple[str, str], ...]:
    if inputs.translation is None:
        return ()
    both: tuple[Text, Text] = (inputs.text, inputs.translation)
    return tuple(sorted((text.lang, shared.absolute(text.address)) for text in both))


def list_entry(newest: Text | None, address: str, part: str, shared: Shared) -> PageEntry | None:
    """Return the entry of a page of a list; an empty list is not worth a visit."""
    if not shared.indexed or newest is None:
        return None
    assert newest.moment is not None  # lists hold dated texts only
    return PageEntry(url=shared.absolute(address), modified=iso(newest.moment), part=part)


def votes_entry(newest: Text, address: str, part: str, shared: Shared) -> PageEntry | None:
    """Return the entry of a deputy's votes in a year; ``newest`` is the last session there."""
    if not shared.indexed:
        return None
    assert newest.moment is not None  # a session has its date
    url = shared.absolute(address)
    return PageEntry(url=url, modified=iso(newest.changed or newest.moment), part=part)


def page_entry(address: str, shared: Shared) -> PageEntry | None:
    """Return the entry of a page without a date of its own."""
    if not shared.indexed:
        return None
    return PageEntry(url=shared.absolute(address), modified="", part="lists")
