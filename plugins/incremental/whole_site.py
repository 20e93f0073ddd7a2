"""The site as plugins see it: what was read, with bodies and files to be read when asked for."""

from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path

from plugins.council.data_yaml import VocabularyError, read_data
from plugins.council.files import ContentFile
from plugins.council.ledger import FILE as LEDGER
from plugins.council.ledger import Ledger, LedgerError, first_moments, read_ledger
from plugins.council.markdown import Body
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.council.vocabulary import Vocabulary, vocabulary_in
from plugins.incremental import archive
from plugins.incremental.console import Console
from plugins.incremental.errors import ContentError
from plugins.incremental.history import read_history
from plugins.incremental.reading import Content
from plugins.incremental.settings import Settings
from plugins.incremental.store import Store
from plugins.incremental.workers import FEW_LONG, each
from plugins.output import History, LazyBody, LazyFile, Register, Site, Theme

NEIGHBOURS = 16  # bodies kept at hand


def whole_site(settings: Settings, store: Store, content: Content, console: Console) -> Site:
    """Return the site, its register still empty.

    Raises ContentError when the vocabulary or the ledger cannot be read.
    """
    vocabulary, ledger = _data(settings)
    history = read_history(settings.content, content.texts, ledger, store, settings.jobs, console)
    return _site(settings, store, content, vocabulary, ledger, history)


def near_site(settings: Settings, store: Store, content: Content) -> Site:
    """Return the site of some texts only, for rules; git is not asked. Raises as above."""
    vocabulary, ledger = _data(settings)
    history = History(first=first_moments(ledger))
    return _site(settings, store, content, vocabulary, ledger, history)


def _site(
    settings: Settings, store: Store, content: Content, vocabulary: Vocabulary, ledger: Ledger,
    history: History,
) -> Site:  # fmt: skip
    return Site(
        url=settings.url,
        public_url=settings.public_url,
        indexed=settings.indexed,
        now=settings.now,
        vocabulary=vocabulary,
        theme=Theme(settings.theme, settings.compiled),
        pictures=settings.pictures,
        all_texts=content.texts,
        faulty=content.faulty,
        files=content.files,
        ledger=ledger,
        history=history,
        register=Register(),
        body=partial(_lazy_body, _body_reader(store), store.words),
        content=partial(_lazy_file, content.place),
        search_engine=settings.search_engine,
        web_editor=settings.web_editor,
        each=partial(each, jobs=settings.jobs, few=FEW_LONG),
        extract=store.extract,
        cache=store.cache,
        preview=settings.preview,
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
    file = settings.content / LEDGER
    try:
        vocabulary = vocabulary_in(settings.content / "data", settings.data)
        ledger = read_data(file)
        return vocabulary, read_ledger(ledger.decode()) if ledger is not None else ()
    except VocabularyError as error:
        raise ContentError((_data_problem(error.file, error.line, str(error)),)) from None
    except LedgerError as error:
        raise ContentError(error.problems) from None
    except UnicodeDecodeError as error:
        message = "файл не в кодуванні UTF-8. Поверніть його таким, яким він був."
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ContentError((_data_problem(file.name, line, message),)) from None


def _data_problem(name: str, line: int, message: str) -> Problem:
    return Problem(path=f"data/{name}", line=line, field="дані", message=message, rule="data")
