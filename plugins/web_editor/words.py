"""What the editor's forms say: words.yaml, the only place of labels and hints."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from plugins.web_editor.shapes import Shape

FILE = Path(__file__).with_name("words.yaml")


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a field, what to write in it, and what one of many is called when added."""

    label: str
    hint: str = ""
    one: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue; ``said`` is it as it stands in the file."""

    said: Mapping[str, Any]

    def of(self, shape: Shape) -> Label:
        """Return the words of a key: those of this record, else those of the name."""
        fields = self.said["fields"]
        return Label(**fields.get(f"{shape.model}.{shape.name}") or fields[shape.name])

    def named(self, name: str) -> Label:
        """Return the words of what is no key of the schema: the text, the folder of a page."""
        return Label(**self.said[name])

    def choice(self, name: str, value: str) -> str:
        """Return how a value of a closed list is called."""
        return str(self.said["choices"].get(name, {}).get(value, value))

    def pattern(self, name: str) -> str:
        """Return what is said of a value of another form."""
        return str(self.said["patterns"][name])


@cache
def words() -> Words:
    """Read the catalogue."""
    return Words(yaml.load(FILE.read_bytes(), Loader=yaml.CSafeLoader))
