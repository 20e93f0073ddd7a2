"""The manifest of a release: what it consists of, down to the byte."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.delivery.names import MANIFEST, RELEASE

_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class File:
    """One file: SHA-256 of its bytes (hexadecimal) and their number."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A release: ``build`` is the digest of its files, the same for the same content.

    ``commit`` and ``committed`` (ISO, UTC) name the version of the repository, empty without git;
    ``site`` is the public address that it was built for; ``files`` are all of it, by path.
    """

    build: str
    commit: str
    committed: str
    site: str
    files: Mapping[str, File]

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files.values())


def build_id(files: Mapping[str, File]) -> str:
    """Return the id of a build: 16 hexadecimal digits of a digest of all names and bytes."""
    lines = (f"{path}\t{file.sha256}\n" for path, file in sorted(files.items()) if path != RELEASE)
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:16]


def file_of(data: bytes) -> File:
    """Return what a manifest says of a file with these bytes."""
    return File(hashlib.sha256(data).hexdigest(), len(data))


def release_text(build: str, commit: str, committed: str) -> str:
    """Return ``release.json``."""
    return json.dumps({"build": build, "commit": commit, "committed": committed}) + "\n"


def manifest_text(manifest: Manifest) -> str:
    """Return ``manifest.json``: a file a line, in order of their paths."""
    head = {
        "build": manifest.build,
        "commit": manifest.commit,
        "committed": manifest.committed,
        "site": manifest.site,
    }
    lines = (
        f"{json.dumps(path, ensure_ascii=False)}: {json.dumps([file.sha256, file.size])}"
        for path, file in sorted(manifest.files.items())
    )
    return f'{json.dumps(head)[:-1]}, "files": {{\n' + ",\n".join(lines) + "\n}}\n"


def read_manifest(text: str) -> Manifest | None:
    """Return the manifest, or None for what is none: cut short, foreign, damaged."""
    try:
        tree = json.loads(text)
        files = {
            str(path): File(str(sha), int(size)) for path, (sha, size) in tree["files"].items()
        }
        head = {name: str(tree[name]) for name in ("build", "commit", "committed", "site")}
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    sound = all(_HEX.fullmatch(file.sha256) and file.size >= 0 for file in files.values())
    if not sound or build_id(files) != head["build"]:
        return None
    return Manifest(**head, files=files)


def checksums(manifest: Manifest) -> str:
    """Return all files, also the manifest, as ``sha256sum -c`` reads them on any host."""
    files = {**manifest.files, MANIFEST: file_of(manifest_text(manifest).encode())}
    return "".join(f"{file.sha256}  {path}\n" for path, file in sorted(files.items()))


def read_checksums(text: str) -> Manifest | None:
    """Return what checksums say of a release whose manifest is damaged: files, all of size 0."""
    rows = (line.partition("  ") for line in text.splitlines())
    files = {path: File(digest, 0) for digest, _, path in rows if _HEX.fullmatch(digest)}
    files.pop(MANIFEST, None)
    return Manifest(build="", commit="", committed="", site="", files=files) if files else None
