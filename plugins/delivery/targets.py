"""Targets: where releases go. Secrets never stand in a record, only names of variables."""

from dataclasses import dataclass, field
from typing import ClassVar

from plugins.delivery.target_values import (
    BRANCH,
    BUCKET,
    DOMAIN,
    HOST,
    KEEP,
    PATH,
    PATIENCE,
    PORT,
    PREFIX,
    REMOTE,
    TEXT,
    URL,
    VARIABLE,
    YES_OR_NO,
)


@dataclass(frozen=True, kw_only=True)
class _Target:
    """What all targets say.

    ``url`` is where residents read it, ``preview`` says that none should; ``patience`` are the
    seconds that the server has to show a new release.
    """

    kind: ClassVar[str]
    name: str = field(metadata=TEXT)
    url: str | None = field(default=None, metadata=URL)
    preview: bool = field(default=False, metadata=YES_OR_NO)
    patience: int = field(default=10, metadata=PATIENCE)


@dataclass(frozen=True, kw_only=True)
class FolderTarget(_Target):
    """A folder of this machine; ``keep`` releases stay."""

    kind = "folder"
    folder: str = field(metadata=TEXT)
    keep: int = field(default=5, metadata=KEEP)


@dataclass(frozen=True, kw_only=True)
class SshTarget(_Target):
    """A folder of a host behind SSH; ``key`` and ``known_hosts`` are files."""

    kind = "ssh"
    host: str = field(metadata=HOST)
    folder: str = field(metadata=PATH)
    port: int | None = field(default=None, metadata=PORT)
    key: str | None = field(default=None, metadata=TEXT)
    known_hosts: str | None = field(default=None, metadata=TEXT)
    keep: int = field(default=5, metadata=KEEP)


@dataclass(frozen=True, kw_only=True)
class PagesTarget(_Target):
    """A branch that GitHub, GitLab or Forgejo Pages show."""

    kind = "pages"
    patience: int = field(default=300, metadata=PATIENCE)
    remote: str = field(default="origin", metadata=REMOTE)
    branch: str = field(default="gh-pages", metadata=BRANCH)
    cname: str | None = field(default=None, metadata=DOMAIN)


@dataclass(frozen=True, kw_only=True)
class FtpTarget(_Target):
    """A folder of shared hosting, over FTP with TLS; ``ca`` is a file of certificates to trust.

    ``rollback`` says whether to keep there what a release replaces.
    """

    kind = "ftp"
    host: str = field(metadata=HOST)
    port: int = field(default=21, metadata=PORT)
    user: str = field(metadata=TEXT)
    password_env: str = field(default="FTP_PASSWORD", metadata=VARIABLE)
    folder: str = field(default="/", metadata=TEXT)
    rollback: bool = field(default=True, metadata=YES_OR_NO)
    ca: str | None = field(default=None, metadata=TEXT)


@dataclass(frozen=True, kw_only=True)
class S3Target(_Target):
    """A bucket of storage that speaks S3, before which a CDN may stand; ``rollback`` as for FTP."""

    kind = "s3"
    patience: int = field(default=60, metadata=PATIENCE)
    endpoint: str = field(metadata=URL)
    bucket: str = field(metadata=BUCKET)
    region: str = field(default="us-east-1", metadata=TEXT)
    prefix: str = field(default="", metadata=PREFIX)
    rollback: bool = field(default=True, metadata=YES_OR_NO)
    access_key_env: str = field(default="S3_ACCESS_KEY", metadata=VARIABLE)
    secret_key_env: str = field(default="S3_SECRET_KEY", metadata=VARIABLE)


Target = FolderTarget | SshTarget | PagesTarget | FtpTarget | S3Target
KINDS: dict[str, type[Target]] = {
    one.kind: one for one in (FolderTarget, SshTarget, PagesTarget, FtpTarget, S3Target)
}
