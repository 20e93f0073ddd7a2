"""What happened to an act, day by day, and which act ends which."""

from xml.etree.ElementTree import Element, SubElement

from plugins.akoma_ntoso.elements import ISSUER, ORIGINAL, add
from plugins.akoma_ntoso.relations import Related
from plugins.council.header import Act

_TYPES = {"amended_by": "amendment", "repealed_by": "repeal"}
"""Relations that are events of a type of the schema; others refer to an event by its name."""


def add_lifecycle(around: Element, act: Act, others: tuple[Related, ...]) -> None:
    """Add the events whose days are known, the earliest first."""
    events = [{"date": str(act.adopted), "source": ORIGINAL, "type": "generation"}]
    if act.effective_from is not None:
        start = {"date": str(act.effective_from), "source": ORIGINAL, "refersTo": "#in_force"}
        events.append(start)
    for one in others:
        if one.day is not None:
            kind = _TYPES.get(one.relation, "")
            refers = "" if kind else f"#{one.relation}"
            event = {"date": str(one.day), "source": f"#{one.eid}", "type": kind}
            events.append({**event, "refersTo": refers})
    made = add(around, "lifecycle", source=ISSUER)
    for number, event in enumerate(sorted(events, key=_date), 1):
        add(made, "eventRef", eId=f"event_{number}", **event)


def _date(event: dict[str, str]) -> str:
    return event["date"]


def add_analysis(around: Element, others: tuple[Related, ...]) -> None:
    """Add which act ends which. How a text is amended only its reader can say."""
    ending = [one for one in others if one.relation == "repeals"]
    ended = [one for one in others if one.relation == "repealed_by" and one.day is not None]
    if not (ending or ended):
        return
    analysis = add(around, "analysis", source=ISSUER)
    for tag, ends in (("activeModifications", ending), ("passiveModifications", ended)):
        if ends:
            made = add(analysis, tag)
            for one in ends:
                _add_end(made, one)


def _add_end(around: Element, one: Related) -> None:
    made = add(around, "forceMod", eId=f"mod_{one.eid}", type="endOfEnactment")
    source, destination = (ORIGINAL, one.href) if one.is_active else (one.href, ORIGINAL)
    SubElement(made, "source", href=source)
    SubElement(made, "destination", href=destination)
