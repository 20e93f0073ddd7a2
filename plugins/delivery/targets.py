"""``deploy.toml``: where releases go. Secrets never stand in it, only names of variables."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from plugins.delivery.errors import Failed

_PLAIN = re.compile(r"/?[A-Za-z0-9._][A-Za-z0-9._/-]*")
_HOST = re.compile(r"[A-Za-z0-9_\[][A-Za-z0-9._:@\[\]-]*")


def _plain(text: str) -> str:
    if not _PLAIN.fullmatch(text) or ".." in text.split("/"):
        raise ValueError("латинські літери, цифри, «.», «_», «-» і «/», без «..»")
    return text.rstrip("/")


def _host(text: str) -> str:
    if not _HOST.fullmatch(text):
        raise ValueError("ім’я хоста, за потреби з користувачем: web@example.org")
    return text


def _url(text: str) -> str:
    if not text.startswith(("https://", "http://")):
        raise ValueError("адреса починається з https://")
    return text.rstrip("/")


Plain = Annotated[str, AfterValidator(_plain)]
Host = Annotated[str, AfterValidator(_host)]
Url = Annotated[str, AfterValidator(_url)]
Variable = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]


class _Target(BaseModel):
    """What all targets say.

    ``url`` is where residents read it, ``preview`` says that none should; ``patience`` are the
    seconds that the server has to show a new release.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    name: str
    url: Url | None = None
    preview: bool = False
    patience: Annotated[int, Field(ge=0, le=3600)] = 10


class FolderTarget(_Target):
    """A folder of this machine; ``keep`` releases stay."""

    kind: Literal["folder"]
    folder: Annotated[str, Field(min_length=1)]
    keep: Annotated[int, Field(ge=2, le=1000)] = 5


class SshTarget(_Target):
    """A folder of a host behind SSH; ``options`` are those of ``ssh -o``."""

    kind: Literal["ssh"]
    host: Host
    folder: Plain
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    key: str | None = None
    known_hosts: str | None = None
    keep: Annotated[int, Field(ge=2, le=1000)] = 5


class PagesTarget(_Target):
    """A branch that GitHub, GitLab or Forgejo Pages show."""

    kind: Literal["pages"]
    patience: Annotated[int, Field(ge=0, le=3600)] = 300
    remote: Annotated[str, Field(pattern=r"^[^-]")] = "origin"
    branch: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]*$")] = "gh-pages"
    cname: Annotated[str, Field(pattern=r"^[a-z0-9.-]+$")] | None = None


class FtpTarget(_Target):
    """A folder of shared hosting, over FTP with TLS."""

    kind: Literal["ftp"]
    host: Host
    port: Annotated[int, Field(ge=1, le=65535)] = 21
    user: str
    password_env: Variable = "FTP_PASSWORD"
    folder: str = "/"
    ca: str | None = None


class S3Target(_Target):
    """A bucket of storage that speaks S3, before which a CDN may stand."""

    kind: Literal["s3"]
    patience: Annotated[int, Field(ge=0, le=3600)] = 60
    endpoint: Url
    bucket: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]+$")]
    region: str = "us-east-1"
    prefix: str = ""
    access_key_env: Variable = "S3_ACCESS_KEY"
    secret_key_env: Variable = "S3_SECRET_KEY"


Target = Annotated[
    FolderTarget | SshTarget | PagesTarget | FtpTarget | S3Target, Field(discriminator="kind")
]
_ADAPTER: TypeAdapter[Target] = TypeAdapter(Target)


def read_targets(file: Path) -> Mapping[str, Target]:
    """Return all targets of the file by name. Raises Failed naming everything that is wrong."""
    try:
        tree = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise Failed(
            f"немає {file}: у ньому описано, куди розгортати (docs/publishing.md)"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Failed(f"{file}: не TOML: {error}") from None
    tables = tree.get("targets", {})
    if not isinstance(tables, dict) or not all(isinstance(one, dict) for one in tables.values()):
        raise Failed(f"{file}: цілі записують так: [targets.назва]")
    found, wrong = {}, []
    for name, table in tables.items():
        try:
            found[name] = _ADAPTER.validate_python({**table, "name": name})
        except ValidationError as error:
            wrong += [f"{file}: [targets.{name}] {_fault(one)}" for one in error.errors()]
    if wrong:
        raise Failed("\n".join(wrong))
    return found


def chosen(targets: Mapping[str, Target], names: str) -> list[Target]:
    """Return the targets named, with commas or spaces between. Raises Failed for unknown names."""
    wanted = names.replace(",", " ").split()
    known = ", ".join(targets) or "жодної"
    if not wanted:
        raise Failed(f"назвіть ціль: TARGET=… (у deploy.toml описано: {known})")
    if unknown := [name for name in wanted if name not in targets]:
        raise Failed(f"цілі «{unknown[0]}» в deploy.toml немає (описано: {known})")
    return [targets[name] for name in dict.fromkeys(wanted)]


def _fault(error: Mapping[str, Any]) -> str:
    place = [
        str(part) for part in error["loc"] if part not in ("folder", "ssh", "pages", "ftp", "s3")
    ]
    kinds = {
        "missing": "треба вказати",
        "extra_forbidden": "такого ключа немає",
        "union_tag_invalid": "kind буває folder, ssh, pages, ftp, s3",
        "union_tag_not_found": "треба вказати kind: folder, ssh, pages, ftp або s3",
    }
    said = str(error["msg"]).removeprefix("Value error, ")
    field = place[-1] if place else _last(error["loc"])
    return f"{field}: {kinds.get(error['type'], said)}"


def _last(location: tuple[Any, ...]) -> str:
    return str(location[-1]) if location else "kind"
