import pytest

from plugins.checks.personal_contacts import mask_box, mask_phone
from plugins.checks.personal_data import personal
from plugins.checks.personal_numbers import is_card, is_iban, is_rnokpp, is_treasury, masked

RNOKPP = "3184710691"  # made for the tests: a right check digit and nobody's
OF_A_PERSON = "UA143052990000026200123456789"
OF_A_FIRM = "UA213223130000026007233566001"
OF_THE_TREASURY = "UA548201724240000000000000000"


@pytest.mark.parametrize(
    "words",
    [
        f"РНОКПП {RNOKPP}",
        RNOKPP,
        f"номер{RNOKPP}",
        "3184 710 691",
        "РНОКПП 31847-10691",
        "РНОКПП: 3 1 8 4 7 1 0 6 9 1",
        f"| Зразок | {RNOKPP} |",
        "РНОКПП |3|1|8|4|7|1|0|6|9|1|",
        "ідентифікаційний номер 318 471 0691",
        "РНОКПП 31847\u00a010691",
        "паспорт серії ВЕ № 123456",
        "паспорт ВЕ123456",
        "Паспорт ВЕ 12 34 56",
        "паспорт BE 123456",  # in Latin letters
        "паспорт № 001234567",
        "паспорт 123 456 789",
        "УНЗР 19800305-01234",
        "УНЗР 1980030501234",
        OF_A_PERSON,
        "UA14 3052 9900 0002 6200 1234 5678 9",
        f"Рахунок {OF_A_FIRM}, Зразковий Петро",
        f"ТОВ «Зразок», {OF_A_PERSON}",
        "4149 4990 1234 0004",
        "тел. 050 123 45 67",
        "+380501234567",
        "+38 (067) 123-45-67",
        "8 (050) 123 45 67",
        "095-123-45-67",
        "093.123.45.67",
        "ivan.zrazkovyi@gmail.com",
        "zrazkovyi80@ukr.net",
        "vikazrazkova@gmail.com",
        "вул. Ювілейна, 12/5, кв.7",
        "просп. Миру 5 квартира 12",
        "м. Краматорськ, вул. Дружби, буд. 5, кв. 12",
        "мешкає на вул. Шкільній, 3",
        "зареєстрований за адресою: бульвар Зразковий, 34",
        "народився 05.03.1980",
        "Народилася 5 березня 1980 року",
        "05.03.1980 р.н.",
        "05.03.1980 року народження",
    ],
)  # fmt: skip
def test_what_is_personal_is_found_once(words: str) -> None:
    """Each is found, surely and once, and no message lets it be copied."""
    (found,) = personal(words)
    assert found.sure
    assert "•" in found.shown


@pytest.mark.parametrize(
    "words",
    [
        "рішення від 24.02.2021 № 5/VIII-194",
        f"розпорядження № {RNOKPP}",
        "код ЄДРПОУ 12345678",
        "КОАТУУ 1412900000",
        "КАТОТТГ UA14120110010059873",
        "кадастровий номер 1412900000:01:001:0001",
        "тел. (0626) 48-55-11",
        "+38 (0626) 48-55-11",
        "0 800 123 456",
        "гаряча лінія 050 123 45 67",
        "Приймальня: +38 095 123 45 67",
        OF_THE_TREASURY,
        f"КП «Вода» {OF_A_FIRM}",
        "3 184 710 691 грн",
        "12 345 678,90",
        "у 2021 145 120 осіб",
        "24.02.2021 12.03",
        "ПОНАД НА 250000 ОСІБ",
        "НА 250000 тонн",
        f"https://example.org/?id={RNOKPP}",
        f"[звіт](files/{RNOKPP}.pdf)",
        "info@krm.gov.ua",
        "krm.rada@ukr.net",
        "відділ освіти: zrazok@gmail.com",
        "загальна площа 45 кв. м",
        "за 2 кв. 2026 року",
        "вул. Паркова, 5",
        "день народження міста 15.09.2026",
        "народився 12 травня 1895 року",
        "діти 2020 року народження",
        "UA-2026-11-20-001234-a",
        "ДК 021:2015 45230000-8",
    ],
)  # fmt: skip
def test_what_belongs_to_offices_and_papers_is_not(words: str) -> None:
    """Numbers of acts, codes, amounts, accounts of the Treasury, phones of offices: no alarm."""
    assert list(personal(words)) == []


def test_a_slip_is_only_a_warning() -> None:
    """A number that is said to be a person's, with a wrong check digit, may be one all the same."""
    (found,) = personal("РНОКПП 3184710692")
    assert not found.sure


def test_an_account_with_a_slip_is_told() -> None:
    """A payment to it would be lost, whosever it is."""
    (found,) = personal(OF_THE_TREASURY.replace("548", "549"))
    assert found.what.startswith("рахунок з помилкою")


def test_arithmetic() -> None:
    """Check digits as their orders and standards say."""
    assert is_rnokpp(RNOKPP)
    assert not is_rnokpp("3184710692")
    assert not is_rnokpp("0501234567")  # nobody of 1913
    assert all(map(is_iban, (OF_A_PERSON, OF_A_FIRM, OF_THE_TREASURY)))
    assert [is_treasury(one) for one in (OF_A_FIRM, OF_THE_TREASURY)] == [False, True]
    assert is_card("4149499012340004")
    assert not is_card("4149499012340005")


def test_masks_are_the_same_however_it_is_written() -> None:
    """So an office's own contact is known by what messages show."""
    assert mask_phone("+38 (050) 123-45-67") == mask_phone("050 1234567") == "050 ••• •• 67"
    assert mask_box("ivan.zrazkovyi@gmail.com").endswith("@gmail.com")
    assert masked("3184710691") == "318•••••91"
