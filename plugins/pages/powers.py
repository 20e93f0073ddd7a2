"""When a body had powers: convocations, periods, and what is not known of them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from plugins.council.dates import long_date
from plugins.pages.shared import Shared
from plugins.pages.view import Fact


def power_facts(details: Mapping[str, Any], shared: Shared) -> Iterator[Fact]:
    """Yield convocations and periods of powers; an unknown date is said to be unknown."""
    if number := details.get("composition"):
        yield Fact(label=shared.word("body_composition"), values=(str(number),))
    for one in details.get("convocations") or ():
        label = shared.word("convocation_title", number=one.get("number"))
        yield Fact(label=label, values=(period_words(one, shared),))
    for one in details.get("powers") or ():
        ground = (str(one["ground"]),) if one.get("ground") else ()
        yield Fact(label=shared.word("body_powers"), values=(period_words(one, shared), *ground))


def period_words(details: Mapping[str, Any], shared: Shared) -> str:
    """Return «початок: …; кінець: …»."""
    since, until = (_day(details.get(key), shared) for key in ("from", "to"))
    return shared.word("since_until", since=since, until=until)


def _day(value: object, shared: Shared) -> str:
    if value is None:
        return shared.word("unknown")
    return long_date(value, shared.lang) if isinstance(value, date) else str(value)
