"""The register of the data sets themselves."""

from plugins.council.data_sets.record import Column, DataSet

REGISTER = DataSet(
    name="register",
    slug="reiestr",
    title="Реєстр наборів даних",
    description="Перелік наборів відкритих даних на цьому сайті.",
    keywords=("відкриті дані", "реєстр", "набори даних"),
    yearly=False,
    columns=(
        Column("uid", "Ідентифікатор"),
        Column("title", "Назва"),
        Column("description", "Опис"),
        Column("accrualPeriodicity", "Частота оновлення"),
        Column("keywords", "Ключові слова"),
        Column("purpose", "Підстава та призначення збору інформації"),
        Column("url", "Посилання на сторінку набору даних", "anyURI"),
        Column("distributionFormat", "Формати ресурсів"),
        Column("publisherName", "Назва розпорядника"),
        Column("publisherId", "Ідентифікатор розпорядника", required=False),
        Column("contactPointName", "Відповідальна особа"),
        Column("contactPointEmail", "Email відповідальної особи"),
    ),
)
