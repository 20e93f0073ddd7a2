"""Where links and pictures of an act lead, seen from outside the site."""

from dataclasses import dataclass
from urllib.parse import unquote

from plugins.akoma_ntoso import names
from plugins.akoma_ntoso.act_inputs import ActInputs, Publisher
from plugins.akoma_ntoso.iri import iri
from plugins.council.renditions import file_address

_OURS = "content:"


@dataclass(frozen=True, slots=True)
class Places:
    """Answers where the links of one act lead."""

    publisher: Publisher
    inputs: ActInputs

    def link(self, href: str) -> tuple[str, str] | None:
        """Return the element for a link and its address; ``None`` when it leads nowhere (yet).

        A link to an act names the act, any other leads to the site.
        """
        url = self.publisher.url
        if href.startswith("#"):
            return "a", iri(f"{url}{self.inputs.text.address}{href}")
        if not href.startswith(_OURS):
            address = iri(url + href if href.startswith("/") else href)
            return ("a", address) if address else None
        path, sign, fragment = href.removeprefix(_OURS).partition("#")
        path = unquote(path)
        if address := self._file(path):
            return "a", iri(url + address)
        text = self.inputs.targets.get(path)
        if text is None:
            return None
        if text.kind == "acts" and not fragment:
            return "ref", names.work(text, self.publisher.jurisdiction)
        return "a", iri(f"{url}{text.address}{sign}{fragment}")

    def picture(self, src: str) -> str:
        """Return the address of a picture, empty when there is none."""
        address = self._file(unquote(src.removeprefix(_OURS)))
        return iri(self.publisher.url + address) if address else ""

    def _file(self, path: str) -> str:
        file = self.inputs.files.get(path)
        return file_address(file) if file else ""
