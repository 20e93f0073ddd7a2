"""Where links and pictures of an act lead, seen from outside the site."""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from plugins.akoma_ntoso import names
from plugins.akoma_ntoso.act_inputs import ActInputs, Publisher
from plugins.council.renditions import fallback

_OURS = "content:"
_MEANING = "%/:?#[]@!$&'()*+,;=~"  # signs that mean something in an address


@dataclass(frozen=True, slots=True)
class Places:
    """Answers where the links of one act lead."""

    publisher: Publisher
    inputs: ActInputs

    def link(self, href: str) -> tuple[str, str] | None:
        """Return the element for a link and its address; ``None`` for what is not public.

        A link to an act names the act, any other leads to the site.
        """
        url = self.publisher.url
        if href.startswith("#"):
            return "a", _safe(f"{url}{self.inputs.text.address}{href}")
        if not href.startswith(_OURS):
            return "a", _safe(url + href if href.startswith("/") else href)
        path, sign, fragment = href.removeprefix(_OURS).partition("#")
        path = unquote(path)
        if address := self._file(path):
            return "a", _safe(url + address)
        text = self.inputs.targets.get(path)
        if text is None:
            return None
        if text.kind == "acts" and not fragment:
            return "ref", names.work(text, self.publisher.jurisdiction)
        return "a", _safe(f"{url}{text.address}{sign}{fragment}")

    def picture(self, src: str) -> str:
        """Return the address of a picture, empty when there is none."""
        address = self._file(unquote(src.removeprefix(_OURS)))
        return _safe(self.publisher.url + address) if address else ""

    def _file(self, path: str) -> str:
        file = self.inputs.files.get(path)
        if file is None:
            return ""
        return fallback(file).address if file.width else file.address


def _safe(address: str) -> str:
    return quote(address, _MEANING)
