"""Releases in a folder of a host: put one there, show it, return to one, list, prune (host.sh)."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.delivery.folder import put
from plugins.delivery.holding import who
from plugins.delivery.host import Host
from plugins.delivery.manifest import Manifest, checksums, read_checksums, read_manifest
from plugins.delivery.names import MANIFEST, is_immutable
from plugins.delivery.shell import Said, Shell

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
    """The releases of one host, whose shell is ours (``holding``)."""

    def __init__(self, host: Host, shell: Shell) -> None:
        self._host = host
        self._shell = shell

    def state(self) -> State:
        """Return what is there."""
        return _state(self._shell.run("state"))

    def last_known(self, state: State) -> Manifest | None:
        """Return what residents see, or have seen last as far as it is known; None for nothing.

        Where its manifest is damaged the checksums beside it tell what it consists of.
        """
        live = [state.live] if state.live else []
        for one in (*live, *newest_first(state.releases)):
            if found := self.manifest(one.name) or read_checksums(self._checksums(one.name)):
                return found
        return None

    def manifest(self, name: str) -> Manifest | None:
        """Return the manifest of a release, None when it is damaged."""
        try:
            return read_manifest(self._shell.run("cat", f"releases/{name}/site/{MANIFEST}"))
        except Said:
            return None

    def _checksums(self, name: str) -> str:
        try:
            return self._shell.run("cat", f"releases/{name}/checksums")
        except Said:
            return ""

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
        self._shell.run("note", f"{who()} {words}")

    def damaged(self, name: str) -> list[str] | None:
        """Return files that differ from their checksums; None when the host cannot tell."""
        try:
            return self._shell.run("check", name).splitlines()
        except Said as said:
            if said.code == 6:
                return None
            raise


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
