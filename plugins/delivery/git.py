"""Git as delivery uses it: a bare repository for one deploy, and refusals said in words."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from plugins.delivery.errors import Failed

_SECRET = re.compile(r"(://)[^/@\s]+@")
_INHERITED = r"^(http|credential|url|core\.sshcommand|user)\b"
"""Settings of the project's repository by which it reaches a remote: CI keeps its token there."""

_KNOWN = (
    (r"Authentication failed|could not read (Username|Password)|HTTP 40[13]|403|Permission denied",
     "не пускає: перевірте токен чи ключ і право запису до сховища"),
    (r"Could not resolve|unable to access|Connection (refused|timed out|reset)|unable to connect",
     "недосяжне: перевірте адресу і з’єднання"),
    (r"does not appear to be a git repository|not found|does not exist",
     "немає такого сховища: перевірте remote у deploy.toml"),
    (r"\[(remote )?rejected\].*|stale info|fetch first|non-fast-forward",
     "відхилило запис: гілку тим часом змінив хтось інший або її захищено. Нічого не перезаписано"),
)  # fmt: skip


class Git:
    """A bare repository that lives as long as one deploy."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self.environment = {**os.environ, **settings, "GIT_DIR": str(folder)}

    def run(self, *arguments: str, text: str | None = None, **more: str) -> str:
        """Return what git wrote. Raises Failed saying why it refused."""
        ran = self.asked(*arguments, text=text, **more)
        if ran.returncode:
            raise Failed(plain(ran.stderr))
        return ran.stdout.rstrip("\n")

    def asked(
        self, *arguments: str, text: str | None = None, **more: str
    ) -> "subprocess.CompletedProcess[str]":
        """Return git's answer, whatever it is; ``more`` are variables of its environment."""
        return subprocess.run(
            ["git", *arguments], env={**self.environment, **more}, input=text or "",
            capture_output=True, text=True, errors="replace", check=False,
        )  # fmt: skip


@contextmanager
def temporary(project: Path) -> Iterator[Git]:
    """Give an empty repository that reaches remotes the way the project's own does."""
    with tempfile.TemporaryDirectory() as folder:
        git = Git(Path(folder), _settings(project))
        git.run("init", "--quiet", "--bare", folder)
        yield git


def remote_url(project: Path, remote: str) -> str:
    """Return the address of a remote of the project, or what was given when it is an address."""
    if "/" in remote or ":" in remote:
        return str(project / remote) if remote.startswith(("./", "../")) else remote
    ran = _asked(project, "remote", "get-url", "--push", remote)
    if ran.returncode:
        raise Failed(f"у сховищі немає віддаленого «{remote}» (git remote -v)")
    return ran.stdout.strip()


def plain(errors: str) -> str:
    """Return git's errors in plain words, without secrets."""
    said = _SECRET.sub(r"\1***@", errors).strip()
    for pattern, words in _KNOWN:
        if re.search(pattern, said):
            return f"віддалене сховище {words} ({_last_line(said)})"
    return said or "git нічого не сказав"


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.startswith(("fatal:", "error:", " !"))]
    return (lines or text.splitlines() or [""])[0].strip()


def _settings(project: Path) -> dict[str, str]:
    ran = _asked(project, "config", "--null", "--get-regexp", _INHERITED)
    pairs = [entry.partition("\n") for entry in ran.stdout.split("\0") if entry]
    settings = {"GIT_CONFIG_COUNT": str(len(pairs))}
    for number, (key, _, value) in enumerate(pairs):
        settings[f"GIT_CONFIG_KEY_{number}"] = key
        settings[f"GIT_CONFIG_VALUE_{number}"] = value
    if not any(key == "core.sshcommand" for key, _, _ in pairs):
        settings["GIT_SSH_COMMAND"] = os.environ.get("GIT_SSH_COMMAND", "ssh -o BatchMode=yes")
    # Nobody is there to answer a question.
    return {**settings, "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "true", "LC_ALL": "C"}


def _asked(project: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(
            ["git", "-C", str(project), *arguments], capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise Failed("бракує програми git. Встановіть її: sudo apt install git") from None
