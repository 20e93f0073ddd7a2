"""One release on its way to targets."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.delivery.errors import Refused
from plugins.delivery.guards import Allowed, Judged, refusals
from plugins.delivery.manifest import Manifest
from plugins.delivery.repository import is_before
from plugins.delivery.targets import Target

_LOOPBACK = ("http://127.", "http://localhost", "http://[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A release: ``site`` is the folder that goes out, ``promised`` the addresses of the ledger.

    ``content`` are the texts that it was made from, where git may know more of it.
    """

    manifest: Manifest
    site: Path
    content: Path
    promised: Sequence[str]
    allowed: Allowed

    def guard(self, live: Manifest | None, target: Target) -> None:
        """Raise Refused when the release must not go to a target where ``live`` is now."""
        local = target.kind == "folder" or (target.url or "").startswith(_LOOPBACK)
        reasons = refusals(
            Judged(
                new=self.manifest,
                live=live,
                promised=self.promised,
                preview=target.preview,
                local=local,
                before=live is not None
                and is_before(self.content, self.manifest.commit, live.commit),
                allowed=self.allowed,
            )
        )
        if reasons:
            raise Refused(reasons)
