"""To a folder or a host: upload aside, switch by one rename, look, return when it is wrong."""

from collections.abc import Callable
from pathlib import Path

from plugins.delivery.aftercheck import wrong
from plugins.delivery.errors import Failed, Refused
from plugins.delivery.guards import vanished
from plugins.delivery.holding import held, looked_at
from plugins.delivery.host import host_of, reason
from plugins.delivery.job import Job
from plugins.delivery.manifest import Manifest, manifest_text
from plugins.delivery.releases import Releases, State, newest_first
from plugins.delivery.shell import Said
from plugins.delivery.targets import FolderTarget, SshTarget

Say = Callable[[str], None]
ByRelease = FolderTarget | SshTarget


def deploy(target: ByRelease, job: Job, base: Path, say: Say) -> str:
    """Bring a release to a target and return what was done. Raises Refused or Failed."""
    host = host_of(target, base)
    with held(host, say) as shell:
        releases = Releases(host, shell)
        state = releases.state()
        live = releases.last_known(state)
        job.guard(live, target)
        if state.live and live and manifest_text(live) == manifest_text(job.manifest):
            damaged = releases.damaged(state.live.name)
            if not damaged:
                _require_shown(target, job.manifest)
                releases.prune(target.keep)
                return "цей випуск там уже є"
            say(f"{target.name}: цей випуск там є, але пошкоджений ({damaged[0]}); розгортаю знову")
        _log_allowances(releases, job, live)
        name = releases.add(job.site, job.manifest, state)
        _show(releases, name)
        _tidily(target, say, lambda: releases.note(f"deploy {name}"))
        _look(target, job.manifest, name, releases, state, say)
        _tidily(target, say, lambda: releases.prune(target.keep))
        return f"випуск {name} на сайті"


def _show(releases: Releases, name: str) -> None:
    try:
        releases.show(name)
    except Failed as failed:
        raise Failed(
            "зв’язок обірвався під час перемикання; на сайті цілий випуск, попередній або новий. "
            f"Повторіть розгортання. {failed}"
        ) from None


def _tidily(target: ByRelease, say: Say, work: Callable[[], None]) -> None:
    """Do what comes after the switch: residents have the release, whatever fails now."""
    try:
        work()
    except (Said, Failed) as error:
        why = reason(error.output) if isinstance(error, Said) else str(error)
        say(
            f"{target.name}: випуск на сайті, та прибрати зайве чи дописати журнал не вийшло: {why}"
        )


def listing(target: ByRelease, base: Path, verify: bool = False) -> list[str]:
    """Return the releases of a target, newest first, a line each."""
    host = host_of(target, base)
    with looked_at(host) as shell:
        releases = Releases(host, shell)
        return [
            _line(releases, one.name, one.live, verify)
            for one in newest_first(releases.state().releases)
        ]


def _line(releases: Releases, name: str, live: bool, verify: bool) -> str:
    manifest = releases.manifest(name)
    what = (
        f"{manifest.committed or 'без git'} {manifest.commit[:12]}".strip()
        if manifest
        else "пошкоджено"
    )
    mark = "  ← на сайті" if live else ""
    return f"{name}  {what}{mark}{_verified(releases, name) if verify else ''}"


def _verified(releases: Releases, name: str) -> str:
    damaged = releases.damaged(name)
    if damaged is None:
        return "  (на хості немає sha256sum)"
    return f"  ПОШКОДЖЕНО: {', '.join(damaged[:5])}" if damaged else "  байти цілі"


def _log_allowances(releases: Releases, job: Job, live: Manifest | None) -> None:
    gone = vanished(job.manifest, live)
    if gone:
        releases.note(
            f"allowed to lose {len(gone)} of {job.allowed.shrink}: {' '.join(gone[:100])}"
        )
    if job.allowed.older:
        releases.note("allowed an older release")
    if job.allowed.growth:
        releases.note("allowed a jump in size")


def _look(
    target: ByRelease, manifest: Manifest, name: str, releases: Releases, before: State, say: Say
) -> None:
    """Look at the site; what is wrong is undone. Raises Failed saying so."""
    if target.url is None:
        say(f"{target.name}: url не вказано, тож сайт після розгортання не перевірено")
        return
    found = wrong(target.url, manifest, target.patience)
    if not found:
        return
    for one in found:
        say(f"{target.name}: {one}")
    if before.live is None:
        raise Failed(
            f"сайт {target.url} не показує випуску, а попереднього немає. Перевірте вебсервер."
        )
    releases.back(before.live.name)
    releases.note(f"rollback {name} -> {before.live.name}: {found[0]}")
    raise Failed(f"сайт показував не те. Повернуто попередній випуск {before.live.name}.")


def _require_shown(target: ByRelease, manifest: Manifest) -> None:
    found = wrong(target.url, manifest, patience=0) if target.url else []
    if found:
        raise Refused(found)
