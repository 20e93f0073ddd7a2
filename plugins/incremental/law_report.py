"""What `make check-law` says: every finding with its file, article and days, then a summary."""

from collections.abc import Iterator

from plugins.council.bodies import commissions
from plugins.council.dates import as_date, instant
from plugins.council.law import breaches, case
from plugins.council.law_words import findings
from plugins.council.quantities import integer, plural
from plugins.incremental.build import planned_site
from plugins.incremental.console import Console
from plugins.incremental.settings import Settings


def law_report(settings: Settings, console: Console, folder: str) -> Iterator[str]:
    """Yield the lines; ``folder`` is the name of the content folder. Raises as ``build`` does."""
    site, _ = planned_site(settings, console)
    law = site.vocabulary.law
    today = as_date(instant(site.now))
    held = case(law, site.register.texts, today, site.files, commissions(site.vocabulary))
    found = findings(law, breaches(held))
    for one in found:
        yield f"{folder}/{one}"
    notes = sum(one.severity == "note" for one in found)
    checked = (
        plural(len(held.acts), "акт", "акти", "актів"),
        plural(len(held.bills), "проєкт", "проєкти", "проєктів"),
        plural(len(held.sessions), "сесію", "сесії", "сесій"),
    )
    counted = f"Зауважень: {integer(len(found) - notes)}, приміток: {integer(notes)}."
    yield f"Перевірено {checked[0]}, {checked[1]} і {checked[2]}. {counted}"
