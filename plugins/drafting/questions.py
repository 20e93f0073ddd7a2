"""What to ask for a text of some kind, and whether an answer will do: the schema says both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from plugins.council.draft import own_keys
from plugins.council.header import KINDS, Header
from plugins.council.header_words import KEY_WORDS
from plugins.council.messages import EXAMPLES, problems_of
from plugins.council.vocabulary import Vocabulary

_ALWAYS_ASKED = ("summary",)
_NOW = ("date", "published", "starts")
"""Required keys that for a new text mean the present moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One key to be asked for. ``choices`` are its possible values with their names."""

    key: str
    words: str
    example: str
    required: bool
    now: bool
    choices: Mapping[str, str]


class NoAnswer(ValueError):
    """A value that will not do; the message says how to write it, in Ukrainian."""


def questions(folder: str, words: Vocabulary) -> Iterator[Question]:
    """Yield what is asked of a text in ``folder``: what it cannot do without, and a summary."""
    kind = KINDS[folder]
    for key in own_keys(kind):
        required = kind.model_fields[key].is_required()
        if required or key in _ALWAYS_ASKED:
            yield Question(
                key=key,
                words=KEY_WORDS[key],
                example=EXAMPLES.get(key, f"{key}: ").partition(": ")[2],
                required=required,
                now=required and key in _NOW,
                choices=_choices(key, kind, words),
            )


def require_known(folder: str, key: str, value: object, words: Vocabulary) -> None:
    """Raise NoAnswer when a value is none of the words that the site knows for this key."""
    known = words.topics if key == "topics" else _choices(key, KINDS[folder], words)
    given = value if isinstance(value, list) else [value]
    if known and (strange := next((one for one in given if one not in known), None)):
        raise NoAnswer(f"«{strange}» сайт не знає. Оберіть: {', '.join(known)}.")


def _choices(key: str, kind: type[Header], words: Vocabulary) -> Mapping[str, str]:
    vocabularies = {"body": words.bodies, "kind": words.act_kinds}
    if key in vocabularies:
        return {slug: entry.name() for slug, entry in vocabularies[key].items()}
    annotation = kind.model_fields[key].annotation
    if get_origin(annotation) is Literal:
        return {str(value): "" for value in get_args(annotation)}
    return {}


def answer(folder: str, key: str, typed: str, now: datetime) -> object:
    """Return the value that was typed, as a header holds it.

    «зараз» and «сьогодні» are ``now``, where a moment is asked. Raises NoAnswer.
    """
    kind = KINDS[folder]
    meant: Any = {"зараз": now, "сьогодні": now.date()}.get(typed.lower(), typed)
    try:
        kind.model_validate({key: meant})
    except ValidationError as error:
        for problem in problems_of(error, kind, {(key,): 1}, ""):
            if problem.field.partition(".")[0] == key:
                raise NoAnswer(problem.message) from None
    field = kind.model_fields[key]
    whole: Any = field.annotation
    for one in field.metadata:
        whole = Annotated[whole, one]
    value: object = TypeAdapter(whole).validate_python(meant)
    return list(value) if isinstance(value, tuple) else value
