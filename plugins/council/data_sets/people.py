"""Who sits in the council and which posts its units have."""

from plugins.council.data_sets.record import Column, DataSet

DEPUTIES = DataSet(
    name="deputies",
    slug="deputaty",
    title="Депутати",
    description="Депутати останнього скликання: фракція, комісія, як зв’язатися. "
    "Лише те, що оприлюднено на їхніх сторінках; дат народження і статі тут немає.",
    keywords=("депутати", "фракції", "постійні комісії", "прийом громадян"),
    key=("id",),
    yearly=False,
    columns=(
        Column("id", "Ідентифікатор"),
        Column("votingIdentifier", "Номер в системі голосування", required=False),
        Column("familyName", "Прізвище"),
        Column("name", "Ім’я"),
        Column("additionalName", "По батькові"),
        Column("gender", "Стать", "integer"),
        Column("birthDate", "Дата народження", "date"),
        Column("image", "Фото", "anyURI"),
        Column("biography", "Біографічні дані"),
        Column("partyName", "Назва партії"),
        Column("partyId", "Ідентифікатор партії", required=False),
        Column("email", "Електронна пошта"),
        Column("telephone", "Номер телефону"),
        Column("homepage", "Веб-сторінка", "anyURI", required=False),
        Column("account", "Соціальні медіа", "anyURI", required=False),
        Column("factionName", "Назва фракції"),
        Column("factionPost", "Посада у фракції", required=False),
        Column("commissionName", "Назва постійної комісії", required=False),
        Column("commissionPost", "Посада у постійній комісії", required=False),
        Column("areaId", "Виборчий округ", "integer", required=False),
        Column("CATUTTC", "Код КАТОТТГ"),
        Column("addressPostCode", "Поштовий індекс"),
        Column("addressAdminUnitL1", "Країна"),
        Column("addressAdminUnitL2", "Регіон"),
        Column("addressAdminUnitL3", "Район", required=False),
        Column("addressAdminUnitL4", "Територіальна громада", required=False),
        Column("addressPostName", "Населений пункт"),
        Column("addressThoroughfare", "Вулиця або аналог"),
        Column("addressLocatorDesignator", "Номер об’єкта"),
        Column("addressLocatorBuilding", "Номер корпусу", required=False),
        Column("addressLocatorName", "Назва будівлі або її частини", required=False),
        Column("openingHours", "Графік прийому"),
        Column("availabilityRestriction", "Уточнення графіка прийому", required=False),
    ),
)

ORG_STRUCTURE = DataSet(
    name="orgStructure",
    slug="struktura",
    title="Структура і штатна чисельність",
    description="Посади структурних підрозділів і кількість штатних одиниць.",
    keywords=("структура", "підрозділи", "штатний розпис"),
    yearly=False,
    empty="Штатного розпису ще не внесено, тому в таблиці є лише назви стовпців.",
    columns=(
        Column("uid", "№ з/п"),
        Column(
            "authorityName", "Найменування (організаційно-правова форма та назва) юридичної особи"
        ),
        Column("authorityId", "Ідентифікатор"),
        Column("positionName", "Назва посади"),
        Column("unitName", "Назва структурного підрозділу"),
        Column("unitId", "Ідентифікатор структурного підрозділу", required=False),
        Column("value", "Кількість штатних одиниць", "decimal"),
    ),
)
