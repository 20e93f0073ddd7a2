"""People spell one word in many ways; Python and JavaScript fold them alike."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search.folding import fold, plain, settled
from plugins.search.readings import analyzer
from plugins.search.scanning import scan
from tests.search.browser_code import ask

SIGNS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъё'’ʼ`-–/.№ 0123456789ivxIVXabcopАІВСХ\u0301\u00ad«»,:"
NUMBERS = (
    "5/VIII-194", "№ 5/vііі–194", "12-р", "280/97-ВР", "24.02.2021", "24.02.21", "24.02.98",
    "1.2.15", "45.02.21", "24.92.21", "24 лютого 2021 року", "2021-02-24", "п. 1.2.3.4", "01.01.70",
    "XIX", "ХІХ", "вoда", "12-рсту", "12-рстук", "и\u0306ти", "об''єкт",
)  # fmt: skip
TEXTS = st.text(st.sampled_from(SIGNS), max_size=40)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Об’єкт", "обєкт"), ("обʼєкт", "обєкт"), ("ОБ'ЄКТ", "обєкт"), ("Ґанок", "ганок"),
        ("їжак", "іжак"),
        ("\u0439", "и"), ("\u0438\u0306ти", "ити"), ("во\u0301да", "вода"), ("во\u00adда", "вода"),
    ],
)  # fmt: skip
def test_spellings_of_one_word(typed: str, folded: str) -> None:
    """Apostrophes, ґ, ї, й in two code points, a stress and a soft hyphen make no difference."""
    assert fold(plain(typed)) == folded


@pytest.mark.parametrize(
    ("typed", "word"),
    [("vіii", "viii"), ("іі", "ii"), ("вoда", "вода"), ("pішення", "рішення"), ("дім", "дім")],
)
def test_one_script_in_a_word(typed: str, word: str) -> None:
    """A letter of another script that looks the same is taken for what the word is written in."""
    assert settled(typed) == word


@pytest.mark.parametrize(
    "typed", ["5/VIII-194", "№ 5/VIII-194", "5-viii-194", "5/VІІІ–194", "5/vііі-194", "№5/VIII−194"]
)
def test_spellings_of_a_number(typed: str) -> None:
    """A number is found by its parts and by the whole of it, however it is spelt."""
    assert scan(typed) == (["5", "viii", "194"], ["5-viii-194"])


@pytest.mark.parametrize(
    "typed", ["24 лютого 2021", "24.02.2021", "24.2.2021", "2021-02-24", "24.02.21"]
)
def test_spellings_of_a_date(typed: str) -> None:
    """A date is one thing however it is written."""
    assert "2021-02-24" in scan(typed).joined


@pytest.mark.parametrize(
    ("typed", "joined"),
    [("24.02.98", "1998-02-24"), ("1.2.15", "1-2-15"), ("45.02.21", "45-02-21")],
)
def test_two_digits_of_a_year(typed: str, joined: str) -> None:
    """They are a year only behind a day and a month of two digits: «1.2.15» is a clause."""
    assert scan(typed).joined == [joined]


def test_index_of_a_number() -> None:
    """Letters of an index look the same in both alphabets."""
    assert scan("12-р") == scan("12-p") and scan("280/97-ВР").joined == ["280-97-bp"]


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    """What is plain or folded stays as it is."""
    assert plain(plain(text)) == plain(text)
    assert fold(fold(plain(text))) == fold(plain(text))


def test_javascript_reads_as_python_does() -> None:
    """The same words of the same texts: thousands from the dictionary, and strange ones."""
    words = _words(4000)
    strange = [f"{a}{b}{c}" for a in SIGNS for b in SIGNS[::7] for c in SIGNS[::9]]
    texts = [
        *words,
        *NUMBERS,
        *strange,
        *(" ".join(words[at : at + 9]).upper() for at in range(0, 999, 9)),
    ]
    ours = [[*scan(text), [fold(word) for word in scan(text).words]] for text in texts]
    theirs = ask(scan=texts)
    differ = [(text, a, b) for text, a, b in zip(texts, ours, theirs, strict=True) if a != b]
    assert not differ, differ[:5]


def _words(count: int) -> list[str]:
    """Return words of the dictionary, far from one another."""
    known = (word for word, *_ in analyzer().dictionary.iter_known_words())
    return list(islice(known, 0, 100 * count, 100))
