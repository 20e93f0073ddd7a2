"""The store of a target, opened with the secrets of the environment."""

import os
from pathlib import Path

from plugins.delivery.errors import Failed
from plugins.delivery.ftps import FtpStore
from plugins.delivery.s3 import S3Store
from plugins.delivery.targets import FtpTarget, S3Target


def store_of(target: FtpTarget | S3Target, base: Path) -> FtpStore | S3Store:
    """Open a store; a relative file of certificates starts at ``base``. Raises Failed."""
    if isinstance(target, FtpTarget):
        return FtpStore(target, _secret(target.password_env), base)
    return S3Store(target, _secret(target.access_key_env), _secret(target.secret_key_env))


def _secret(variable: str) -> str:
    """Return a secret from the environment: it stands in no file of the project."""
    value = os.environ.get(variable)
    if not value:
        raise Failed(f"немає змінної середовища {variable}: у ній чекають на пароль чи ключ")
    return value
