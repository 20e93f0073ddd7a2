"""Fetch the programs of others that /admin/ runs: plugins/web_editor/vendor/vendor.json.

A new version: write its number, the address and the integrity that `npm view <package> dist` says
into vendor.json and run `make vendor`; the test of the digests shows what to write last.
"""

import hashlib
import io
import json
import sys
import tarfile
from base64 import b64encode
from pathlib import Path
from urllib.request import urlopen

import brotli

VENDOR = Path(__file__).parents[1] / "plugins" / "web_editor" / "vendor"


def integrity(data: bytes) -> str:
    """Return a digest as npm writes it (Subresource Integrity, SHA-512)."""
    return f"sha512-{b64encode(hashlib.sha512(data).digest()).decode()}"


def fetch(tarball: str, wanted: str, member: str) -> bytes:
    """Return one file of a package. Raises ValueError when npm gave another package."""
    with urlopen(tarball, timeout=120) as answer:
        data: bytes = answer.read()
    if integrity(data) != wanted:
        raise ValueError(
            f"{tarball}: вміст не такий, як записано в vendor.json ({integrity(data)})."
        )
    with tarfile.open(fileobj=io.BytesIO(data)) as package:
        file = package.extractfile(f"package/{member}")
        if file is None:
            raise ValueError(f"{tarball}: немає файла {member}.")
        return file.read()


def main() -> int:
    """Write each file compressed; say what is not as the list says."""
    for name, one in json.loads((VENDOR / "vendor.json").read_text("utf-8")).items():
        data = fetch(one["tarball"], one["integrity"], one["member"])
        if integrity(data) != one["file_integrity"]:
            raise ValueError(f"{name}: запишіть у vendor.json file_integrity {integrity(data)}.")
        (VENDOR / f"{name}.br").write_bytes(brotli.compress(data, quality=11, lgwin=24))
        print(f"{name}: {one['package']} {one['version']}, {len(data)} байтів.")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, KeyError, ValueError, tarfile.TarError) as error:
        print(f"Не виконано: {error}", file=sys.stderr)
        sys.exit(2)
