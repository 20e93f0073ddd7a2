"""What was put to the vote at plenary sittings, and how each deputy voted."""

from plugins.council.data_sets.record import Column, DataSet

MOTIONS = DataSet(
    name="motions",
    slug="pytannia",
    title="Питання пленарних засідань",
    description="Питання порядку денного, які розглянуто на сесіях, і результати голосувань.",
    keywords=("сесія", "порядок денний", "голосування", "місцеве самоврядування"),
    formats=("CSV", "JSON"),
    columns=(
        Column("uid", "Унікальний ідентифікатор"),
        Column("date", "Дата пленарного засідання", "date"),
        Column("authorityName", "Орган"),
        Column("authorityId", "Код ЄДРПОУ"),
        Column("authorityCattutc", "Код КАТОТТГ"),
        Column("convocation", "Скликання"),
        Column("legislativeSession", "Сесія"),
        Column("number", "Номер питання", "integer"),
        Column("title", "Питання порядку денного пленарного засідання"),
        Column("projectNumber", "Номер проєкту рішення", required=False),
        Column("votingFor", "Голоси «За»", "integer", required=False),
        Column("votingAgainst", "Голоси «Проти»", "integer", required=False),
        Column("votingAbstain", "Голоси «Утрималися»", "integer", required=False),
        Column("notVoting", "Не голосували", "integer", required=False),
        Column("absent", "Відсутні", "integer", required=False),
        Column("votingResult", "Результати голосування"),
        Column(
            "textUrl",
            "Посилання на документ, оприлюднений у мережі Інтернет",
            "anyURI",
            required=False,
        ),
        Column("text", "Назва файла з прийнятим рішенням"),
    ),
)

VOTINGS = DataSet(
    name="votings",
    slug="holosuvannia",
    title="Поіменні голосування",
    description="Як голосував кожен депутат з кожного питання.",
    keywords=("поіменне голосування", "депутати", "сесія"),
    key=("motionUid", "voterName"),
    columns=(
        Column("motionUid", "Унікальний ідентифікатор"),
        Column("voterId", "Ідентифікатор учасника голосування"),
        Column("voterName", "ПІБ учасника голосування"),
        Column("motionTitle", "Питання пленарного засідання"),
        Column("result", "Результат голосування"),
    ),
)
