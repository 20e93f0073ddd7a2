from datetime import date
from pathlib import Path

import pytest

from plugins.council.vocabulary import FILES, Vocabulary, read_vocabulary
from plugins.importing.ordinals import number_of
from plugins.importing.requisites import find_requisites

DATA = Path(__file__).parents[2] / "content/data"


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    """Words."""
    return read_vocabulary({name: (DATA / name).read_bytes() for name in FILES})


@pytest.mark.parametrize(
    ("lines", "folder", "known"),
    [
        (
            "УКРАЇНА|КРАМАТОРСЬКА МІСЬКА РАДА|П’ЯТА СЕСІЯ ВОСЬМОГО СКЛИКАННЯ|Р І Ш Е Н Н Я|"
            "24.02.2021 № 5/VIII-194|м. Краматорськ|Про затвердження Положення|"
            "про відділ (зразок)|Керуючись Законом України № 280/97-ВР, міська рада|ВИРІШИЛА:",
            "acts",
            {"title": "Про затвердження Положення про відділ (зразок)", "body": "miska-rada",
             "kind": "rishennia", "number": "5/VIII-194", "adopted": date(2021, 2, 24),
             "session": 5, "convocation": 8},
        ),
        (
            "КРАМАТОРСЬКА МІСЬКА РАДА\nВИКОНАВЧИЙ КОМІТЕТ|РІШЕННЯ|від 20 жовтня 2021 року № 1359|"
            "Про зразок.|Розглянувши лист від 01.02.2020 № 5",
            "acts",
            {"title": "Про зразок", "body": "vykonkom", "kind": "rishennia", "number": "1359",
             "adopted": date(2021, 10, 20)},
        ),
        (
            "ВИКОНАВЧИЙ КОМІТЕТ|РІШЕННЯ|від 05.03.2024 № 112|Про затвердження|Порядку прибирання|"
            "Розглянувши лист",
            "acts",
            {"title": "Про затвердження Порядку прибирання", "body": "vykonkom",
             "kind": "rishennia", "number": "112", "adopted": date(2024, 3, 5)},
        ),
        (
            "МІСЬКИЙ ГОЛОВА|РОЗПОРЯДЖЕННЯ|«05» січня 2022 р. №12-р|Про зразок",
            "acts",
            {"title": "Про зразок", "body": "miskyi-holova", "kind": "rozporiadzhennia",
             "number": "12-р", "adopted": date(2022, 1, 5)},
        ),
        (
            "Краматорська міська військова адміністрація|РОЗПОРЯДЖЕННЯ|начальника міської "
            "військової адміністрації|01.08.2022 № 33|Про зразок",
            "acts",
            {"title": "Про зразок", "body": "mva", "kind": "rozporiadzhennia", "number": "33",
             "adopted": date(2022, 8, 1)},
        ),
        (
            "КРАМАТОРСЬКА МІСЬКА РАДА|РІШЕННЯ|від 24.02.2021 №5/VІІІ – 194|«Про зразок»",
            "acts",
            {
                "title": "Про зразок",
                "body": "miska-rada",
                "kind": "rishennia",
                "number": "5/VIII-194",
                "adopted": date(2021, 2, 24),
                "session": 5,
                "convocation": 8,
            },
        ),
        (
            "ПРОЄКТ|КРАМАТОРСЬКА МІСЬКА РАДА|РІШЕННЯ|від ________ № _____|Про бюджет (зразок)",
            "bills",
            {"title": "Про бюджет (зразок)", "body": "miska-rada", "kind": "rishennia"},
        ),
        (
            "ПРОТОКОЛ № 3|засідання виконавчого комітету міської ради|від 12.03.2020|Присутні:",
            "minutes",
            {"body": "vykonkom", "date": date(2020, 3, 12)},
        ),
        ("Відновлено водопостачання|Ремонт завершено 12.03.2020 № 5", "", {}),
    ],
)  # fmt: skip
def test_requisites(words: Vocabulary, lines: str, folder: str, known: dict[str, object]) -> None:
    """Requisites."""
    found = find_requisites(lines.split("|"), words)
    assert (found.folder, found.known) == (folder, known)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("п'ята", 5), ("восьмого", 8), ("VIII", 8), ("VІІІ", 8), ("62-га", 62), ("сорок п’ята", 45),
     ("двадцята", 20), ("третьої", 3), ("одинадцятої", 11), ("позачергова", None), ("", None)],
)  # fmt: skip
def test_numbers_in_words(typed: str, number: int | None) -> None:
    """Numbers in words."""
    assert number_of(typed) == number
