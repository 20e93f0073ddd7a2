"""Return to a former release: residents wait, so it is one connection and one command on the host.

Here and in what this imports nothing is needed but Python itself, and nothing is read or checked
before the switch that can be looked at after it.
"""

from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from plugins.delivery.deploy_toml import chosen, read_targets
from plugins.delivery.errors import Failed
from plugins.delivery.holding import in_words, when_free, who
from plugins.delivery.host import host_of
from plugins.delivery.targets import FolderTarget, PagesTarget, SshTarget, Target

Say = Callable[[str], None]


def rollback_all(conf: Path, names: str, to: str, say: Say) -> None:
    """Return each named target to its previous release, or to the one named. Raises Failed."""
    base = conf.absolute().parent
    for target in chosen(read_targets(conf), names):
        _rollback(target, base, to, say)


def _rollback(target: Target, base: Path, to: str, say: Say) -> None:
    if isinstance(target, FolderTarget | SshTarget):
        _switch_back(target, base, to, say)
    elif to:
        raise Failed(f"{target.name} ({target.kind}) тримає лише попередній випуск: без TO=")
    elif isinstance(target, PagesTarget):
        from plugins.delivery import by_branch

        say(f"{target.name}: {by_branch.rollback(target, base)}.")
    else:
        from plugins.delivery import by_store
        from plugins.delivery.stores import store_of

        with closing(store_of(target, base)) as store:
            say(f"{target.name}: {by_store.rollback(target, store, say)}.")


def _switch_back(target: FolderTarget | SshTarget, base: Path, to: str, say: Say) -> None:
    host = host_of(target, base)
    with host.shell() as shell, in_words(host):
        told = when_free(lambda: shell.run("rollback", host.folder, who(), to), say)
    name, _, release = told.partition("\n")
    say(f"{target.name}: повернуто випуск {name}.")
    if target.url:
        from plugins.delivery.web import shows_another

        if fault := shows_another(target.url, sha256(release.encode()).hexdigest()):
            say(f"{target.name}: {fault}")
