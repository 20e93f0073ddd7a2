"""From texts to a plan: read, check, make the register, ask every plugin for its outputs."""

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache, partial
from pathlib import Path

from blinker import Signal

from plugins.council.dates import Moment, as_date, instant, over
from plugins.council.files import ContentFile
from plugins.council.header import Alert
from plugins.council.law_time import next_moment
from plugins.council.ledger import FILE as LEDGER
from plugins.council.ledger import Ledger, LedgerError, read_ledger
from plugins.council.markdown import Body
from plugins.council.problem import Problem
from plugins.council.sessions import told_from
from plugins.council.text import Text
from plugins.council.vocabulary import FILES, Vocabulary, VocabularyError, read_vocabulary
from plugins.incremental import archive
from plugins.incremental.console import Console
from plugins.incremental.difference import Difference
from plugins.incremental.errors import ContentError, RenderError
from plugins.incremental.history import read_history
from plugins.incremental.last_build import LastBuild, last_build
from plugins.incremental.misplaced import Misplaced
from plugins.incremental.plan import Addresses, Plan, make_plan
from plugins.incremental.reading import Content, read_content
from plugins.incremental.report import Report
from plugins.incremental.settings import Settings
from plugins.incremental.store import Store
from plugins.incremental.version import code_version
from plugins.incremental.workers import FEW_LONG, each
from plugins.incremental.writing import write_plan
from plugins.output import LazyBody, LazyFile, Register, Site, Theme, ThemeError, signals

NEIGHBOURS = 16  # bodies kept at hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A site, its plan, and the problems that do not forbid to build it."""

    site: Site
    plan: Plan
    warnings: tuple[Problem, ...]


def build_planned(
    settings: Settings, content: Difference, store: Store, console: Console,
    misplaced: Misplaced,
) -> Report:  # fmt: skip
    """Plan the site and bring the output folder to the plan. Raises as ``build`` does.

    ``misplaced`` gives the files that do not lie as the last build wrote them.
    """
    last = last_build(store, code_version(), settings.encodings, misplaced)
    made = planned(settings, content, store, console, last)
    changes = write_plan(made.plan, last, settings.output, store, settings.jobs, console)
    signals.built.send(made.site, changes=changes, output=settings.output)
    return Report(changes=changes, next_change=_next_change(made.site))


def planned(
    settings: Settings,
    content: Difference,
    store: Store,
    console: Console,
    last: LastBuild | None = None,
) -> Planned:
    """Read and check the texts, make the register and the plan, whole without a ``last`` build.

    Raises ContentError with all problems when a text is wrong, RenderError when the theme is.
    """
    _load(settings.plugins)
    read = read_content(content, store, settings.jobs, console)
    vocabulary, ledger = _data(settings)
    history = read_history(settings.content, read.texts, ledger, store, settings.jobs, console)
    site = replace(_site(settings, store, read, vocabulary, ledger), history=history)
    problems = [*read.problems, *_by_rules(signals.get_rules, site)]
    _require_no_errors(problems)
    try:
        (register,) = signals.ask(signals.get_register, site)
        site = replace(site, register=register)
        plan = make_plan(site, last or LastBuild(code_version()))
    except ThemeError as error:
        raise RenderError(str(error)) from None
    problems.extend(_by_rules(signals.get_plan_rules, site, Addresses(plan)))
    return Planned(site=site, plan=plan, warnings=_require_no_errors(problems))


def _load(plugins: tuple[str, ...]) -> None:
    """Register the plugins, again where Pelican has.

    One that does not load is an error here: Pelican logs it and publishes a site without it.
    """
    for plugin in plugins:
        importlib.import_module(plugin).register()


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
        theme=Theme(settings.theme, settings.compiled),
        pictures=settings.pictures,
        all_texts=content.texts,
        files=content.files,
        ledger=ledger,
        register=Register(),
        body=partial(_lazy_body, _body_reader(store), store.words),
        content=partial(_lazy_file, content.place),
        search_engine=settings.search_engine,
        web_editor=settings.web_editor,
        each=partial(each, jobs=settings.jobs, few=FEW_LONG),
        extract=store.extract,
        cache=store.cache,
    )


def _lazy_body(read: Callable[[str], Body], words: Callable[[str], str], text: Text) -> LazyBody:
    return LazyBody(text.body_digest, partial(read, text.path), partial(words, text.path))


def _body_reader(store: Store) -> Callable[[str], Body]:
    """Return the function that reads a body: an act's page and data are rendered one by one."""

    @lru_cache(NEIGHBOURS)
    def read(path: str) -> Body:
        return archive.load_body(store.body(path))

    return read


def _lazy_file(place: Callable[[str], str], file: ContentFile) -> LazyFile:
    return LazyFile(file.digest, Path(place(file.path)).read_bytes)


def _data(settings: Settings) -> tuple[Vocabulary, Ledger]:
    """Read the vocabulary, the site's own where the content brings none, and the ledger."""
    try:
        vocabulary = read_vocabulary({name: _data_bytes(settings, name) for name in FILES})
    except VocabularyError as error:
        raise ContentError((_data_problem(error.file, error.line, str(error)),)) from None
    file = settings.content / LEDGER
    try:
        return vocabulary, read_ledger(file.read_text("utf-8")) if file.is_file() else ()
    except LedgerError as error:
        raise ContentError(error.problems) from None
    except UnicodeDecodeError as error:
        message = "файл не в кодуванні UTF-8. Поверніть його таким, яким він був."
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ContentError((_data_problem(file.name, line, message),)) from None


def _data_problem(name: str, line: int, message: str) -> Problem:
    return Problem(path=f"data/{name}", line=line, field="дані", message=message, rule="data")


def _data_bytes(settings: Settings, name: str) -> bytes:
    files = (settings.content / "data" / name, settings.data / name)
    return next((file.read_bytes() for file in files if file.is_file()), b"")


def _next_change(site: Site) -> datetime | None:
    """Return the nearest moment at which something appears or ends by itself."""
    today = as_date(instant(site.now))
    moments = [
        instant(moment)
        for text in site.all_texts
        if _may_change(text, today)
        for moment in _moments(text)
        if moment is not None
    ]
    late = next_moment(site.vocabulary.law, site.register.texts, site.now)
    if late is not None:
        moments.append(late)
    return min((moment for moment in moments if moment > site.now), default=None)


def _may_change(text: Text, today: date) -> bool:
    """Whether a text has a moment worth asking: of 20,000 hardly any, and all are asked this."""
    effective = text.effective
    return text.state == "ready" and (
        text.publish_at is not None
        or text.expires_at is not None
        or (effective is not None and effective > today)
        or text.discussion is not None
        or text.kind in ("alerts", "sessions")
    )


def _moments(text: Text) -> tuple[Moment | None, ...]:
    own = (text.publish_at, text.expires_at, text.effective)
    if text.discussion is not None:
        return (*own, None if text.withdrawn else text.discussion.turns)
    if text.convening is not None:
        return (*own, told_from(text.convening.last))  # then its page says what is missing
    if text.kind != "alerts":
        return own
    alert = text.header
    assert isinstance(alert, Alert)
    return (*own, alert.starts, over(alert.ends) if alert.ends is not None else None)
