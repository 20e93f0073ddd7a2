import pytest

from plugins.checks.personal_contacts import mask_box, mask_phone
from plugins.checks.personal_data import personal, persons_stay_private
from plugins.checks.personal_numbers import is_card, is_iban, is_rnokpp, is_treasury, masked
from plugins.output import Written

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
        "мешканка за адресою: вул. Шкільна, 3",
        "зареєстрований за адресою: бульвар Зразковий, 34",
        "народився 05.03.1980",
        "Народилася 5 березня 1980 року",
        "05.03.1980 р.н.",
        "05.03.1980 року народження",
        "народилась 5 березня 1980 року",
        f"№{RNOKPP} платника податків",
        f"[довідка](https://example.org/?inn={RNOKPP})",
        f"https://example.org/?person_inn={RNOKPP}",
        f"https://example.org/inn/{RNOKPP}",
        f"https://example.org/#rnokpp={RNOKPP}",
        f"https://example.org/?inn%3D{RNOKPP}",
        "РНОКПП 31847/10691",
        "УНЗР 19800305 01234",
        "UA14-3052-9900-0002-6200-1234-5678-9",
        "4149-4990-1234-0004",
        "050\u2009123\u200945\u200967",
        "тел. № 0501234567",
        "дзвоніть 0 5 0 1 2 3 4 5 6 7",
        "дата народження 1980-03-05",
        "дата народження: 1980-03-05",
        "народився\n1980-03-05",
        "Зразковий Петро (нар. 05.03.1980)",
        "паспорт серія ВЕ номер 123456",
        "тел.:050-12-34-567",
        "тел. 05 01 23 45 67",
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
        f"https://example.org/act/{RNOKPP[:-1]}2",
        "рахунок № 0501234567",
        "лічильник 0501234567 кВт·год",
        "довжина 0.0501234567 м",
        "нар. депутат приїде 05.12.2026",
        "date: 2026-11-20\nНародився поет 6 січня 1898 року",
        "title: У місті народилася перша дитина року\ndate: 2026-01-01 10:00",
        'title: Народилася дитина\ndate: "2026-01-01"',
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


@pytest.mark.parametrize(
    "words",
    [
        f"https://example.org/act/{RNOKPP}",
        f"[довідка](https://example.org/{RNOKPP}.pdf)",
        f"[довідка](/osoby/{RNOKPP}/)",
        f"https://example.org/#{RNOKPP}",
    ],
)
def test_a_number_in_an_address_is_a_warning(words: str) -> None:
    """It may be a moment by a clock of programs, or an act of another register."""
    (found,) = personal(words)
    assert not found.sure


@pytest.mark.parametrize(
    "words",
    [
        "Допомогу надано Зразку О. І. (інвалід II групи).",
        "О. І. Зразок, інвалід війни 2 групи",
        "Зразкова Ольга Іванівна має третю групу інвалідності",
        "Олег ЗРАЗКОВИЙ, діагноз – зразковий",
        "особа з інвалідністю ІІ групи, мешканка міста гр. Зразкова О. І.",
        "| Зразок О. І. | I група інвалідності |",
    ],
)
def test_health_of_a_named_person_is_a_warning(words: str) -> None:
    """A diagnosis or a group of disability in one sentence with a name."""
    (found,) = personal(words)
    assert (found.what, found.sure) == ("відомості про здоров’я людини", False)


@pytest.mark.parametrize(
    "words",
    [
        "Допомогу надають особам з інвалідністю I та II групи. Зразок О. І., начальник",
        "Порядок для осіб з I групою інвалідності.\n\nМіський голова О. І. Зразок",
        "Про захист осіб з інвалідністю II групи (доповідає Зразок О. І.)",
        "Група інвалідності визначається експертною командою.",
        "Висновок ЕКОПФО про групу інвалідності; Через ЕКОПФО встановлюють групу інвалідності",
        "людям з третьою групою інвалідності, каже директорка Зразкова О. І.",
        "Міський голова Зразок О. І. відкрив центр для людей з інвалідністю",
        "1. Документи про групу інвалідності.\n2. Контроль покласти на Зразка О. І.",
        "посвідчення водія: наказ МВС 123456",
        "Набір на посвідчення водія, рахунок 123456",
    ],
)
def test_what_is_said_of_many_is_no_alarm(words: str) -> None:
    """Acts on «осіб з інвалідністю» and those who sign them; papers of drivers in general."""
    assert list(personal(words)) == []


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


