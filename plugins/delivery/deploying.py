"""One release to several targets in one run; the fault of one is no fault of another."""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from plugins.council.ledger import FILE, LedgerError, read_ledger
from plugins.delivery import by_branch, by_release, by_store
from plugins.delivery.by_release import ByRelease
from plugins.delivery.deploy_toml import chosen, read_targets
from plugins.delivery.errors import Failed, Refused
from plugins.delivery.folder import sealed
from plugins.delivery.guards import Allowed
from plugins.delivery.job import Job
from plugins.delivery.outgoing import outgoing
from plugins.delivery.reminders import reminders
from plugins.delivery.stores import store_of
from plugins.delivery.targets import (
    FolderTarget,
    PagesTarget,
    SshTarget,
    Target,
)
from plugins.delivery.texts import unfinished

Say = Callable[[str], None]


def deploy_all(
    folder: Path, content: Path, conf: Path, names: str, allowed: Allowed, say: Say
) -> bool:
    """Bring the release in ``folder`` to the named targets; tell whether all have it.

    Raises Refused when the release itself is unfit, Failed when nothing could begin.
    """
    targets = chosen(read_targets(conf), names)
    manifest = sealed(folder)
    promised = promised_in(content)
    base = conf.absolute().parent
    with outgoing(folder, manifest) as site:
        if faults := list(unfinished(site, sorted(manifest.files))):
            raise Refused(faults)
        for reminder in reminders(site, datetime.now(UTC)):
            say(f"Нагадування: {reminder}")
        job = Job(manifest=manifest, site=site, content=content, promised=promised, allowed=allowed)
        done = [_deploy(target, job, base, say) for target in targets]  # none waits for another
        return all(done)


def promised_in(content: Path) -> tuple[str, ...]:
    """Return the addresses that the ledger has promised, none where there is no ledger."""
    try:
        lines = read_ledger((content / FILE).read_text("utf-8"))
    except FileNotFoundError:
        return ()
    except LedgerError as error:
        raise Refused([f"{content}/{problem}" for problem in error.problems]) from None
    return tuple(line.address for line in lines)


def by_release_only(conf: Path, names: str) -> list[ByRelease]:
    """Return the named targets that keep releases. Raises Failed for one that does not."""
    return [keeper(target) for target in chosen(read_targets(conf), names)]


def keeper(target: Target) -> ByRelease:
    """Return a target that keeps releases side by side. Raises Failed for one that does not."""
    if not isinstance(target, FolderTarget | SshTarget):
        raise Failed(
            f"ціль {target.name} ({target.kind}) не тримає випусків поруч. Поверніть коміт і "
            "розгорніть знову (docs/publishing.md)"
        )
    return target


def _deploy(target: Target, job: Job, base: Path, say: Say) -> bool:
    try:
        say(f"{target.name}: {_deployed(target, job, base, say)}.")
    except Refused as refused:
        for reason in refused.reasons:
            say(f"{target.name}: {reason}")
        say(f"{target.name}: НЕ розгорнуто, на сайті лишилося те, що було.")
    except (Failed, OSError) as failed:
        say(f"{target.name}: НЕ розгорнуто: {failed}")
    else:
        return True
    return False


def _deployed(target: Target, job: Job, base: Path, say: Say) -> str:
    if isinstance(target, FolderTarget | SshTarget):
        return by_release.deploy(target, job, base, say)
    if isinstance(target, PagesTarget):
        return by_branch.deploy(target, job, base, say)
    with closing(store_of(target, base)) as store:
        return by_store.deploy(target, store, job, say)
