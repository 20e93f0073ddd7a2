"""What is typed finds what is meant: the browser's code over the index of a small site."""

import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from plugins.search.scanning import scan
from tests.incremental.tiny_site import TinySite, act, news
from tests.search.browser_code import found

WATER = "/novyny/2026/voda/"
HAND = "/novyny/2026/ruka/"
OBJECT = "/novyny/2026/obiekt/"
ACT = "/dokumenty/miska-rada/rishennia/2026/5-viii-194/"
ORDER = "/dokumenty/miska-rada/rishennia/2026/12-r/"
CAREFUL = "/novyny/2026/oberezhni/"
CAREFULLY = "/novyny/2026/oberezhno/"
REPORT = "/zvity/2026/zvit/"

DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>Додаток: прибирання </w:t></w:r><w:r><w:t>скверів</w:t></w:r></w:p>"
    "</w:body></w:document>"
)


def docx() -> bytes:
    """Return a DOCX of one paragraph."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", DOCUMENT)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with a text for each kind of query."""
    site = TinySite(tmp_path_factory.mktemp("search"))
    others = ("Ремонт дороги", "Свято міста", "Нові книжки", "Шкільний обід", "Ярмарок меду")
    for number, title in enumerate(others):
        site.write(f"news/2026/2026-11-1{number}-inshe-{number}.md", news(title))
    site.write(
        "news/2026/2026-11-20-voda.md",
        news("Відновлено водопостачання", "Гончаренко перевірив насосну станцію."),
    )
    site.write(
        "news/2026/2026-11-21-ruka.md",
        news("Права рука", "Зламану руку лікують рік. Побудовано лікарню.", date="2026-11-21"),
    )
    site.write(
        "news/2025/2025-11-21-obiekt.md",
        news("Обʼєкт на ґрунті", "Пам'ять про Запоріжжя. Рада міська.", date="2026-11-21"),
    )
    site.write(
        "acts/2026/5.md",
        act("5/VIII-194", "Про бюджет (зразок)", "1. Рішення міської ради.", adopted="2026-02-24"),
    )
    site.write("news/2026/2026-11-22-oberezhni.md", news("Тут", "Обережні люди йшли додому."))
    site.write("news/2026/2026-11-23-oberezhno.md", news("Там", "Обережно люди йшли додому."))
    site.write("acts/2026/12.md", act("12-р", "Про відпустку (зразок)", "1. Відпустка."))
    site.write("files/dodatok.docx", docx())
    site.write(
        "reports/2026/2026-10-15-zvit.md",
        news("Звіт", "Коротко.", attachments="[{file: files/dodatok.docx, title: Додаток 1}]"),
    )
    site.build()
    return site.output


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("водопостачанням", WATER), ("ВОДОПОСТАЧАННЮ", WATER), ("руці", HAND), ("роками", HAND),
        ("Гончаренком", WATER), ("побудувати", HAND), ("об’єктів", OBJECT), ("обєкту", OBJECT),
        ("грунтом", OBJECT), ("памяттю", OBJECT), ("5/VIII-194", ACT), ("№ 5/vііі–194", ACT),
        ("5 / VIII - 194", ACT), ("194", ACT), ("12-p", ORDER), ("24 лютого 2026", ACT),
        ("24.02.2026", ACT), ("24.02.26", ACT), ("2026-02-24", ACT), ("про водопостачання", WATER),
        ("перевіривши", WATER), ("перевіреної", WATER), ("відновить", WATER), ("зламавши", HAND),
        ("правіше", HAND), ("рішення зразкової ради відпустка", ORDER),
        ("новина про водопостачання", WATER),
    ],
)  # fmt: skip
def test_query_finds_the_text(built: Path, typed: str, address: str) -> None:
    """Any form, any apostrophe, any spelling of a number or a date leads to the text, at once."""
    (answer,) = found(built, [typed])
    assert answer["addresses"][0] == address
    assert not answer["instead"] and answer["whole"]


@pytest.mark.parametrize(
    ("typed", "meant", "address"),
    [
        ("djljgjcnfxfyyz", "водопостачання", WATER), ("водопостачяння", "водопостачання", WATER),
        ("одопостачання", "водопостачання", WATER), ("водопсотачання", "водопостачання", WATER),
        ("рышення", "рішення", ACT), ("бюджэт", "бюджет", ACT), ("рка", "рука", HAND),
        ("рышення мыськоъ ради", "рішення міської ради", ACT), ("міськая рада", "міська рада", ACT),
    ],
)  # fmt: skip
def test_what_was_meant(built: Path, typed: str, meant: str, address: str) -> None:
    """Another keyboard, a slip, Russian letters: the results are those of what was meant."""
    (answer,) = found(built, [typed])
    assert (answer["instead"], answer["addresses"][0]) == (meant, address)


