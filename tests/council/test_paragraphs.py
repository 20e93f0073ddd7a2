from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plugins.council.paragraphs import LONGEST, Paragraph, Piece, after, before, difference

words = st.sampled_from(["рада", "місто", "вода", "5", "№", "«мир»", "\u00a0", " ", ""])
texts = st.lists(st.lists(words, max_size=8).map(" ".join), max_size=8)


@given(texts, texts)
def test_a_difference_holds_both_texts(old: list[str], new: list[str]) -> None:
    """Without what came it is the old text, without what went the new one."""
    made = difference(old, new)
    assert before(made) == old
    assert after(made) == new


@given(st.lists(st.text(max_size=30), max_size=6), st.lists(st.text(max_size=30), max_size=6))
def test_any_signs_come_back(old: list[str], new: list[str]) -> None:
    """Whatever stands in the texts, not a sign is lost."""
    made = difference(old, new)
    assert (before(made), after(made)) == (old, new)


@given(texts)
def test_one_text_has_no_difference_from_itself(text: list[str]) -> None:
    """Every paragraph stayed."""
    assert [one.sort for one in difference(text, text)] == ["same"] * len(text)


@given(texts, texts)
def test_only_a_changed_paragraph_has_pieces_of_several_sorts(
    old: list[str], new: list[str]
) -> None:
    """What came, went or stayed whole is one piece of that sort."""
    for one in difference(old, new):
        sorts = [piece.sort for piece in one.pieces]
        assert one.sort == "changed" or sorts == [one.sort]
        assert all(first != second for first, second in pairwise(sorts))


def test_a_changed_word_is_shown_inside_its_paragraph() -> None:
    """The words around it stay; a space alone does not tear a change apart."""
    (changed,) = difference(["Рейс о 7 годині ранку щодня"], ["Рейс о 8 годині ранку щодня"])
    assert changed == Paragraph("changed", (
        Piece("same", "Рейс о "), Piece("removed", "7"), Piece("added", "8"),
        Piece("same", " годині ранку щодня"),
    ))  # fmt: skip
    (changed,) = difference(["один два три чотири п’ять"], ["один дві трійки чотири п’ять"])
    assert [piece.text for piece in changed.pieces] == [
        "один ", "два три", "дві трійки", " чотири п’ять",
    ]  # fmt: skip


def test_a_new_paragraph_is_not_taken_for_a_changed_one() -> None:
    """Paragraphs of other words came and went; the one after them is found changed."""
    made = difference(["Перший абзац про воду"], ["Зовсім інше", "Перший абзац про тепло"])
    assert [one.sort for one in made] == ["added", "changed"]
    made = difference(["Перший абзац про воду"], ["Зовсім інше"])
    assert [one.sort for one in made] == ["removed", "added"]


def test_a_monstrous_paragraph_is_shown_whole() -> None:
    """No minutes are spent on words nobody would compare by eye."""
    old = " ".join(["слово"] * LONGEST)
    (changed,) = difference([old], [old + " кінець"])
    assert [piece.sort for piece in changed.pieces] == ["removed", "added"]
