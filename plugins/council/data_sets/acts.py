"""What is adopted and what is to be: acts and bills."""

from plugins.council.data_sets.record import Column, DataSet

LEGAL_ACTS = DataSet(
    name="legalActs",
    slug="akty",
    title="Акти органів місцевого самоврядування",
    description="Рішення, розпорядження та накази з реквізитами, чинністю і повним текстом.",
    keywords=("рішення", "розпорядження", "акти", "місцеве самоврядування"),
    formats=("CSV", "JSON"),
    columns=(
        Column("uid", "Ідентифікатор"),
        Column("type", "Вид"),
        Column("title", "Назва"),
        Column("acceptedDate", "Дата ухвалення", "date"),
        Column("number", "Номер", required=False),
        Column("issuedDate", "Дата оприлюднення", "date"),
        Column("validFrom", "Чинний від", "date"),
        Column("status", "Статус"),
        Column("publisherName", "Назва видавника"),
        Column("publisherId", "Ідентифікатор видавника", required=False),
        Column("text", "Текст"),
        Column("url", "Посилання", "anyURI"),
        Column("registrationNumber", "Номер державної реєстрації", required=False),
        Column("registrationDate", "Дата державної реєстрації", "date", required=False),
        Column("registratorName", "Назва реєстратора", required=False),
        Column("registratorId", "Ідентифікатор реєстратора", required=False),
    ),
)

PROJECTS = DataSet(
    name="projects",
    slug="proiekty",
    title="Проєкти актів",
    description="Проєкти рішень, винесені на розгляд, з їхнім текстом і пояснювальною запискою.",
    keywords=("проєкти рішень", "нормотворчість", "місцеве самоврядування"),
    formats=("CSV", "JSON"),
    columns=(
        Column("uid", "Ідентифікатор"),
        Column("type", "Тип"),
        Column("title", "Назва"),
        Column("registrationDate", "Дата реєстрації", "date", required=False),
        Column("issuedDate", "Дата оприлюднення", "date"),
        Column("text", "Текст"),
        Column("url", "Посилання на проєкт", "anyURI"),
        Column("creatorName", "Ім’я/назва суб’єкта подання"),
        Column("creatorId", "Ідентифікатор суб’єкта подання", required=False),
        Column("publisherName", "Назва видавника"),
        Column("publisherId", "Ідентифікатор видавника", required=False),
        Column("note", "Пояснювальна записка", "anyURI", required=False),
        Column("comparisonTable", "Порівняльна таблиця", "anyURI", required=False),
        Column("regulatoryImpactAnalysis", "Аналіз регуляторного впливу", "anyURI", required=False),
    ),
)
