"""Programs of others are those that npm published: their digests are written beside them."""

import hashlib
from base64 import b64encode

import brotli
import pytest

from plugins.web_editor.vendored import FOLDER, LICENCES, compressed, unpacked, vendored


@pytest.mark.parametrize("name", sorted(vendored()))
def test_as_published(name: str) -> None:
    """Byte by byte what stood in the package (`make vendor` fetches it anew)."""
    digest = b64encode(hashlib.sha512(brotli.decompress(compressed(name))).digest()).decode()
    assert vendored()[name]["file_integrity"] == f"sha512-{digest}"


def test_nothing_else_lies_there() -> None:
    """Each file is named in the list, with its licence."""
    found = {file.name for file in FOLDER.iterdir()}
    assert found == {f"{name}.br" for name in vendored()} | {"vendor.json", LICENCES.name}
    licences = LICENCES.read_text("utf-8")
    for one in vendored().values():
        assert f"== {one['package']} {one['version']}" in licences and one["licence"] == "MIT"


def test_no_map_is_asked_for() -> None:
    """The published script names a map of its sources; ours does not."""
    for name in vendored():
        assert b"sourceMappingURL" not in unpacked(compressed(name)).splitlines()[-1]
