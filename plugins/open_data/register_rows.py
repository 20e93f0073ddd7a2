"""Rows of the register of data sets: what a portal copies of each."""

from collections.abc import Iterator

from plugins.council.data_sets import FOLDER, PERIODICITY, PURPOSE, DataSet
from plugins.open_data.records import Shared
from plugins.open_data.tables import Row


def register_rows(data_set: DataSet, shared: Shared) -> Iterator[Row]:
    """Yield the row of a set; who answers for it is not known, the mail address is."""
    yield {
        "uid": data_set.name,
        "title": data_set.title,
        "description": data_set.description,
        "accrualPeriodicity": PERIODICITY,
        "keywords": ", ".join(data_set.keywords),
        "purpose": PURPOSE,
        "url": f"{shared.url}/{FOLDER}/#{data_set.name}",
        "distributionFormat": ", ".join(data_set.formats),
        "publisherName": shared.publisher,
        "contactPointEmail": shared.contact,
    }
