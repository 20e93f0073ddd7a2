"""The other engine: pelican-search, which drives the program Stork, when one asks for it.

Stork knows no Ukrainian and has not been developed since 2023, so the static index stays and the
search page with it; what Stork makes lies beside it for a theme that uses it.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from shutil import which
from types import SimpleNamespace
from typing import Any

from plugins.council.text import Text
from plugins.output import Site, page_path

STATIC, STORK = "static", "stork"
_log = logging.getLogger(__name__)

MISSING = (
    "SEARCH_ENGINE = «stork», але програми stork немає в PATH. Пошук працює на власному покажчику "
    "сайту. Встановіть stork або поверніть SEARCH_ENGINE = «static»."
)
UNKNOWN = "SEARCH_ENGINE = «{}»: такого рушія немає. Напишіть «static» або «stork»."
FAILED = "Програма stork не склала покажчика: {}. Пошук працює на власному покажчику сайту."


def hand_over(site: Site, output: Path, engine: str, make: Callable[..., Any]) -> None:
    """Let pelican-search index the pages in ``output``; say what is wrong when it cannot.

    ``make`` is the generator of pelican-search. It writes ``search.toml`` and ``search-index.st``.
    """
    if engine == STATIC:
        return
    if engine != STORK:
        _log.warning(UNKNOWN.format(engine))
    elif which(STORK) is None:
        _log.warning(MISSING)
    else:
        texts = (text for text in site.register.texts if text.kind != "alerts")
        context = {"pages": _pages(texts), "articles": []}
        settings: Mapping[str, Any] = {"PATH": "", "TEMPLATE_PAGES": {}}
        try:
            make(context, settings, "", "", str(output)).generate_output(None)
        except Exception as error:  # noqa: BLE001  # it raises nothing narrower
            _log.warning(FAILED.format(error))


def _pages(texts: Iterable[Text]) -> list[SimpleNamespace]:
    """Return texts as pelican-search asks of pages."""
    return [
        SimpleNamespace(
            title=text.title, save_as=page_path(text.address), url=text.address.lstrip("/"),
            relative_source_path=text.path, translations=[],
        )
        for text in texts
    ]  # fmt: skip
