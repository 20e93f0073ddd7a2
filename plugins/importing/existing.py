"""What ``content/`` holds already: which addresses answer, and which text has which old address."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from plugins.council.addresses import address
from plugins.council.control import without_invisible
from plugins.council.fields import old_address
from plugins.council.front_matter import decode, read_front_matter
from plugins.council.header import KINDS
from plugins.council.header_yaml import FrontMatterError


@dataclass(slots=True)
class Existing:
    """Addresses in small letters → the path of the text that answers there.

    ``old`` are the aliases of all texts. A text whose header is faulty answers nowhere yet.
    """

    addresses: dict[str, str] = field(default_factory=dict)
    old: dict[str, str] = field(default_factory=dict)


def existing_in(content: Path, folders: Iterator[str] | tuple[str, ...] = tuple(KINDS)) -> Existing:
    """Return what the texts in these folders of ``content`` answer to."""
    found = Existing()
    for folder in folders:
        for file in sorted((content / folder).rglob("*.md")):
            if not file.is_symlink() and file.is_file():
                _add(file.relative_to(content).as_posix(), file.read_bytes(), folder, found)
    return found


def _add(path: str, data: bytes, folder: str, found: Existing) -> None:
    try:
        values = read_front_matter(without_invisible(decode(data))).values
    except FrontMatterError:
        return
    given = {key: value for key, value in values.items() if value is not None}
    aliases = given.get("aliases", ())
    for old in [aliases] if isinstance(aliases, str) else aliases:
        with suppress(ValueError):
            found.old.setdefault(old_address(str(old)).lower(), path)
    try:
        where = address(folder, path, KINDS[folder].model_validate(given))
    except (ValidationError, ValueError):
        return
    found.addresses.setdefault(where.lower(), path)
