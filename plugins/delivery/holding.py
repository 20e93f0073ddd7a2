"""A host's folder of releases, held: its lock, a sign of life, and refusals said in words."""

import getpass
import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from plugins.delivery.errors import Failed
from plugins.delivery.host import Host, reason
from plugins.delivery.shell import Said, Shell

PATIENCE = 60.0  # seconds to wait for another deploy
_BEAT = 15  # seconds between signs of life; after two minutes without one the lock is taken over

Say = Callable[[str], None]


@contextmanager
def held(host: Host, say: Say) -> Iterator[Shell]:
    """Give a shell in the host's folder, its lock ours. Raises Failed."""
    with host.shell() as shell, in_words(host):
        shell.run("enter", host.folder)
        when_free(lambda: shell.run("lock", who()), say)
        try:
            with _beating(shell):
                yield shell
        finally:
            _quietly(shell, "unlock")


@contextmanager
def looked_at(host: Host) -> Iterator[Shell]:
    """Give a shell in the host's folder, for reading. Raises Failed."""
    with host.shell() as shell, in_words(host):
        shell.run("look", host.folder)
        yield shell


@contextmanager
def in_words(host: Host) -> Iterator[None]:
    """Say in words what the host refuses."""
    current = f"{host.folder}/current"
    codes = {
        3: f"тека {host.folder} не порожня, і розгортання її не створювало. Вкажіть іншу (folder)",
        4: f"у теці {host.folder} ще нічого не розгорнуто",
        5: "немає випуску, до якого можна повернутися",
        8: f"{current} – не посилання, яке створює розгортання. Перейменуйте його і повторіть",
        9: f"{host.folder}/lock – не замок, який ставить розгортання. Приберіть його і повторіть",
    }
    try:
        yield
    except Said as said:
        if said.code == 7:
            raise Failed(f"такого випуску там немає (є {', '.join(said.output.split())})") from None
        raise Failed(codes.get(said.code, f"хост відмовив: {reason(said.output)}")) from None


def when_free(work: Callable[[], str], say: Say) -> str:
    """Do what takes the lock, as soon as no other deploy has it. Raises Failed after a minute."""
    until, told = time.monotonic() + PATIENCE, False
    while True:
        try:
            return work()
        except Said as said:
            if said.code != 10:
                raise
            if time.monotonic() > until:
                raise Failed(
                    f"інше розгортання ще триває ({said.output}). Повторіть згодом."
                ) from None
            if not told:
                say(f"Інше розгортання триває ({said.output}), чекаю…")
                told = True
            time.sleep(0.5)


def who() -> str:
    """Return who deploys, for the lock and the log: ``name-on-machine``."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = str(os.getuid())
    return re.sub(r"[^A-Za-z0-9.-]+", "-", f"{user}-on-{os.uname().nodename}")


@contextmanager
def _beating(shell: Shell) -> Iterator[None]:
    """Show the host that we live, also while rsync works beside the shell."""
    over = threading.Event()

    def beat() -> None:
        while not over.wait(_BEAT):
            _quietly(shell, "beat")

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(_BEAT)


def _quietly(shell: Shell, *words: str) -> None:
    with suppress(Said, Failed):  # the lock of a dead shell is taken over
        shell.run(*words)
