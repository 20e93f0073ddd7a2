"""Releases in a folder of a host: put one there, show it, return to one, list, prune (host.sh)."""

import getpass
import os
import re
import secrets
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from plugins.delivery.errors import Failed
from plugins.delivery.folder import put
from plugins.delivery.host import Host, reason
from plugins.delivery.manifest import Manifest, checksums, read_manifest
from plugins.delivery.names import MANIFEST, is_immutable
from plugins.delivery.shell import Said, Shell

_BEAT = 15  # seconds between signs of life; after two minutes without one the lock is taken over
_NAME = re.compile(r"\d{6,}-[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A release on the host; ``previous`` was live before it, empty when it never went live."""

    name: str
    previous: str
    live: bool


@dataclass(frozen=True, slots=True)
class State:
    """What is on the host: releases, oldest first, and uploads that never ended."""

    releases: tuple[Kept, ...]
    abandoned: tuple[str, ...]

    @property
    def live(self) -> Kept | None:
        """The release that residents see."""
        return next((one for one in self.releases if one.live), None)


class Releases:
    """The releases of one host, while its lock is ours (see ``opened``)."""

    def __init__(self, host: Host, shell: Shell) -> None:
        self._host = host
        self._shell = shell

    def state(self) -> State:
        """Return what is there."""
        return _state(self._shell.run("state"))

    def live_manifest(self, state: State) -> Manifest | None:
        """Return the manifest of what is live, None when nothing is."""
        return self.manifest(state.live.name) if state.live else None

    def manifest(self, name: str) -> Manifest | None:
        """Return the manifest of a release, None when it is damaged."""
        try:
            return read_manifest(self._shell.run("cat", f"releases/{name}/site/{MANIFEST}"))
        except Said:
            return None

    def add(self, site: Path, manifest: Manifest, state: State) -> str:
        """Upload a release and return its name; residents see nothing of it yet.

        ``site`` stands in a folder of its own. Raises Failed; what was uploaded so far helps the
        next run.
        """
        hashed = [path for path in sorted(manifest.files) if is_immutable(path)]
        put(site.parent / "assets", "".join(f"{path}\n" for path in hashed).encode())
        put(site.parent / "checksums", checksums(manifest).encode())
        number = max((int(one.name.partition("-")[0]) for one in state.releases), default=0) + 1
        name, incoming = f"{number:06}-{manifest.build}", f"incoming.{secrets.token_hex(6)}"
        newest = [f"releases/{one.name}" for one in reversed(state.releases)]
        live = [f"releases/{state.live.name}"] if state.live else []
        same = list(dict.fromkeys([*live, *newest[:2], *state.abandoned]))
        self._host.upload(site.parent, incoming, same)
        self._shell.run("settle", incoming, name)
        return name

    def show(self, name: str) -> None:
        """Let residents see a release: one rename."""
        self._shell.run("show", name)

    def back(self, name: str = "") -> str:
        """Return to a release, by default to the one live before; return its name."""
        return self._shell.run("back", name).strip()

    def prune(self, keep: int) -> None:
        """Remove old releases and what dead deploys have left."""
        self._shell.run("prune", str(keep))

    def note(self, words: str) -> None:
        """Write a line into the log of the host."""
        self._shell.run("note", f"{_who()} {words}")

    def damaged(self, name: str) -> list[str] | None:
        """Return files that differ from their checksums; None when the host cannot tell."""
        try:
            return self._shell.run("check", name).splitlines()
        except Said as said:
            if said.code == 6:
                return None
            raise


@contextmanager
def opened(host: Host, say: Callable[[str], None], patience: float = 60) -> Iterator[Releases]:
    """Go to the releases of a host and hold their lock.

    Waits ``patience`` seconds for another deploy to end. Raises Failed.
    """
    with host.shell() as shell, _plain(host):
        shell.run("enter", host.folder)
        _lock(shell, say, patience)
        try:
            with _beating(shell):
                yield Releases(host, shell)
        finally:
            _quietly(shell, "unlock")


@contextmanager
def read_only(host: Host) -> Iterator[Releases]:
    """Go to the releases of a host to look at them. Raises Failed."""
    with host.shell() as shell, _plain(host):
        shell.run("look", host.folder)
        yield Releases(host, shell)


@contextmanager
def _plain(host: Host) -> Iterator[None]:
    """Say in words what the host refuses."""
    codes = {
        3: f"тека {host.folder} не порожня, і розгортання її не створювало. Вкажіть іншу (folder)",
        4: f"у теці {host.folder} ще нічого не розгорнуто",
        5: "немає випуску, до якого можна повернутися",
    }
    try:
        yield
    except Said as said:
        raise Failed(codes.get(said.code, f"хост відмовив: {reason(said.output)}")) from None


def _lock(shell: Shell, say: Callable[[str], None], patience: float) -> None:
    until, told = time.monotonic() + patience, False
    while True:
        try:
            shell.run("lock", _who())
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
        else:
            return


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


def _who() -> str:
    """Return who deploys, for the lock and the log: ``name-on-machine``."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = str(os.getuid())
    return re.sub(r"[^A-Za-z0-9.-]+", "-", f"{user}-on-{socket.gethostname()}")


def _state(told: str) -> State:
    live, releases, abandoned = "", [], []
    for line in told.splitlines():
        what, _, rest = line.partition(" ")
        if what == "live":
            live = rest
        elif what == "incoming":
            abandoned.append(rest)
        elif what == "release":
            name, _, previous = rest.partition(" ")
            if _NAME.fullmatch(name):
                releases.append(Kept(name, previous, name == live))
    return State(tuple(releases), tuple(abandoned))


def newest_first(releases: Sequence[Kept]) -> list[Kept]:
    """Return releases as a person reads them."""
    return sorted(releases, key=lambda one: one.name, reverse=True)
