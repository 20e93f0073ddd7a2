import os
import re
from pathlib import Path

import pytest

from plugins.council.data_yaml import VocabularyError, read_data
from plugins.council.vocabulary import (
    Entry,
    Vocabulary,
    read_vocabulary,
    said,
)


def topics(yaml: str) -> dict[str, Entry]:
    """Return the topics of a data file."""
    return dict(read_vocabulary({"topics.yaml": yaml.encode()}).topics)


@pytest.mark.parametrize(
    ("yaml", "uk", "en"),
    [
        ("voda: Вода", "Вода", "Вода"),
        ("voda: {uk: Вода, en: Water}", "Вода", "Water"),
        ("voda:\n  name: Вода", "Вода", "Вода"),
        ("voda:\n  name: {uk: Вода, en: Water}", "Вода", "Water"),
        ("voda:\n  title: Вода", "Вода", "Вода"),
        ("voda:", "voda", "voda"),
        ("- {id: voda, name: Вода}", "Вода", "Вода"),
        ("- {slug: voda, name: {uk: Вода, en: Water}}", "Вода", "Water"),
        ("- key: voda\n  title: {en: Water}", "Water", "Water"),
    ],
)
def test_the_shapes_of_a_data_file(yaml: str, uk: str, en: str) -> None:
    """A name may be a string or one for each language, entries a mapping or a list."""
    entry = topics(yaml)["voda"]
    assert (entry.slug, entry.name(), entry.name("en")) == ("voda", uk, en)


def test_a_detail_falls_back() -> None:
    """A property that is absent gives the default, else the name."""
    entry = topics("voda:\n  name: Вода\n  plural: {uk: Води, en: Waters}")["voda"]
    assert entry.detail("plural") == "Води"
    assert entry.detail("plural", "en") == "Waters"
    assert entry.detail("genitive") == "Вода"
    assert entry.detail("genitive", default="") == ""


def test_a_word_is_said_in_the_language_that_there_is() -> None:
    """Ukrainian stands in for another language, and any for none."""
    assert said({"uk": "Вода", "en": "Water"}, "en") == "Water"
    assert said({"uk": "Вода"}, "en") == "Вода"
    assert said({"en": "Water"}, "uk") == "Water"
    assert said({}, "uk") == ""


def test_without_data_there_are_no_words() -> None:
    """Missing and empty files are an empty vocabulary."""
    empty = Vocabulary(bodies={}, act_kinds={}, topics={}, site={})
    assert read_vocabulary({}) == empty
    assert read_vocabulary({"site.yaml": b"", "topics.yaml": b"# nothing"}) == empty


@pytest.mark.parametrize(
    ("name", "yaml", "line"),
    [
        ("topics.yaml", "voda: Вода\ntransport: [", 3),
        ("topics.yaml", "voda: Вода: чиста", 1),
        ("topics.yaml", "voda", 1),
        ("topics.yaml", "- voda", 1),
        ("topics.yaml", "- {name: Вода}", 1),
        ("bodies.yaml", "5", 1),
        ("site.yaml", "- name", 1),
        ("site.yaml", "Назва", 1),
        ("act-kinds.yaml", "!!python/object:os.system {}", 1),
        ("law.yaml", "- rules", 1),
        ("law.yaml", "rules:\n  - id: bill-notice\n    title: Проєкти\n    act: Закон", 2),
        (
            "law.yaml",
            "sections:\n  - {key: a, title: А, url: /a/}\n  - {key: b, title: Б, url: b}",
            3,
        ),
    ],
)
def test_a_data_file_of_another_shape_is_refused(name: str, yaml: str, line: int) -> None:
    """The file and the line are named, and how it should be."""
    with pytest.raises(VocabularyError) as error:
        read_vocabulary({name: yaml.encode()})
    assert (error.value.file, error.value.line) == (name, line)
    assert str(error.value).endswith(".")


def test_a_data_file_in_another_encoding_is_refused() -> None:
    """Bytes that are no UTF-8 are no YAML."""
    with pytest.raises(VocabularyError):
        read_vocabulary({"topics.yaml": "voda: Вода".encode("cp1251")})


def test_a_code_without_quotes_would_lose_its_zeros() -> None:
    """«00000017» without quotes is fifteen to YAML: the line is told."""
    data = b"rada:\n  name: Rada\n  edrpou: 00000017\n"
    with pytest.raises(VocabularyError, match="у лапки") as caught:
        read_vocabulary({"bodies.yaml": data})
    assert (caught.value.file, caught.value.line) == ("bodies.yaml", 3)
    quoted = read_vocabulary({"bodies.yaml": data.replace(b"00000017", b"'00000017'")})
    assert quoted.bodies["rada"].details["edrpou"] == "00000017"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("topics.yaml", "../x: Вода\n", "ключ «../x»"),
        ("bodies.yaml", "Рада: Рада\n", "ключ «Рада»"),
        ("bodies.yaml", "rada: {name: Рада, composition: багато}\n", "composition"),
        ("bodies.yaml", "rada: {name: Рада, convocations: [{number: вісім}]}\n", "convocations"),
    ],
)
def test_what_addresses_and_sums_are_made_of_is_right(name: str, text: str, said: str) -> None:
    """A key is a part of addresses, and votes are counted with the strength of a council."""
    with pytest.raises(VocabularyError, match=re.escape(said)):
        read_vocabulary({name: text.encode()})


def test_a_file_that_is_there_and_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site without its menu is not built because site.yaml is a folder, a link or closed."""
    assert read_data(tmp_path / "nema.yaml") is None
    for name, make in (("a", Path.mkdir), ("b", os.mkfifo), ("c", lambda to: to.symlink_to(to))):
        make(tmp_path / name)
        with pytest.raises(VocabularyError, match="тут не файл") as error:
            read_data(tmp_path / name)
        assert (error.value.file, error.value.line) == (name, 1)
    (tmp_path / "d").write_bytes(b"x")
    assert read_data(tmp_path / "d") == b"x"

    def closed(file: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(Path, "read_bytes", closed)
    with pytest.raises(VocabularyError, match="не відкривається"):
        read_data(tmp_path / "d")
