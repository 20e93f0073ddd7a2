"""XML of unknown origin: no document type, hence no entities and nothing from outside."""

from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from plugins.importing.refusal import Refusal

DEEPEST = 250
"""Elements inside one another; a table in a table in a text box has some sixty."""

_BROKEN = (
    "файл пошкоджено: {} не читається. Відкрийте його у Word чи LibreOffice і збережіть знову."
)


def parse_xml(data: bytes, name: str) -> Element:
    """Return the root element; names are ``{namespace}local``.

    Raises Refusal for what is no XML, has a document type (XXE, entity bombs) or is too deep.
    """
    reader = _Reader(name)
    try:
        return reader.read(data)
    except (expat.ExpatError, ValueError, LookupError) as error:
        if isinstance(error, Refusal):
            raise
        raise Refusal(_BROKEN.format(name)) from None


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._depth = 0
        self._builder = TreeBuilder()
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.StartDoctypeDeclHandler = self._doctype

    def read(self, data: bytes) -> Element:
        self._parser.Parse(data, True)
        return self._builder.close()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refusal("елементи вкладено надто глибоко. Спростіть таблиці й списки.")
        self._builder.start(_name(tag), {_name(key): value for key, value in attributes.items()})

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(_name(tag))

    def _doctype(self, *_: object) -> NoReturn:
        raise Refusal(
            f"у файлі ({self._name}) є оголошення DOCTYPE, якого в документах не буває. "
            "Таким файлам не можна довіряти; наберіть текст у новому документі."
        )


def _name(name: str) -> str:
    return "{" + name if "}" in name else name
