"""What a file of the site is, told by its path alone."""

import re
from pathlib import PurePosixPath

MANIFEST = "manifest.json"
"""All files of a release with size and SHA-256; it lists everything but itself."""

RELEASE = "release.json"
"""Which release this is: a small file to ask a server for."""

TWIN = (".br", ".gz")

IMMUTABLE = (
    r"(?:static|fonts)/[^/]+\.[0-9a-f]{8}\.[a-z0-9]+",
    r"images/[^/]+-[0-9a-f]{8}-[0-9]+\.[a-z0-9]+",
)
"""Names that carry a digest of their content: new content has a new name (plugins/pages/assets.py,
plugins/media)."""

_IMMUTABLE = re.compile(rf"(?:{'|'.join(IMMUTABLE)})(?:\.br|\.gz)?")
_REPLACEABLE = re.compile(r"sitemap[^/]*\.xml|poshuk/data/.+|_redirects|redirects\.map")
_BACKUP = re.compile(
    r".*(?:~|\.(?:bak|orig|rej|swp|swo|tmp|temp|part|old|save))|#.*#|Thumbs\.db|desktop\.ini",
    re.IGNORECASE,
)


def is_immutable(path: str) -> bool:
    """Whether a browser may keep the file for ever; old pages ask for it after they are gone."""
    return _IMMUTABLE.fullmatch(path) is not None


def is_twin(path: str) -> bool:
    """Whether the file is another one compressed."""
    return path.endswith(TWIN)


def is_page(path: str) -> bool:
    """Whether the file is a page to be read."""
    return path.endswith(".html")


def is_address(path: str) -> bool:
    """Whether somebody may have kept the file's address: a page, a feed, data, an attachment."""
    return not (is_twin(path) or is_immutable(path) or _REPLACEABLE.fullmatch(path))


def address_of(path: str) -> str:
    """Return the address at which a file answers: ``novyny/index.html`` → ``/novyny/``."""
    return "/" + path.removesuffix("index.html")


def path_of(address: str) -> str:
    """Return the file that answers at an address: ``/novyny/`` → ``novyny/index.html``."""
    path = address.lstrip("/")
    return f"{path}index.html" if not path or path.endswith("/") else path


def never_public(path: str) -> str:
    """Return why a file of this name must not go out, empty when it may."""
    parts = PurePosixPath(path).parts
    if any(part.startswith(".") for part in parts) and parts[0] != ".well-known":
        return "прихований файл"
    if any(_BACKUP.fullmatch(part) for part in parts):
        return "запасна чи тимчасова копія"
    if any(character < " " or character == "\x7f" for character in path):
        return "керівні знаки в назві"
    return ""
