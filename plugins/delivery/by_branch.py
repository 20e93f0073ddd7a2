"""To GitHub, GitLab or Forgejo Pages: ghp-import makes the commit, the push is never a blind one.

Everything happens in a repository of its own, so a shallow clone, local branches and an unfinished
earlier run do not matter. The branch on the remote moves at once or not at all.
"""

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from plugins.delivery.aftercheck import wrong
from plugins.delivery.errors import Failed, Refused
from plugins.delivery.git import Git, plain, remote_url, temporary
from plugins.delivery.job import Job
from plugins.delivery.manifest import Manifest, manifest_text, read_manifest
from plugins.delivery.names import MANIFEST
from plugins.delivery.targets import PagesTarget

_OURS = re.compile(r"^Release: [0-9a-f]{16}$", re.MULTILINE)

Say = Callable[[str], None]


def deploy(target: PagesTarget, job: Job, base: Path, say: Say) -> str:
    """Bring a release to a branch of a remote. Raises Refused or Failed."""
    with temporary(base) as git:
        url = remote_url(base, target.remote)
        head = _fetched(git, url, target.branch)
        live = _manifest(git, head)
        if head and not job.allowed.foreign:
            _require_ours(git, head, target)
        job.guard(live, target)
        if live is not None and manifest_text(live) == manifest_text(job.manifest):
            return "цей випуск там уже є"
        _commit(git, target, job)
        _push(git, url, target.branch, head)
        _look(git, url, target, job.manifest, head, say)
    return f"випуск {job.manifest.build} у гілці {target.branch}"


def rollback(target: PagesTarget, base: Path) -> str:
    """Put the release before the present one into the branch, as a new commit."""
    with temporary(base) as git:
        url = remote_url(base, target.remote)
        head = _fetched(git, url, target.branch, depth=2)
        before = git.asked("rev-parse", "--verify", "--quiet", f"{head}^").stdout.strip()
        if not before:
            raise Failed("немає випуску, до якого можна повернутися")
        return f"повернуто випуск {_back(git, url, target.branch, head, before)}"


def _fetched(git: Git, url: str, branch: str, depth: int = 1) -> str:
    """Return the commit that the remote's branch shows, empty when there is no branch."""
    if not git.run("ls-remote", "--heads", url, f"refs/heads/{branch}"):
        return ""
    tracked = f"refs/remotes/origin/{branch}"
    git.run("fetch", "--quiet", f"--depth={depth}", url, f"+refs/heads/{branch}:{tracked}")
    return git.run("rev-parse", tracked)


def _manifest(git: Git, head: str) -> Manifest | None:
    shown = git.asked("show", f"{head}:{MANIFEST}") if head else None
    return read_manifest(shown.stdout) if shown and shown.returncode == 0 else None


def _require_ours(git: Git, head: str, target: PagesTarget) -> None:
    if not _OURS.search(git.run("log", "-1", "--format=%B", head)):
        raise Refused([
            f"гілку {target.branch} змінив хтось інший (коміт {head[:12]}). Подивіться, що там. "
            "Якщо її можна замінити: ALLOW_FOREIGN=1"
        ])  # fmt: skip


def _commit(git: Git, target: PagesTarget, job: Job) -> None:
    """Let ghp-import make the commit on top of what the remote has."""
    manifest = job.manifest
    command = [sys.executable, "-m", "ghp_import", "--no-jekyll", "-b", target.branch]
    command += ["-m", f"Site of {manifest.commit[:12] or 'no commit'}\n\nRelease: {manifest.build}"]
    command += ["-c", target.cname] if target.cname else []
    moment = manifest.committed or "2000-01-01T00:00:00Z"
    when = format_datetime(datetime.fromisoformat(moment).astimezone(UTC))
    who = {"GIT_COMMITTER_DATE": when}
    if not git.asked("config", "user.email").stdout.strip():
        who |= {"GIT_COMMITTER_NAME": "site", "GIT_COMMITTER_EMAIL": "site@localhost"}
    ran = subprocess.run(
        [*command, str(job.site)], env={**git.environment, **who}, capture_output=True, text=True,
        errors="replace", check=False,
    )  # fmt: skip
    if ran.returncode:
        raise Failed(f"ghp-import: {plain(ran.stderr or ran.stdout)}")
    _require_all(git, target.branch, manifest)


def _require_all(git: Git, branch: str, manifest: Manifest) -> None:
    """ghp-import ends with 0 whatever it has imported: count what stands in the commit."""
    there = git.run("-c", "core.quotePath=false", "ls-tree", "-r", "-z", "--name-only", branch)
    lost = manifest.files.keys() - set(there.split("\0"))
    if lost:
        raise Failed(f"ghp-import не взяв {len(lost)} файлів, зокрема {min(lost)}")


def _push(git: Git, url: str, branch: str, head: str) -> None:
    lease = f"--force-with-lease=refs/heads/{branch}:{head}"
    git.run("push", "--quiet", lease, url, f"refs/heads/{branch}:refs/heads/{branch}")


def _look(
    git: Git, url: str, target: PagesTarget, manifest: Manifest, before: str, say: Say
) -> None:
    if target.url is None:
        say(f"{target.name}: url не вказано, тож сайт після розгортання не перевірено")
        return
    say(f"{target.name}: чекаю, доки {target.url} покаже цей випуск…")
    found = wrong(target.url, manifest, target.patience)
    if not found:
        return
    for one in found:
        say(f"{target.name}: {one}")
    if not before:
        raise Failed(f"сайт {target.url} не показує випуску, а попереднього немає")
    now = git.run("rev-parse", f"refs/heads/{target.branch}")
    raise Failed(
        "сайт показував не те. Повернуто попередній випуск "
        f"{_back(git, url, target.branch, now, before)}."
    )


def _back(git: Git, url: str, branch: str, now: str, before: str) -> str:
    """Commit the tree of ``before`` on top of ``now`` and push it; return its build."""
    manifest = _manifest(git, before)
    build = manifest.build if manifest else "0" * 16
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "site"), ("EMAIL", "site@localhost"))}  # fmt: skip
    message = f"Return to {before[:12]}\n\nRelease: {build}\n"
    made = git.run("commit-tree", f"{before}^{{tree}}", "-p", now, text=message, **who)
    git.run("update-ref", f"refs/heads/{branch}", made)
    _push(git, url, branch, now)
    return build
