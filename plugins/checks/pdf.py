"""What of a PDF acts by itself when somebody opens it (ISO 32000-2, 12.6)."""

import io
import logging
from collections.abc import Iterator
from typing import Any

_MOST = 20_000  # objects looked at
_ACTS = {
    "/JavaScript": "JavaScript", "/JS": "JavaScript", "/Launch": "запуск програми",
    "/RichMedia": "вбудоване медіа", "/XFA": "форма XFA", "/SubmitForm": "надсилання форми",
    "/ImportData": "завантаження даних", "/EmbeddedFiles": "вкладений файл",
}  # fmt: skip


def is_locked(data: bytes) -> bool:
    """Say whether a password is needed to open it; one that only forbids printing is not."""
    reader = _reader(data)
    try:
        return bool(reader is not None and reader.is_encrypted and not reader.decrypt(""))
    except Exception:  # noqa: BLE001  # a cipher that is not known here cannot be opened here
        return True


def active_parts(data: bytes) -> list[str]:
    """Return in Ukrainian what acts by itself, each thing once."""
    if not any(sign.encode() in data for sign in _ACTS) and b"/ObjStm" not in data:
        return []  # nothing is hidden in compressed objects, and nothing is seen
    reader = _reader(data)
    found = {_ACTS[name] for name in _names(reader)} if reader is not None else set()
    return sorted(found)


def _names(reader: Any) -> Iterator[str]:
    """Yield the keys and kinds of actions among the objects of a file."""
    numbers = [*reader.xref.get(0, {}), *reader.xref_objStm]
    from pypdf.generic import DictionaryObject, IndirectObject

    for number in list(dict.fromkeys(numbers))[:_MOST]:
        try:
            one = reader.get_object(IndirectObject(number, 0, reader))
        except Exception:  # noqa: BLE001  # one broken object hides no other
            continue
        waiting = [one]
        while waiting:
            value = waiting.pop()
            if not isinstance(value, DictionaryObject):
                continue
            for key, inner in value.items():
                if key in _ACTS:
                    yield key
                elif key == "/S" and inner in _ACTS:
                    yield str(inner)
                elif isinstance(inner, DictionaryObject):
                    waiting.append(inner)


def _reader(data: bytes) -> Any:
    from pypdf import PdfReader  # heavy, and many builds need none

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it mends small faults aloud
    try:
        return PdfReader(io.BytesIO(data))
    except Exception:  # noqa: BLE001  # files.py has said that it cannot be read
        return None
