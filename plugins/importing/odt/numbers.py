"""The numbers of OpenDocument's lists and headings as a reader sees them."""

from xml.etree.ElementTree import Element

from plugins.importing.number_formats import written

_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "а": "ukrainianLower", "А": "ukrainianUpper",
}  # fmt: skip


def level_of(definition: Element | None, level: int) -> Element | None:
    """Return what a list says of one of its levels, counted from 1."""
    for one in definition if definition is not None else ():
        if one.get("level") == str(level):
            return one
    return None


def label_of(definition: Element, level: int, counts: list[int]) -> str:
    """Return what stands before a paragraph: «1.1.», nothing where a level has no number."""
    place = level_of(definition, level)
    if place is None or not place.get("num-format"):
        return ""
    shown = number(place.get("display-levels"), 1, level)
    numbers = []
    for above in range(level - shown + 1, level + 1):
        asked = level_of(definition, above)
        format_ = (asked.get("num-format") if asked is not None else "") or ""
        if format_:
            known = _FORMATS.get(format_.split(",")[0].strip(), "decimal")
            numbers.append(written(max(counts[above - 1], 1), known))
    prefix, suffix = place.get("num-prefix", ""), place.get("num-suffix", "")
    return (prefix + ".".join(numbers) + suffix).strip()


def number(text: str | None, default: int, most: int) -> int:
    """Return a whole number from 1 to ``most`` as typed in an attribute, else the default."""
    return max(1, min(int(text[:9]), most)) if text and text.isdecimal() else default
