"""What an act's page says in the words of the European Legislation Identifier (2012/C 325/02).

The identifier itself is the page's address (adr/0008), so these are properties of the page.
"""

from plugins.council.dates import as_date
from plugins.council.header import Act


def eli(act: Act) -> tuple[tuple[str, str], ...]:
    """Return properties of the ELI ontology with their values; what is unknown is left out."""
    told = {
        "id_local": act.number,
        "date_document": act.adopted,
        "date_publication": as_date(act.published) if act.published else None,
        "first_date_entry_in_force": act.effective_from,
    }
    return tuple((name, str(value)) for name, value in told.items() if value is not None)
