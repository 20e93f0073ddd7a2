import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.council.transliteration import _IN_LATIN, _in_latin, slug, strip_date, transliterate


@pytest.mark.parametrize(
    ("ukrainian", "latin"),
    [
        ("Алушта", "Alushta"),
        ("Борщагівка", "Borshchahivka"),
        ("Вишгород", "Vyshhorod"),
        ("Ґалаґан", "Galagan"),
        ("Єнакієве", "Yenakiieve"),
        ("Наєнко", "Naienko"),
        ("Житомир", "Zhytomyr"),
        ("Згорани", "Zghorany"),
        ("Розгон", "Rozghon"),
        ("Їжакевич", "Yizhakevych"),
        ("Кадиївка", "Kadyivka"),
        ("Йосипівка", "Yosypivka"),
        ("Стрий", "Stryi"),
        ("Олексій", "Oleksii"),
        ("Щербухи", "Shcherbukhy"),
        ("Гоща", "Hoshcha"),
        ("Юрій", "Yurii"),
        ("Крюківка", "Kriukivka"),
        ("Яготин", "Yahotyn"),
        ("Костянтин", "Kostiantyn"),
        ("Феодосія", "Feodosiia"),
        ("Русь", "Rus"),
        ("Краматорськ", "Kramatorsk"),
        ("Громадські слухання № 5 (2026)", "Hromadski slukhannia № 5 (2026)"),
    ],
)
def test_transliterates_by_resolution_55(ukrainian: str, latin: str) -> None:
    """Words of the resolution's own table come out as it gives them."""
    assert transliterate(ukrainian) == latin


@pytest.mark.parametrize("apostrophe", list("'’ʼ`´‘‛′ʹ＇"))
def test_every_apostrophe_is_dropped(apostrophe: str) -> None:
    """Whatever sign stands for the apostrophe, the letter after it is not a first letter."""
    assert transliterate(f"Слов{apostrophe}янськ") == "Sloviansk"


def test_decomposed_letters_and_stress_do_not_matter() -> None:
    """A й or ї typed as two marks and a stressed vowel give the usual Latin letters."""
    assert transliterate("Краи\u0306 Украі\u0308на за\u0301мок") == "Krai Ukraina zamok"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Громадські слухання 2026", "hromadski-slukhannia-2026"),
        ("  Про «Бюджет» — зміни!  ", "pro-biudzhet-zminy"),
        ("remont-vodohonu", "remont-vodohonu"),
        ("Zażółć_CAFÉ", "zazo-c-cafe"),
        ("Straße", "strasse"),
        ("Об'єкт № 7.1", "obiekt-7-1"),
        ("объявление ёлка", "obiavlenye-elka"),
        ("площа 5 м²", "ploshcha-5-m2"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    """An address part is lower-case Latin words joined by hyphens."""
    assert slug(text) == expected


@pytest.mark.parametrize("text", ["", " ", "«»", "№", "—", "ь", "中文"])
def test_slug_is_never_empty(text: str) -> None:
    """A text that leaves nothing for an address is refused in Ukrainian."""
    with pytest.raises(ValueError, match=r"не виходить адреса\. Потрібна"):
        slug(text)


@given(st.text())
def test_slug_has_one_shape(text: str) -> None:
    """Whatever was typed, a slug fits an address and is its own slug."""
    try:
        made = slug(text)
    except ValueError:
        return
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert slug(made) == made


@given(st.from_regex(_IN_LATIN, fullmatch=True))
def test_latin_needs_no_transliteration(text: str) -> None:
    """What is taken for Latin comes out of transliteration as it is."""
    assert _in_latin(text) == text


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("2026-11-23-remont", "remont"),
        ("2026-11-23_Ремонт", "Ремонт"),
        ("2026-11-23", "2026-11-23"),
        ("2026-11-23-", "2026-11-23-"),
        ("remont-2026-11-23-dnia", "remont-2026-11-23-dnia"),
        ("2026-11-23-2026-11-24-remont", "2026-11-24-remont"),
    ],
)
def test_strip_date(stem: str, expected: str) -> None:
    """Only one leading date goes, and never the whole name."""
    assert strip_date(stem) == expected
