"""The page that stands instead of the site while it cannot be shown."""

import html
from collections.abc import Iterable

from plugins.council.problem import Problem

_PAGE = """<!doctype html>
<html lang="uk">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1.1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }}
body {{ max-width: 45rem; margin: 2rem auto; padding: 0 1rem }}
li {{ margin-bottom: 1rem }}
code, pre {{ font-size: .95rem; white-space: pre-wrap }}
</style>
<h1>{title}</h1>
{body}
"""
_MENDED = "<p>Виправте і збережіть: сторінка оновиться сама.</p>"


def waiting() -> str:
    """Return the page for the time of the first build."""
    return _PAGE.format(
        title="Складаємо сайт…", body="<p>Щойно він буде готовий, сторінка оновиться сама.</p>"
    )


def faulty_texts(problems: Iterable[Problem], folder: str) -> str:
    """Return the page that names every fault; ``folder`` is the texts' folder as shown."""
    items = "\n".join(_item(problem, folder) for problem in problems)
    return _PAGE.format(
        title="Тексти потребують виправлення", body=f"<ol>\n{items}\n</ol>{_MENDED}"
    )


def _item(problem: Problem, folder: str) -> str:
    mark = {"error": "", "warning": "Попередження. ", "note": "Порада. "}[problem.severity]
    place = html.escape(f"{folder}/{problem.path}")
    return (
        f"<li><code>{place}</code>, рядок {problem.line}, {html.escape(problem.field)}:"
        f"<br>{mark}<strong>{html.escape(problem.message)}</strong></li>"
    )


def broken(words: str) -> str:
    """Return the page for all that is wrong outside the texts: the theme, the disk, the code."""
    body = f"<pre>{html.escape(words)}</pre>{_MENDED}"
    return _PAGE.format(title="Сайт не вдалося скласти", body=body)
