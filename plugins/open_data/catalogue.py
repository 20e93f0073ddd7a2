"""The catalogue of data sets: their passports for portals (W3C, DCAT 3) at /data.json."""

import json
from collections.abc import Mapping
from typing import Any

from plugins.council.data_sets import PERIODICITY, PURPOSE, DataSet

Years = Mapping[str, tuple[int, ...]]
"""Name of a data set → the years of its tables, newest first."""


def catalogue(
    sets: tuple[DataSet, ...], years: Years, publisher: str, contact: str, url: str
) -> str:
    """Return the catalogue as JSON-LD; ``contact`` is a mail address, left out when unknown."""
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
        "dcat:dataset": [_data_set(one, years[one.name], publisher, contact, url) for one in sets],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _data_set(
    data_set: DataSet, years: tuple[int, ...], publisher: str, contact: str, url: str
) -> dict[str, Any]:
    point = {"@type": "vcard:Organization", "vcard:fn": publisher}
    if contact:
        point["vcard:hasEmail"] = f"mailto:{contact}"
    return {
        "@id": f"{url}/data.json#{data_set.name}",
        "@type": "dcat:Dataset",
        "dct:identifier": data_set.name,
        "dct:title": data_set.title,
        "dct:description": data_set.description,
        "dcat:keyword": list(data_set.keywords),
        "dct:accrualPeriodicity": PERIODICITY,
        "dct:conformsTo": PURPOSE,
        "dcat:contactPoint": point,
        "dcat:distribution": [_distribution(data_set, year, url) for year in years],
    }


def _distribution(data_set: DataSet, year: int, url: str) -> dict[str, Any]:
    address = f"{url}/{data_set.file(year)}"
    return {
        "@type": "dcat:Distribution",
        "dct:title": f"{data_set.title}, {year}",
        "dcat:downloadURL": address,
        "dcat:mediaType": "text/csv",
        "dct:conformsTo": f"{address}-metadata.json",
    }
