"""The words of the forms and the schema: neither has a key that the other lacks."""

from collections.abc import Iterator

from plugins.council.header import KINDS
from plugins.council.header_base import Part
from plugins.web_editor.shapes import Shape, shapes
from plugins.web_editor.words import words


def all_shapes(models: tuple[type[Part], ...] = tuple(KINDS.values())) -> Iterator[Shape]:
    """Yield the keys of all kinds and of the records inside them."""
    for model in models:
        for shape in shapes(model):
            yield shape
            yield from all_shapes((shape.part,) if shape.part else ())


def test_every_key_has_words() -> None:
    """A key added to the schema is a field of the form at once, or this says what to write."""
    missing = {shape.name for shape in all_shapes() if shape.name not in words().said["fields"]}
    own = {f"{shape.model}.{shape.name}" for shape in all_shapes()} & set(words().said["fields"])
    assert missing <= {name.split(".")[1] for name in own}, "Допишіть plugins/web_editor/words.yaml"


def test_no_words_without_a_key() -> None:
    """Words of a key that the schema no longer has are taken out."""
    names = {shape.name for shape in all_shapes()}
    names |= {f"{shape.model}.{shape.name}" for shape in all_shapes()}
    assert set(words().said["fields"]) <= names
    assert set(words().said["kinds"]) == set(KINDS)


def test_every_choice_has_a_name() -> None:
    """Values of closed lists are shown in Ukrainian."""
    for shape in all_shapes():
        for value in shape.choices:
            assert any(
                letter in "абвгґдеєжзиіїйклмн" for letter in words().choice(shape.name, value)
            )


def test_types_are_known_by_name() -> None:
    """What the code in the browser is told by a key's name is true in every record."""
    many: dict[str, set[bool]] = {}
    truth: dict[str, set[bool]] = {}
    for shape in all_shapes():
        many.setdefault(shape.name, set()).add(shape.many)
        truth.setdefault(shape.name, set()).add(shape.holds == "truth")
    for said in (many, truth):
        assert [name for name, found in said.items() if len(found) > 1] == []
