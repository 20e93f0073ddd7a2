"""``deploy.toml``, read with the standard library alone: a rollback has no time for more."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from plugins.delivery.errors import Failed
from plugins.delivery.targets import KINDS, Target


def read_targets(file: Path) -> Mapping[str, Target]:
    """Return all targets of the file by name. Raises Failed naming everything that is wrong."""
    try:
        tree = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise Failed(
            f"немає {file}: у ньому описано, куди розгортати (docs/publishing.md)"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Failed(f"{file}: не TOML: {error}") from None
    tables = tree.get("targets", {})
    if not isinstance(tables, dict) or not all(isinstance(one, dict) for one in tables.values()):
        raise Failed(f"{file}: цілі записують так: [targets.назва]")
    found, wrong = {}, []
    for name, table in tables.items():
        target, faults = _target(name, table)
        if target is not None:
            found[name] = target
        wrong += [f"{file}: [targets.{name}] {fault}" for fault in faults]
    if wrong:
        raise Failed("\n".join(wrong))
    return found


def chosen(targets: Mapping[str, Target], names: str) -> list[Target]:
    """Return the targets named, with commas or spaces between. Raises Failed for unknown names."""
    wanted = names.replace(",", " ").split()
    known = ", ".join(targets) or "жодної"
    if not wanted:
        raise Failed(f"назвіть ціль: TARGET=… (у deploy.toml описано: {known})")
    if unknown := [name for name in wanted if name not in targets]:
        raise Failed(f"цілі «{unknown[0]}» в deploy.toml немає (описано: {known})")
    return [targets[name] for name in dict.fromkeys(wanted)]


def _target(name: str, table: Mapping[str, Any]) -> tuple[Target | None, list[str]]:
    """Return the target that a table describes, or all that is wrong with the table."""
    values = dict(table)
    record = KINDS.get(str(values.pop("kind", "")))
    if record is None:
        return None, [f"kind: треба вказати один із видів: {', '.join(KINDS)}"]
    known = {one.name: one for one in fields(record)}
    faults = [f"{key}: такого ключа немає" for key in values if key not in known or key == "name"]
    meant: dict[str, Any] = {"name": name}
    for key, one in known.items():
        if key in values and key != "name":
            try:
                meant[key] = one.metadata["check"](values[key])
            except ValueError as error:
                faults.append(f"{key}: {error}")
        elif key != "name" and one.default is MISSING:
            faults.append(f"{key}: треба вказати")
    return (None, faults) if faults else (record(**meant), [])
