"""The data sets that a council publishes: names, columns and types.

From the proposal of January 2025 to resolution 835 of 21.10.2015 of the Cabinet of Ministers
(law 2939-VI art. 10-1). Whether it was adopted is not confirmed, so the page says so; its
Cyrillic «І» in some column names is Latin here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from plugins.council.text import Text

Type = Literal["string", "date", "integer", "anyURI"]

FOLDER = "vidkryti-dani"
"""Where the page of data sets answers and the sets lie below it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the file, its type (XML Schema) and its title for people."""

    name: str
    title: str
    type: Type = "string"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """A data set: ``name`` by the resolution, ``slug`` in addresses, what it is for."""

    name: str
    slug: str
    title: str
    description: str
    keywords: tuple[str, ...]
    columns: tuple[Column, ...]

    def file(self, year: int) -> str:
        """Return the path of the set's table of a year in the output folder."""
        return f"{FOLDER}/{self.slug}-{year}.csv"


PURPOSE = "Закон України «Про доступ до публічної інформації», ст. 10-1; постанова КМУ № 835"
PERIODICITY = "щойно з’являється новий запис"

LEGAL_ACTS = DataSet(
    name="legalActs",
    slug="akty",
    title="Акти органів місцевого самоврядування",
    description="Рішення, розпорядження та накази з реквізитами, чинністю і повним текстом.",
    keywords=("рішення", "розпорядження", "акти", "місцеве самоврядування"),
    columns=(
        Column("uid", "Ідентифікатор"),
        Column("type", "Вид"),
        Column("title", "Назва"),
        Column("acceptedDate", "Дата ухвалення", "date"),
        Column("number", "Номер"),
        Column("issuedDate", "Дата оприлюднення", "date"),
        Column("validFrom", "Чинний від", "date"),
        Column("status", "Статус"),
        Column("publisherName", "Назва видавника"),
        Column("publisherId", "Ідентифікатор видавника"),
        Column("text", "Текст"),
        Column("url", "Посилання", "anyURI"),
        Column("registrationNumber", "Номер державної реєстрації"),
        Column("registrationDate", "Дата державної реєстрації", "date"),
        Column("registratorName", "Назва реєстратора"),
        Column("registratorId", "Ідентифікатор реєстратора"),
    ),
)

PROJECTS = DataSet(
    name="projects",
    slug="proiekty",
    title="Проєкти актів",
    description="Проєкти рішень, винесені на розгляд, з їхнім текстом і пояснювальною запискою.",
    keywords=("проєкти рішень", "нормотворчість", "місцеве самоврядування"),
    columns=(
        Column("uid", "Ідентифікатор"),
        Column("type", "Тип"),
        Column("title", "Назва"),
        Column("registrationDate", "Дата реєстрації", "date"),
        Column("issuedDate", "Дата оприлюднення", "date"),
        Column("text", "Текст"),
        Column("url", "Посилання на проєкт", "anyURI"),
        Column("creatorName", "Ім’я/назва суб’єкта подання"),
        Column("creatorId", "Ідентифікатор суб’єкта подання"),
        Column("publisherName", "Назва видавника"),
        Column("publisherId", "Ідентифікатор видавника"),
        Column("note", "Пояснювальна записка", "anyURI"),
        Column("comparisonTable", "Порівняльна таблиця", "anyURI"),
        Column("regulatoryImpactAnalysis", "Аналіз регуляторного впливу", "anyURI"),
        Column("status", "Стан обговорення (додано цим сайтом)"),
        Column("commentsUntil", "Зауваження приймають до (додано цим сайтом)"),
    ),
)

DATA_SETS = (LEGAL_ACTS, PROJECTS)
"""The sets that are made from the texts of the site."""

BY_KIND = {"acts": LEGAL_ACTS, "bills": PROJECTS}
"""Kind of content → its data set."""


def by_year(texts: Iterable[Text]) -> dict[tuple[str, int], list[Text]]:
    """Return the texts that stand in each table: by name of the data set and year, oldest first.

    A year is that of adoption of an act, of publication of a bill. Translations stand in none.
    """
    found: dict[tuple[str, int], list[Text]] = {}
    for text in texts:
        if text.kind in BY_KIND and text.lang == "uk" and text.day is not None:
            found.setdefault((BY_KIND[text.kind].name, text.day.year), []).append(text)
    return dict(sorted(found.items()))


def years_of(data_set: DataSet, tables: Iterable[tuple[str, int]]) -> tuple[int, ...]:
    """Return the years of a set's tables, newest first."""
    return tuple(sorted((year for name, year in tables if name == data_set.name), reverse=True))
