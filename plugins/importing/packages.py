"""DOCX and ODT are archives: opened so that a hostile one costs neither memory nor trust."""

import io
import zipfile
import zlib
from dataclasses import dataclass, field

from plugins.importing.refusal import Refusal

LARGEST = 300_000_000  # bytes of all parts unpacked
_LARGEST_XML = 80_000_000  # bytes of one part of text; a book of 3,000 pages has 20 million
_PARTS = 5_000
_RATIO = 250  # unpacked to packed; text compresses to a twentieth
_SMALL = 1_000_000  # bytes, below which the ratio proves nothing

BOMB = "архів розпаковується у надто великий файл. Таким файлам не можна довіряти."
_BROKEN = (
    "файл пошкоджено (архів не читається). Візьміть його знову там, звідки взяли, "
    "або відкрийте у Word чи LibreOffice і збережіть знову."
)


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of an archive by name."""

    _zip: zipfile.ZipFile = field(repr=False)

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, empty when it is not there. Raises Refusal."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return b""
        limit = _LARGEST_XML if name.endswith((".xml", ".rels")) else LARGEST
        try:
            with self._zip.open(info) as part:
                data = part.read(limit + 1)  # what the directory promises may be a lie
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError):
            raise Refusal(_BROKEN) from None
        except RuntimeError:
            raise Refusal(_PASSWORD) from None
        if len(data) > limit:
            raise Refusal(BOMB)
        return data


_PASSWORD = "документ захищено паролем. Відкрийте його, збережіть без пароля й повторіть."


def open_package(data: bytes) -> Package:
    """Open an archive. Raises Refusal for a broken or encrypted one and for a bomb."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError):
        raise Refusal(_BROKEN) from None
    if any(info.flag_bits & 1 for info in infos):
        raise Refusal(_PASSWORD)
    if len(infos) > _PARTS or sum(info.file_size for info in infos) > LARGEST:
        raise Refusal(BOMB)
    if any(info.file_size > max(_SMALL, _RATIO * info.compress_size) for info in infos):
        raise Refusal(BOMB)
    return Package(archive)