def _told(body: str, name: str = "x.md") -> list[str]:
    """Return what is told of a news item: line, severity and what was found."""
    source = f"---\ntitle: Бібліотека (зразок)\ndate: 2026-11-20\n---\n{body}\n"
    path = f"news/2026/{name}"
    written = Written(
        path=path, kind="news", lang="uk", legal=False, source=source, body_line=5,
        text=None, body=None,
    )  # fmt: skip
    found = persons_stay_private(written)
    return [f"{one.line} {one.severity} {one.message.partition('.')[0]}" for one in found]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Код 31847**10691**", "318•••••91"),
        ("Код 31847<b>10691</b>", "318•••••91"),
        ("Код 31847<b></b>**10691**", "318•••••91"),
        ("Код 31847<!-- далі -->10691", "318•••••91"),
        ("Код &#51;184710691", "318•••••91"),
        ("Код платника 31847\n10691", "318•• •••91"),
        ("Код платника 31847\\\n10691", "318•• •••91"),
        ("Код 31847_10691", "318•••••91"),
        ("Код [31847](https://zakon.rada.gov.ua/)10691", "318•••••91"),
        ("Код ３１８４７１０６９１", "318•••••91"),
        ("Код ٣١٨٤٧١٠٦٩١", "318•••••91"),
        ("паспорт **ВЕ** 123456", "ВЕ 1•••56"),
        ("закордонний паспорт FA123456", "FA1•••56"),
        ("тел. 050*123*4567", "050 ••• •• 67"),
        ("тел. О5О 123 45 67", "050 ••• •• 67"),
        ("тел. 050‑123‑45‑67", "050 ••• •• 67"),
        ("тел. 00380501234567", "050 ••• •• 67"),
        ("[подзвонити](tel:+380501234567)", "050 ••• •• 67"),
        ("[написати](mailto:zrazok@gmail.com)", "zra•ok@gmail"),
        ("zrazok (at) gmail.com", "zra•ok@gmail"),
        ("zrazok&#64;gmail.com", "zra•ok@gmail"),
        ("zrazok[at]gmail.com", "zra•ok@gmail"),
        ("zrazok собака gmail.com", "zra•ok@gmail"),
        ("zrazok@gmail\\.com", "zra•ok@gmail"),
        ("Зареєстрований: м. Краматорськ, бульв. Зразковий, 21", "Зареєстрований: м"),
    ],
)  # fmt: skip
def test_markup_hides_nothing(body: str, shown: str) -> None:
    """Emphasis, tags, entities, links and breaks of lines are nothing to a reader, nor here."""
    (told,) = _told(body)
    assert told.startswith(f"5 error «{shown}")


@pytest.mark.parametrize(
    "table",
    [
        "| ПІБ | Дата народження |\n| --- | --- |\n| Зразок З. З. | 19.03.1987 |",
        "| Серія паспорта | Номер |\n| --- | --- |\n| ВЕ | 123456 |",
        "| РНОКПП | |\n| --- | --- |\n| 31847 | 10691 |",
        "| Код | Телефон |\n| --- | --- |\n| 067 | 123-45-67 |",
        "| Графи коду | | | | | | | | | |\n| --- | --- |\n|3|1|8|4|7|1|0|6|9|1|",
    ],
)
def test_columns_of_a_table_hide_nothing(table: str) -> None:
    """What a head names is read as a row, however many columns it takes; told on its line."""
    (told,) = _told(table)
    assert told.startswith("7 error")


@pytest.mark.parametrize(
    "body",
    [
        "| Код | Сума |\n| --- | --- |\n| 31847 | 10691 |\n| 0117320 | 2 345 678 901 |",
        "| Рік | Осіб |\n| --- | --- |\n| 2025 | 31847 |\n| 2026 | 10691 |",
        "| Захід | Дата |\n| --- | --- |\n| Толока | 19.03.1987 |",
        "Сплачено 3184710691 грн",
        "Код [5](https://zakon.rada.gov.ua/) і **2026** рік",
    ],
)
def test_columns_of_other_numbers_are_no_alarm(body: str) -> None:
    """Tables of a budget, of years and of events."""
    assert _told(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Приймальня: 050 123 45 67", 0),
        ("050 123 45 67", 1),  # the library of the title is no owner of it
        ("Заяву до відділу подав мешканець Зразок, тел. 050 123 45 67", 1),
        ("- відділ освіти: 050 123 45 67\n- Зразок З. З.: 067 123 45 68", 1),
    ],
)
def test_an_office_excuses_its_own_phone_only(body: str, found: int) -> None:
    """An office named in the same line pardons a mobile phone; a resident named there does not."""
    assert len(_told(body)) == found


def test_a_year_of_birth_beside_a_name_is_a_warning() -> None:
    """A year alone tells less than a date, and beside no name nothing."""
    (told,) = _told("Зразок З. З., 1987 року народження, мешканець міста")
    assert told.startswith("5 warning «Зразок З")
    assert _told("діти 2020 року народження") == []


def test_a_card_with_a_slip_is_a_warning() -> None:
    """Sixteen digits that are said to be a card's, with a wrong sum, may be one all the same."""
    (told,) = _told("Картка для допомоги: 4149 4993 1234 5678")
    assert told.startswith("5 warning")


def test_a_name_of_a_file_is_read_too() -> None:
    """It becomes the address of the page."""
    (told,) = _told("Текст", f"zaiava-{RNOKPP}.md")
    assert told == "1 error у назві «318•••••91» – РНОКПП"
