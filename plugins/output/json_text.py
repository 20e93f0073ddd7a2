"""JSON as this site publishes it."""

from pydantic_core import to_json


def as_json(value: object) -> str:
    """Return JSON that people can read and programs compare: in Ukrainian letters, line by line."""
    return to_json(value, indent=1).decode() + "\n"
