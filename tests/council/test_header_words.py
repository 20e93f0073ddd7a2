from plugins.council.header import KINDS
from plugins.council.header_words import KEY_WORDS, KIND_WORDS


def test_every_key_and_every_kind_has_words_and_no_words_are_left_over() -> None:
    """Every key and every kind has words and no words are left over."""
    assert {key for kind in KINDS.values() for key in kind.model_fields} == set(KEY_WORDS)
    assert list(KIND_WORDS) == list(KINDS)
