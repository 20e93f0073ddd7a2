"""One build: read, check, plan, write. The site is a function of (content, settings, time, ledger).

Whether the output folder is empty or a year old makes no difference to what it holds
afterwards, only to how long it takes.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from blinker import Signal

from plugins.council.dates import instant
from plugins.council.files import ContentFile
from plugins.council.ledger import Ledger, read_ledger
from plugins.council.markdown import Body
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.council.vocabulary import FILES, Vocabulary, VocabularyError, read_vocabulary
from plugins.incremental import archive
from plugins.incremental.console import Console
from plugins.incremental.plan import MARK, Plan, PlanError, addresses_of, make_plan
from plugins.incremental.reading import Content, read_content
from plugins.incremental.settings import Settings
from plugins.incremental.store import Store
from plugins.incremental.version import code_version
from plugins.incremental.writing import Changes, write_plan
from plugins.output import LazyBody, LazyFile, Register, Site, Theme, signals


class ContentError(Exception):
    """Texts that must be mended first; the last good site is untouched."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class FolderError(Exception):
    """The output folder cannot be used; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did; ``next_change`` is when a rebuild would change something by itself."""

    changes: Changes
    warnings: tuple[Problem, ...]
    next_change: datetime | None


def build(settings: Settings, console: Console) -> Report:
    """Build the site.

    Raises ContentError naming all faults of all texts at once, FolderError when the output
    folder is not ours or another build is at work, RenderError when a page cannot be made.
    """
    with _lock(settings.state):
        store = Store(settings.state)
        _require_own(settings.output, store)
        site, plan, warnings = _planned(settings, store, console)
        changes = write_plan(plan, code_version(), settings.output, store, settings.jobs, console)
        signals.built.send(site, changes=changes)
        return Report(changes=changes, warnings=warnings, next_change=_next_change(site))


def check(settings: Settings, console: Console) -> tuple[Problem, ...]:
    """Return all problems of the content, without building anything."""
    with _lock(settings.state):
        try:
            return _planned(settings, Store(settings.state), console)[2]
        except ContentError as error:
            return error.problems


def planned_site(settings: Settings, console: Console) -> tuple[Site, Plan]:
    """Return the site and its plan, without writing anything. Raises as ``build`` does."""
    with _lock(settings.state):
        site, plan, _ = _planned(settings, Store(settings.state), console)
        return site, plan


def _planned(
    settings: Settings, store: Store, console: Console
) -> tuple[Site, Plan, tuple[Problem, ...]]:
    """Read and check the texts, make the register and the plan; return them with the warnings."""
    if store.meta("code") != code_version():
        store.forget_sources()
        store.remember("code", code_version())
    content = read_content(settings.content, store, settings.jobs, console)
    vocabulary, ledger = _data(settings)
    site = _site(settings, store, content, vocabulary, ledger)
    found = [*content.problems, *_by_rules(signals.get_rules, site)]
    _require_no_errors(found)
    (register,) = signals.ask(signals.get_register, site)
    site = replace(site, register=register)
    try:
        plan = make_plan(site)
    except PlanError as error:
        raise ContentError(error.problems) from None
    found.extend(_by_rules(signals.get_plan_rules, site, addresses_of(plan)))
    return site, plan, _require_no_errors(found)


def _by_rules(signal: Signal, *arguments: object) -> Iterator[Problem]:
    for rules in signals.ask(signal):
        for rule in rules:
            yield from rule(*arguments)


def _require_no_errors(found: list[Problem]) -> tuple[Problem, ...]:
    problems = tuple(sorted(set(found)))
    if any(problem.severity == "error" for problem in problems):
        raise ContentError(problems)
    return problems


def _site(
    settings: Settings, store: Store, content: Content, vocabulary: Vocabulary, ledger: Ledger
) -> Site:
    return Site(
        url=settings.url,
        indexed=settings.indexed,
        now=settings.now,
        vocabulary=vocabulary,
        theme=Theme(settings.theme),
        pictures=settings.pictures,
        all_texts=content.texts,
        files=content.files,
        ledger=ledger,
        register=Register(),
        body=partial(_lazy_body, store),
        content=partial(_lazy_file, settings.content),
    )


def _lazy_body(store: Store, text: Text) -> LazyBody:
    return LazyBody(text.body_digest, partial(_read_body, store, text.path))


def _read_body(store: Store, path: str) -> Body:
    return archive.load_body(store.body(path))


def _lazy_file(folder: Path, file: ContentFile) -> LazyFile:
    return LazyFile(file.digest, (folder / file.path).read_bytes)


def _data(settings: Settings) -> tuple[Vocabulary, Ledger]:
    """Read the vocabulary, the site's own where the content brings none, and the ledger."""
    try:
        vocabulary = read_vocabulary({name: _data_bytes(settings, name) for name in FILES})
    except VocabularyError as error:
        raise ContentError((_data_problem(error.file, error.line, str(error)),)) from None
    file = settings.content / "data" / "ledger.tsv"
    try:
        return vocabulary, read_ledger(file.read_text("utf-8")) if file.is_file() else ()
    except ValueError as error:
        raise ContentError((_data_problem(file.name, 1, str(error)),)) from None


def _data_problem(name: str, line: int, message: str) -> Problem:
    return Problem(path=f"data/{name}", line=line, field="дані", message=message, rule="data")


def _data_bytes(settings: Settings, name: str) -> bytes:
    file = settings.content / "data" / name
    return file.read_bytes() if file.is_file() else (settings.data / name).read_bytes()


def _next_change(site: Site) -> datetime | None:
    """Return the nearest moment at which a text appears or expires."""
    moments = (
        instant(moment)
        for text in site.all_texts
        for moment in (text.header.publish_at, text.header.expires_at)
        if moment is not None and text.header.state == "ready"
    )
    return min((moment for moment in moments if moment > site.now), default=None)


def _require_own(folder: Path, store: Store) -> None:
    """Refuse to clean a folder that no build of ours has filled."""
    if store.trusted or not folder.is_dir() or not any(folder.iterdir()):
        return
    if not (folder / MARK).is_file():
        raise FolderError(
            f"тека {folder} не порожня, і її створила не ця збірка. "
            "Вкажіть іншу (OUTPUTDIR=…) або спорожніть цю."
        )


@contextmanager
def _lock(state: Path) -> Iterator[None]:
    """Let one build at a time work on an output folder. The lock dies with its process."""
    state.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(state / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise FolderError(
            "інша збірка вже пише в цю теку. Зачекайте, доки вона закінчить."
        ) from None
    try:
        yield
    finally:
        os.close(descriptor)
