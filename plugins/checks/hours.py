"""Hours of work that a browser and a search engine can read."""

from collections.abc import Iterator

from plugins.council.header import Contact
from plugins.council.hours_grammar import means_a_week
from plugins.council.opening_hours import parse_opening_hours
from plugins.council.problem import Problem
from plugins.output import Written, rule


@rule("hours", says="Години роботи записано днями й часом", excusable=True)
def hours_are_a_timetable(written: Written) -> Iterator[Problem]:
    """Days and times make a timetable: a page says whether it is open now, searchers know it.

    Words without days and times are shown as they stand: «за домовленістю», «цілодобово».

    Погано:  hours: пн-пт 8-17
    Добре:   hours: Пн–Пт 08:00–17:00, перерва 12:00–12:45
    """
    header = written.text.header if written.text else None
    if not isinstance(header, Contact) or not header.hours:
        return
    typed = "; ".join(header.hours)
    try:
        parse_opening_hours(typed)
    except ValueError as error:
        if written.text and means_a_week(typed):
            message = f"сайт покаже лише ці слова, без «зараз відчинено»: {error}"
            yield Problem(
                path=written.path, line=written.text.lines.get("hours", 1), field="hours",
                message=message, rule="hours", severity="warning",
            )  # fmt: skip
