"""What OParl 1.1 says of its objects: properties that must be there, and what each holds.

Facts of the specification (https://schema.oparl.org/1.1/), in words of our own: ``url``,
``date`` and ``date-time`` are strings of that form, ``[…]`` is a list, a capital begins the name
of an object.
"""

import re
from collections.abc import Iterator
from typing import Any

SCHEMA = "https://schema.oparl.org/1.1/"

COMMON = {
    "id": "url", "type": "string", "license": "url", "created": "date-time",
    "modified": "date-time", "web": "url", "keyword": "[string]", "deleted": "boolean",
}  # fmt: skip

OBJECTS = {
    "System": {
        "oparlVersion": "url", "body": "url", "name": "string", "contactEmail": "string",
        "contactName": "string", "website": "url",
    },
    "Body": {
        "system": "url", "name": "string", "website": "url", "contactEmail": "string",
        "organization": "url", "person": "url", "meeting": "url", "paper": "url",
        "legislativeTerm": "[LegislativeTerm]",
    },
    "LegislativeTerm": {"body": "url", "name": "string", "startDate": "date", "endDate": "date"},
    "Organization": {
        "body": "url", "name": "string", "shortName": "string", "organizationType": "string",
        "subOrganizationOf": "url", "startDate": "date", "endDate": "date",
    },
    "Person": {
        "body": "url", "name": "string", "familyName": "string", "givenName": "string",
        "phone": "[string]", "email": "[string]", "status": "[string]",
        "membership": "[Membership]",
    },
    "Membership": {
        "organization": "url", "role": "string", "startDate": "date", "endDate": "date",
    },
    "Meeting": {
        "name": "string", "start": "date-time", "end": "date-time", "location": "Location",
        "organization": "[url]", "participant": "[url]", "resultsProtocol": "File",
        "auxiliaryFile": "[File]", "agendaItem": "[AgendaItem]",
    },
    "AgendaItem": {
        "number": "string", "order": "integer", "name": "string", "consultation": "url",
        "result": "string", "resolutionFile": "File",
    },
    "Location": {"description": "string"},
    "Paper": {
        "body": "url", "name": "string", "reference": "string", "date": "date",
        "paperType": "string", "relatedPaper": "[url]", "mainFile": "File",
        "auxiliaryFile": "[File]", "originatorOrganization": "[url]",
        "consultation": "[Consultation]",
    },
    "Consultation": {"agendaItem": "url", "meeting": "url", "organization": "[url]"},
    "File": {
        "name": "string", "fileName": "string", "mimeType": "string", "date": "date",
        "size": "integer", "accessUrl": "url", "downloadUrl": "url",
    },
}  # fmt: skip

REQUIRED = {
    "System": ("oparlVersion", "body"),
    "Body": ("name", "organization", "person", "meeting", "paper", "legislativeTerm"),
    "AgendaItem": ("order",),
    "File": ("accessUrl",),
}
"""What an object must have beside ``id`` and ``type``."""

_ZONE = r"(?:Z|[+-]\d\d:\d\d)"
_FORMS = {
    "string": r"(?s).+",
    "url": r"https?://[^\s<>\"{}|\\^`]+",
    "date": r"\d{4}-\d\d-\d\d",
    "date-time": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d" + _ZONE,
}


def faults(thing: Any, kind: str, place: str = "") -> Iterator[str]:
    """Yield what is wrong with an object of a kind and all that stands in it."""
    if thing.get("type") != SCHEMA + kind:
        yield f"{place}: type {thing.get('type')}"
    for name in ("id", *REQUIRED.get(kind, ())):
        if name not in thing:
            yield f"{place}: {kind} without {name}"
    for name, value in thing.items():
        if ":" not in name:
            form = {**COMMON, **OBJECTS[kind]}.get(name)
            if form is None:
                yield f"{place}: {kind} has no {name}"
            else:
                yield from _value(value, form, f"{place}/{kind}.{name}")


def _value(value: Any, form: str, place: str) -> Iterator[str]:
    if form.startswith("["):
        if not isinstance(value, list):
            yield f"{place}: no list"
            return
        for one in value:
            yield from _value(one, form[1:-1], place)
    elif form[0].isupper():
        yield from faults(value, form, place)
    elif form in ("integer", "boolean"):
        if type(value) is not (int if form == "integer" else bool):
            yield f"{place}: {value!r} is no {form}"
    elif not isinstance(value, str) or not re.fullmatch(_FORMS[form], value):
        yield f"{place}: {value!r} is no {form}"


def inside(thing: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of OParl in a value, the outer one first."""
    if isinstance(thing, dict):
        if str(thing.get("type", "")).startswith(SCHEMA):
            yield thing
        for value in thing.values():
            yield from inside(value)
    elif isinstance(thing, list):
        for one in thing:
            yield from inside(one)


def addresses(thing: Any) -> Iterator[str]:
    """Yield every address that a value names."""
    if isinstance(thing, dict):
        for value in thing.values():
            yield from addresses(value)
    elif isinstance(thing, list):
        for one in thing:
            yield from addresses(one)
    elif isinstance(thing, str) and thing.startswith("http"):
        yield thing
