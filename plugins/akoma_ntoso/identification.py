"""An act as a work, in a language, and as this file (FRBR)."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from plugins.akoma_ntoso import names
from plugins.akoma_ntoso.elements import ISSUER, add
from plugins.council.dates import as_date
from plugins.council.header import Act
from plugins.council.text import Text

_AUTHOR, _EDITOR = "#author", "#editor"


def add_identification(around: Element, text: Text, act: Act, jurisdiction: str, page: str) -> None:
    """Add the names and dates of an act. A date that is not known has the name of one that is.

    The address of its ``page`` is its European Legislation Identifier (adr/0008).
    """
    made = add(around, "identification", source=ISSUER)
    adopted = (str(act.adopted), "adopted")
    published = (str(as_date(act.published)), "published") if act.published else adopted
    updated = (str(as_date(text.updated)), "updated") if text.updated else published
    expression = names.expression(text, jurisdiction, published[0])

    called = {"title": act.title, "eli": page}
    work = _level(made, "FRBRWork", names.work(text, jurisdiction), called, adopted, _AUTHOR)
    add(work, "FRBRcountry", value=jurisdiction)
    add(work, "FRBRsubtype", value=act.kind)
    add(work, "FRBRnumber", value=act.number)
    add(work, "FRBRauthoritative", value="false")
    read = _level(made, "FRBRExpression", expression, {}, published, _EDITOR)
    add(read, "FRBRlanguage", language=names.LANGUAGES[text.lang])
    file = _level(made, "FRBRManifestation", expression, {}, updated, _EDITOR, ".xml")
    add(file, "FRBRformat", value="application/akn+xml")


def _level(
    around: Element,
    tag: str,
    name: str,
    called: Mapping[str, str],
    dated: tuple[str, str],
    role: str,
    suffix: str = "",
) -> Element:
    made = add(around, tag)
    made.text = "\n"
    add(made, "FRBRthis", value=f"{name}/!main{suffix}")
    add(made, "FRBRuri", value=f"{name}{suffix}")
    for sort, alias in called.items():
        add(made, "FRBRalias", value=alias, name=sort)
    add(made, "FRBRdate", date=dated[0], name=dated[1])
    add(made, "FRBRauthor", href=ISSUER, as_=role)
    return made
