"""Hours of work as a page shows them."""

from pathlib import Path

from plugins.output import Theme
from plugins.pages.contacts import hours

THEME = Theme(Path(__file__).parents[2] / "theme")


def _shown(*lines: str) -> str:
    macro = THEME.template("components/hours.html", "uk").macro("hours")
    return str(macro(hours(lines, "uk")))


def test_a_timetable_is_shown_by_rows_and_read_by_the_script() -> None:
    """Rows for people, minutes of the week for hours.js."""
    shown = _shown("Пн–Пт 08:00–17:00")
    assert "<dd>08:00–17:00</dd>" in shown
    assert 'data-hours="[[[480,1020]],' in shown


def test_words_stand_as_they_are() -> None:
    """The script finds nothing to read, and fails on no empty timetable."""
    shown = _shown("за домовленістю", "або телефоном")
    assert '<p class="hours__note">за домовленістю; або телефоном</p>' in shown
    assert "data-hours" not in shown and "<dl" not in shown