def test_phrase(built: Path) -> None:
    """In quotes words stand in this order and in these forms."""
    loose, exact = found(built, ["рада міська", "«рада міська»"])
    assert {ACT, OBJECT} <= set(loose["addresses"])
    assert exact["addresses"] == [OBJECT]


@pytest.mark.parametrize(
    ("typed", "addresses"),
    [
        ("«Про бюджет»", [ACT]), ("«рішення міської ради»", [ACT]),
        ("«Памʼять про Запоріжжя»", [OBJECT]),
        ("«прибирання скверів»", [REPORT]), ("«люди йшли» обережно", [CAREFULLY, CAREFUL]),
        ("«на ґрунті»", [OBJECT]), ("«на грунті»", [OBJECT]),
        ("«Зламану руку» «Права рука»", [HAND]),
    ],
)  # fmt: skip
def test_phrases(built: Path, typed: str, addresses: list[str]) -> None:
    """Function words, apostrophes, a word in a file beside, two phrases: all stand as typed."""
    (answer,) = found(built, [typed])
    assert answer["addresses"] == addresses


def test_every_two_words_side_by_side_are_a_phrase(built: Path) -> None:
    """Whatever a text says, two words of it in quotes find it, and no text that says it not."""
    words = scan("Зламану руку лікують рік. Побудовано лікарню.").words
    words_too = scan("Гончаренко перевірив насосну станцію.").words
    queries = {f"«{a} {b}»": HAND for a, b in pairwise(words)}
    queries |= {f"«{a} {b}»": WATER for a, b in pairwise(words_too)}
    answers = found(built, queries)
    assert [one["addresses"] for one in answers] == [[address] for address in queries.values()]


def test_phrase_that_stands_nowhere_may_be_meant_as_words(built: Path) -> None:
    """Nothing is found that does not say it; the same without quotes is offered."""
    (answer,) = found(built, ["«міської рішення» ради"])
    assert (answer["addresses"], answer["instead"]) == ([], "міської рішення ради")


def test_slip_within_a_phrase_is_mended(built: Path) -> None:
    """A word that stands nowhere is taken for what it may be, and hinders no phrase."""
    (answer,) = found(built, ["«рішення міськой ради»"])
    assert answer["addresses"][0] == ACT


def test_own_word_comes_before_its_kin(built: Path) -> None:
    """A text with the very word is before one with a word made of it, whichever was asked for."""
    (answer,) = found(built, ["обережно"])
    assert answer["addresses"] == [CAREFULLY, CAREFUL]
    (answer,) = found(built, ["обережна"])
    assert answer["addresses"] == [CAREFUL, CAREFULLY]


def test_word_to_leave_out(built: Path) -> None:
    """A word after a minus is not in what is found."""
    (answer,) = found(built, ["рада -бюджету"])
    assert ACT not in answer["addresses"] and OBJECT in answer["addresses"]


def test_operators(built: Path) -> None:
    """«тип:рішення рік:2026» chooses as the lists on the page do, also without words."""
    typed, chosen = found(built, ["тип:рішення рік:2026", ("", {"type": "rishennia"})])
    assert set(typed["addresses"]) == set(chosen["addresses"]) == {ACT, ORDER}
    assert found(built, ["тип:казка"])[0]["addresses"] == []


def test_counts_of_a_facet_ignore_its_own_choice(built: Path) -> None:
    """With a kind chosen one sees how much there is of other kinds; other counts follow it."""
    (answer,) = found(built, [("зразок", {"type": "rishennia"})])
    assert len(answer["counts"]["type"]) >= 2
    assert sum(answer["counts"]["year"].values()) == answer["count"] == 2


def test_words_that_stand_nowhere_together(built: Path) -> None:
    """Without a text of all words the nearest are found, and that is said."""
    (answer,) = found(built, ["водопостачання відпустка"])
    assert not answer["whole"] and {WATER, ORDER} <= set(answer["addresses"])


def test_file(built: Path) -> None:
    """Words of an attached file find the text, and the file is named."""
    (answer,) = found(built, ["прибиранням скверу"])
    assert (answer["addresses"], answer["files"]) == ([REPORT], ["Додаток 1"])


def test_nothing(built: Path) -> None:
    """What is nowhere is not found, and nothing breaks of odd signs."""
    for answer in found(
        built, ["йцукенгшщ", "«»", "()*+?[", "-", ":", "тип:", "'", "/-.", "-рада"]
    ):
        assert answer["addresses"] == []
