"""FTP over TLS (RFC 4217): a file is sent beside its place, then renamed into it."""

import ftplib
import io
import ssl
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import IO, Any, TypeVar

from plugins.delivery.errors import Failed
from plugins.delivery.targets import FtpTarget

_TRIES = 4
_TIMEOUT = 30
_IN_MEMORY = 1 << 24  # bytes of a file on its way; larger ones wait on the disk
_NOT_THERE = ("550", "450")
_FULL = ("452", "552")

Result = TypeVar("Result")


class _Reusing(ftplib.FTP_TLS):
    """Data connections continue the TLS session of the control connection, as servers demand."""

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[Any, int | None]:
        """Open a data connection."""
        connection, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        if self._prot_p:  # type: ignore[attr-defined]  # ftplib's own
            session = self.sock.session if isinstance(self.sock, ssl.SSLSocket) else None
            connection = self.context.wrap_socket(
                connection, server_hostname=self.host, session=session
            )
        return connection, size


class FtpStore:
    """A folder of an FTP server. Lost connections are made anew; what was cut is sent again."""

    def __init__(self, target: FtpTarget, password: str, base: Path) -> None:
        self._target = target
        self._password = password
        self._tls = ssl.create_default_context(cafile=str(base / target.ca) if target.ca else None)
        self._folders: set[str] = {""}
        self._ftp = self._again(self._connect, connect=False)

    def close(self) -> None:
        """Say goodbye."""
        try:
            self._ftp.quit()
        except (OSError, EOFError, ftplib.Error):
            self._ftp.close()

    def read(self, path: str) -> str | None:
        """Return a file as text, None when there is none."""
        parts: list[bytes] = []

        def fetch() -> str | None:
            parts.clear()
            there = self._retrieve(path, parts.append)
            return b"".join(parts).decode(errors="replace") if there else None

        return self._again(fetch)

    def send(self, path: str, file: Path) -> None:
        """Put a file there: whole, or as it was."""
        with file.open("rb") as data:
            self._put(path, data)

    def write(self, path: str, text: str) -> None:
        """Put a text there, as ``send`` does."""
        self._put(path, io.BytesIO(text.encode()))

    def copy(self, path: str, to: str) -> bool:
        """Put a file at another path, too: FTP cannot but bring it here and back."""
        with SpooledTemporaryFile(_IN_MEMORY) as data:

            def fetch() -> bool:
                data.seek(0)
                data.truncate()
                return self._retrieve(path, data.write)

            there = self._again(fetch)
            if there:
                self._put(to, data)
            return there

    def remove(self, path: str) -> None:
        """Remove a file, and what a killed deploy has left beside it; none is no error."""

        def delete(one: str) -> None:
            try:
                self._ftp.delete(one)
            except ftplib.error_perm as error:
                if not str(error).startswith(_NOT_THERE):
                    raise

        for one in (path, _beside(path)):
            self._again(partial(delete, one))

    def claim(self, path: str, text: str) -> bool:
        """Put a text there if there is none: making a folder is what FTP does at most once."""
        try:
            self._again(lambda: self._ftp.mkd(f"{path}.d"))
        except Failed:
            return False
        self.write(path, text)
        return True

    def release(self, path: str) -> None:
        """Give up what was claimed, by us or by somebody who died."""
        self.remove(path)
        with suppress(ftplib.error_perm):
            self._ftp.rmd(f"{path}.d")

    def wanted(self, path: str) -> bool:
        """Everything may be of use: the server may know how to send twins."""
        return True

    def _retrieve(self, path: str, take: Callable[[bytes], object]) -> bool:
        """Take a file piece by piece; tell whether there is one."""
        try:
            self._ftp.retrbinary(f"RETR {path}", take)
        except ftplib.error_perm as error:
            if str(error).startswith(_NOT_THERE):
                return False
            raise
        return True

    def _put(self, path: str, data: IO[bytes]) -> None:
        beside = _beside(path)

        def put() -> None:
            self._make_folder(str(PurePosixPath(path).parent))
            data.seek(0)
            self._ftp.storbinary(f"STOR {beside}", data, blocksize=1 << 16)
            try:
                self._ftp.rename(beside, path)
            except ftplib.error_perm:  # a server that renames onto nothing only
                self._ftp.delete(path)
                self._ftp.rename(beside, path)

        self._again(put)

    def _make_folder(self, folder: str) -> None:
        folder = "" if folder == "." else folder
        if folder in self._folders:
            return
        self._make_folder(str(PurePosixPath(folder).parent))
        with suppress(ftplib.error_perm):  # it is there; if not, the file in it will say so
            self._ftp.mkd(folder)
        self._folders.add(folder)

    def _connect(self) -> _Reusing:
        ftp = _Reusing(context=self._tls, timeout=_TIMEOUT, encoding="utf-8")
        ftp.connect(self._target.host, self._target.port)
        ftp.login(self._target.user, self._password)
        ftp.prot_p()
        ftp.cwd(self._target.folder)
        return ftp

    def _again(self, job: Callable[[], Result], connect: bool = True) -> Result:
        """Do a job, over a new connection when the old one is lost. Raises Failed."""
        reason = ""
        for attempt in range(_TRIES):
            try:
                if attempt and connect:
                    self._ftp.close()
                    self._folders = {""}
                    self._ftp = self._connect()
                return job()
            except ssl.SSLCertVerificationError as error:
                raise Failed(
                    f"сертифікат сервера не підтверджено: {error.verify_message}"
                ) from None
            except ftplib.error_perm as error:
                raise Failed(_plain(str(error))) from None
            except (OSError, EOFError, ftplib.Error) as error:
                if str(error).startswith(_FULL):
                    raise Failed(_plain(str(error))) from None
                reason = str(error) or "з’єднання обірвалося"
        raise Failed(f"сервер FTP недосяжний: {reason}")


def _beside(path: str) -> str:
    """Return where a file waits until it is whole."""
    return f"{path}.upload"


def _plain(said: str) -> str:
    if said.startswith("530"):
        return f"сервер FTP не пускає: перевірте user і пароль ({said})"
    if said.startswith(_FULL):
        return f"на хостингу скінчилося місце ({said})"
    return f"сервер FTP відмовив: {said}"
