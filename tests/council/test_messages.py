from typing import Any

import pytest
from pydantic import ValidationError

from plugins.council.header import KINDS, Act, Header, News
from plugins.council.header_yaml import read_yaml
from plugins.council.messages import EXAMPLES, problems_of


def told(kind: type[Header], yaml: str) -> list[tuple[int, str, str]]:
    """Return (line, field, message) of every fault of a header that begins on line 2."""
    values, lines = read_yaml(yaml)
    given = {key: value for key, value in values.items() if value is not None}
    with pytest.raises(ValidationError) as error:
        kind.model_validate(given)
    problems = problems_of(error.value, kind, lines, "news/2026/a.md")
    return [(problem.line, problem.field, problem.message) for problem in problems]


def test_all_faults_come_at_once_each_on_its_line() -> None:
    """A header with three faults is told three times, in the order of the schema."""
    found = told(News, "title: А\ndate: завтра\nlang: ua\nslug: a")
    assert [(line, field) for line, field, _ in found] == [(4, "lang"), (3, "date"), (5, "slug")]


def test_a_nested_key_is_named_with_its_way() -> None:
    """A fault in a list is on the line of its item, and the field says in which list."""
    found = told(News, "title: А\ndate: 2026-11-23\nchanges:\n  - date: завтра\n    note: б")
    assert found[0][:2] == (5, "changes.date")


def test_a_key_that_is_there_but_empty_is_told_so() -> None:
    """Nobody is told to add a line that he has written."""
    assert told(News, "title:\ndate: 2026-11-23") == [
        (2, "title", "порожнє значення. Заповніть його: «title: Назва тексту».")
    ]


def test_a_key_in_capitals_is_one_fault() -> None:
    """«Title» is not reported as missing as well."""
    assert told(News, "Title: А\ndate: 2026-11-23") == [
        (2, "Title", "ключі пишуть малими літерами. Напишіть «title».")
    ]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("sumary", "Можливо, «summary»?"),
        ("image-alt", "Можливо, «image_alt»?"),
        ("number", "він для текстів із acts/, bills/"),
        ("zzz", "docs/content-guide.md"),
    ],
)
def test_an_unknown_key_gets_the_nearest(key: str, words: str) -> None:
    """The hint is the nearest key of this kind, or the kinds that have such a key."""
    ((_, field, message),) = told(News, f"title: А\ndate: 2026-11-23\n{key}: б")
    assert field == key
    assert words in message


def test_an_unknown_key_of_a_relation_gets_all_its_keys() -> None:
    """A short record names its own keys, not those of the whole header."""
    header = "title: А\nbody: b\nkind: k\nnumber: 1\nadopted: 2026-11-23\n"
    ((_, _, message),) = told(Act, header + "repeals: [{act: a, zzz: б}]")
    assert message == "невідомий ключ. Тут бувають: act, external, url, note."


@pytest.mark.parametrize("folder", KINDS)
def test_every_key_that_must_be_there_has_an_example(folder: str) -> None:
    """An empty header is told what to add, in lines that can be copied as they are."""
    kind = KINDS[folder]
    lines = "\n".join(message.split("«")[1].split("»")[0] for _, _, message in told(kind, ""))
    kind.model_validate(read_yaml(lines)[0])


def test_every_example_is_right() -> None:
    """What a message shows is read without a fault by some kind of header or its part."""
    parts = {"file", "alt", "note", "reason", "rule", "approved_by", "item"}
    for name in EXAMPLES.keys() - parts:
        value = read_yaml(EXAMPLES[name])[0][name]
        kinds = [kind for kind in KINDS.values() if name in kind.model_fields]
        assert kinds, name
        for kind in kinds:
            assert not faults_of(kind, {name: value}), name


def faults_of(kind: type[Header], header: dict[str, Any]) -> list[str]:
    """Return what is wrong with the keys that are there."""
    try:
        kind.model_validate(header)
    except ValidationError as error:
        return [one["msg"] for one in error.errors() if one["type"] != "missing"]
    return []
