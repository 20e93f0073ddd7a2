"""Where a folder of releases lies: on this machine or behind SSH. Everything else is the same."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.delivery.errors import Failed
from plugins.delivery.shell import Shell, lacks
from plugins.delivery.targets import FolderTarget, SshTarget

_SHELL = ("sh", "-s", "council-delivery")
_SSH = (
    "-o", "BatchMode=yes", "-o", "ConnectTimeout=15",
    "-o", "ServerAliveInterval=10", "-o", "ServerAliveCountMax=3",
)  # fmt: skip
_RSYNC = (
    "--recursive", "--protect-args", "--checksum", "--perms", "--chmod=D755,F644", "--delete",
    "--timeout=120",
)  # fmt: skip
"""Files are the same when their bytes are: times differ in each checkout. Times are not sent, so
a file that stays keeps its time on the host, and browsers their 304."""


@dataclass(frozen=True, slots=True)
class Host:
    """A place with a shell; ``folder`` holds the releases, ``remote`` is how ssh gets there."""

    name: str
    folder: str
    remote: tuple[str, ...] = ()
    address: str = ""

    def shell(self) -> Shell:
        """Start a shell. Raises Failed when the host cannot be reached."""
        command = [*self.remote, self.address, " ".join(_SHELL)] if self.remote else [*_SHELL]
        return Shell(command, self.name)

    def upload(self, folder: Path, place: str, same: Sequence[str]) -> None:
        """Bring a folder to ``place``; files that one of ``same`` has are linked, not sent.

        Raises Failed when not everything arrived.
        """
        base = self.folder.rstrip("/")
        links = [f"--link-dest={base}/{one}" for one in same[:20]]  # rsync takes no more
        over = ["-e", " ".join(self.remote)] if self.remote else []
        target = f"{self.address}:{base}/{place}/" if self.remote else f"{base}/{place}/"
        try:
            ran = subprocess.run(
                ["rsync", *_RSYNC, *links, *over, f"{folder}/", target], stdin=subprocess.DEVNULL,
                capture_output=True, text=True, errors="replace", check=False,
            )  # fmt: skip
        except FileNotFoundError:
            raise lacks("rsync") from None
        if ran.returncode:
            raise Failed(f"не все дійшло: {reason(ran.stderr)}")


def host_of(target: FolderTarget | SshTarget, base: Path) -> Host:
    """Return the place of a target; a relative folder starts at ``base``."""
    if isinstance(target, FolderTarget):
        return Host(target.name, str((base / target.folder).absolute()))
    remote = ["ssh", *_SSH]
    remote += ["-p", str(target.port)] if target.port else []
    remote += ["-i", _file(base, target.key), "-o", "IdentitiesOnly=yes"] if target.key else []
    if target.known_hosts:
        known = _file(base, target.known_hosts)
        remote += ["-o", f"UserKnownHostsFile={known}", "-o", "StrictHostKeyChecking=yes"]
    return Host(target.name, target.folder, tuple(remote), target.host)


def _file(base: Path, name: str) -> str:
    path = str((base / Path(name).expanduser()).absolute())
    if " " in path:
        raise Failed(f"«{path}»: шлях до ключа чи known_hosts має бути без пропусків")
    return path


def reason(errors: str) -> str:
    """Return what a program on the host says, in plain words where they are known."""
    known = {
        "No space left on device": "на диску скінчилося місце",
        "Disk quota exceeded": "вичерпано дискову квоту",
        "Input/output error": "диск відмовив (EIO)",
        "Read-only file system": "диск доступний лише для читання",
        "Permission denied": "немає прав на запис",
        "command not found": "на хості немає rsync (sudo apt install rsync)",
        "not found": "на хості немає rsync (sudo apt install rsync)",
    }
    plain = next((words for sign, words in known.items() if sign in errors), "")
    lines = [line for line in errors.strip().splitlines() if line]
    said = lines[0] if lines else "без пояснень"
    return f"{plain} ({said})" if plain else said
