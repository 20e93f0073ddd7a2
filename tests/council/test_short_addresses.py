"""Short addresses: made of identity alone, each of one act."""

import pytest

from plugins.council.data_yaml import VocabularyError
from plugins.council.short_addresses import short_address, short_addresses, short_folders
from plugins.council.text_reading import read_text
from plugins.council.vocabulary import Vocabulary, read_vocabulary
from tests.incremental.tiny_site import act

BODIES = "miska-rada:\n  code: mr\nvykonkom:\n  name: Виконком\n"
KINDS = "rishennia:\n  code: r\nnakaz:\n  code: n\n"


def words(bodies: str = BODIES, kinds: str = KINDS) -> Vocabulary:
    """Return a vocabulary of two files."""
    return read_vocabulary({"bodies.yaml": bodies.encode(), "act-kinds.yaml": kinds.encode()})


@pytest.mark.parametrize(
    ("address", "short"),
    [
        ("/dokumenty/miska-rada/rishennia/2021/5-viii-194/", "/a/mr/r/2021/5-viii-194/"),
        ("/dokumenty/vykonkom/nakaz/2026/1/", "/a/vykonkom/n/2026/1/"),
        ("/dokumenty/dokumentiv/rishennia/2021/1/", "/a/dokumentiv/r/2021/1/"),
        ("/en/dokumenty/miska-rada/rishennia/2021/1/", ""),
        ("/dokumenty/miska-rada/rishennia/2021/", ""),
        ("/novyny/2021/voda/", ""),
    ],
)
def test_codes_stand_for_body_and_kind(address: str, short: str) -> None:
    """What has no code is called by its slug; what is no act has no short address."""
    assert short_address(address, words()) == short


def test_former_number_stays_on_paper() -> None:
    """An act whose number was put right answers at the short address of the wrong one too."""
    former = "[/dokumenty/miska-rada/rishennia/2026/1/, /stara-adresa/]"
    text = read_text("acts/1.md", act("1-a", aliases=former).encode()).text
    assert text is not None
    assert short_addresses(text, words()) == ("/a/mr/r/2026/1-a/", "/a/mr/r/2026/1/")


def test_title_is_no_part_of_it() -> None:
    """A retitled act answers where it did."""
    texts = [read_text("acts/1.md", act("1", title).encode()).text for title in ("Про а", "Про б")]
    assert len({short_addresses(text, words()) for text in texts if text}) == 1


def test_servers_need_one_line_for_a_body_and_a_kind() -> None:
    """However many acts there are."""
    assert list(short_folders(words())) == [
        ("/a/mr/r/", "/dokumenty/miska-rada/rishennia/"),
        ("/a/mr/n/", "/dokumenty/miska-rada/nakaz/"),
        ("/a/vykonkom/r/", "/dokumenty/vykonkom/rishennia/"),
        ("/a/vykonkom/n/", "/dokumenty/vykonkom/nakaz/"),
    ]


@pytest.mark.parametrize(
    ("bodies", "line", "said"),
    [
        ("a:\n  code: x\nb:\n  name: Б\n  code: x\n", 5, "код «x» уже має a"),
        ("a:\n  code: b\nb:\n  name: Б\n", 3, "код «b» уже має a"),
        ("a:\n  code: м-р\n", 2, "малих латинських літер"),
        ("a:\n  code: m/r\n", 2, "малих латинських літер"),
    ],
)
def test_code_means_one_thing(bodies: str, line: int, said: str) -> None:
    """Two bodies of one code would want one address; the fault is named with its line."""
    with pytest.raises(VocabularyError, match=said) as error:
        words(bodies)
    assert (error.value.file, error.value.line) == ("bodies.yaml", line)
