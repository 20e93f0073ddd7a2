"""The catalogue of data sets: their passports for portals (W3C, DCAT 3) at /data.json."""

from typing import Any

from plugins.council.data_sets import DATA_SETS, PERIODICITY, PURPOSE, DataSet
from plugins.open_data.records import Shared
from plugins.output.data_tables import DataTable
from plugins.output.json_text import as_json


def catalogue(tables: tuple[DataTable, ...], shared: Shared) -> str:
    """Return the catalogue as JSON-LD; a mail address that is not known is left out."""
    url, publisher = shared.url, shared.publisher
    value = {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "foaf": "http://xmlns.com/foaf/0.1/",
        },
        "@id": f"{url}/data.json",
        "@type": "dcat:Catalog",
        "dct:title": f"Відкриті дані: {publisher}",
        "dct:language": "uk",
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": publisher},
        "dcat:dataset": [_data_set(one, tables, shared) for one in DATA_SETS],
    }
    return as_json(value)


def _data_set(data_set: DataSet, tables: tuple[DataTable, ...], shared: Shared) -> dict[str, Any]:
    point = {"@type": "vcard:Organization", "vcard:fn": shared.publisher}
    if shared.contact:
        point["vcard:hasEmail"] = f"mailto:{shared.contact}"
    years = [one.year for one in tables if one.data_set == data_set]
    return {
        "@id": f"{shared.url}/data.json#{data_set.name}",
        "@type": "dcat:Dataset",
        "dct:identifier": data_set.name,
        "dct:title": data_set.title,
        "dct:description": data_set.description,
        "dcat:keyword": list(data_set.keywords),
        "dct:accrualPeriodicity": PERIODICITY,
        "dct:conformsTo": PURPOSE,
        "dcat:contactPoint": point,
        "dcat:distribution": [_distribution(data_set, year, shared.url) for year in years],
    }


def _distribution(data_set: DataSet, year: int | None, url: str) -> dict[str, Any]:
    address = f"{url}/{data_set.file(year)}"
    return {
        "@type": "dcat:Distribution",
        "dct:title": f"{data_set.title}, {year}" if year else data_set.title,
        "dcat:downloadURL": address,
        "dcat:mediaType": "text/csv",
        "dct:conformsTo": f"{address}-metadata.json",
    }
