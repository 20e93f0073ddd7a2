"""Words and their kin, by the dictionary that the index is made with."""

from pathlib import Path

import pytest

from plugins.search.derivation import form_of_gerund, gerunds
from plugins.search.dictionary import lexemes_of
from plugins.search.lexicon import KIN, RARE, Lexicon


@pytest.mark.parametrize(
    ("gerund", "form"),
    [
        ("читавши", "читав"), ("читаючи", "читають"), ("нісши", "ніс"),
        ("досліджуючись", "досліджуються"), ("боявшись", "боявся"),
    ],
)  # fmt: skip
def test_gerund_is_made_of_a_form(gerund: str, form: str) -> None:
    """What a gerund is made of gives it back."""
    assert form_of_gerund(gerund) == form
    assert gerund in gerunds([form])


@pytest.mark.parametrize(
    ("word", "key"),
    [("обвівши", "обвести"), ("читаючи", "читати"), ("бажаючи", "бажати")],
)
def test_gerund_is_a_form_of_its_verb(word: str, key: str) -> None:
    """Both are found by one key, and either form leads there."""
    (lexeme,) = lexemes_of(word)
    assert lexeme.keys == (key,) and word in lexeme.forms


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("оснащений", "оснастили"), ("зроблений", "зробити"), ("мальований", "малюють"),
        ("обережно", "обережними"), ("обережніший", "обережна"), ("найобережніший", "обережна"),
        ("дорожчий", "дорогий"), ("конфіденційність", "конфіденційного"),
        ("затверджувати", "затвердити"), ("оновлюємо", "оновили"), ("надавали", "надано"),
        ("приносити", "принесли"), ("допомагати", "допомогли"), ("розглядали", "розглянуть"),
        ("приймає", "прийняла"), ("ображався", "образився"), ("організовують", "організує"),
        ("побудує", "будували"), ("зробити", "роблять"), ("усунений", "усунути"),
        ("депутатка", "депутатом"), ("директорка", "директора"), ("вчителькою", "вчитель"),
        ("працівниця", "працівники"), ("громадянка", "громадянин"),
        ("упровадження", "впровадженням"), ("імовірний", "ймовірного"), ("жорсткіше", "жорстко"),
    ],
)  # fmt: skip
def test_kin_lead_to_one_another(word: str, other: str) -> None:
    """Either may be asked for where only the other stands, and they share a key."""
    for one, kin in ((word, other), (other, word)):
        assert any(kin in form.forms for lexeme in lexemes_of(one) for form in lexeme.related)
    first, second = (
        {key for lexeme in lexemes_of(one) for key in lexeme.keys} for one in (word, other)
    )
    assert first & second


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("показати", "казати"), ("подати", "дати"), ("надувати", "надати"), ("банка", "банк"),
        ("управа", "вправа"), ("уклад", "вклад"), ("проводити", "водити"), ("забути", "бути"),
    ],
)  # fmt: skip
def test_what_only_looks_like_kin(word: str, other: str) -> None:
    """A prefix may change the meaning, a thing is no woman, «у» and «в» may be two words."""
    first, second = (
        {key for lexeme in lexemes_of(one) for key in lexeme.keys} for one in (word, other)
    )
    assert not first & second


@pytest.mark.parametrize(
    ("word", "shares"),
    [
        ("водопостачання", {"водопостачання": 1}),
        ("обережно", {"обережно": 1, "обережнии": KIN}),
        ("серед", {"серед": 1, "середа": RARE, "середи": RARE}),
        ("ситу", {"сито": 0.5, "ситии": 0.5}),
        ("прав", {"право": 0.5, "прати": 0.5, "правити": RARE}),
    ],
)
def test_share_of_a_word(word: str, shares: dict[str, float], tmp_path: Path) -> None:
    """An ambiguous word says less of each; a preposition is hardly ever a noun, nor is a
    right an order; kin come after."""
    for _ in range(2):  # asked of the dictionary, then of the file
        assert dict(Lexicon(tmp_path).entries([word])[word].keys) == shares
