"""``make check``: all that is wrong with the texts, in the form that is asked for."""

import argparse
import os
import sys
from pathlib import Path

from plugins.council.problem import Problem, Severity
from plugins.council.quantities import plural
from plugins.incremental.build import check
from plugins.incremental.console import Console
from plugins.incremental.problem_forms import (
    FORMS,
    GITHUB,
    SARIF,
    TEXT,
    as_github,
    as_sarif,
    as_text,
)
from plugins.incremental.scan import as_scanned
from plugins.incremental.settings import Settings

OK, FAULTY, UNUSABLE = 0, 1, 2
SHOWN = 3  # warnings shown after a good build


def add_options(command: argparse.ArgumentParser) -> None:
    """Add what a check may be asked."""
    command.add_argument("--files", nargs="*", default=[], help="only what is wrong with these")
    command.add_argument("--form", choices=FORMS, default=default_form())


def default_form() -> str:
    """Return the form that fits where this runs."""
    return GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else TEXT


def run_check(settings: Settings, console: Console, files: list[str], form: str) -> int:
    """Check the texts, saying all that is wrong. Raises as ``build`` does."""
    wanted, strangers = _inside(files, settings.content)
    if strangers:
        names = ", ".join(strangers)
        console.say(f"Не перевірено: {names} – немає в теці {settings.content.name}/.")
        return UNUSABLE
    problems = check(settings, console, wanted if files else None)
    show(problems, settings, console, form)
    return FAULTY if any(one.severity == "error" for one in problems) else OK


def _inside(files: list[str], content: Path) -> tuple[frozenset[str], list[str]]:
    """Return paths as the content folder names them, and what does not lie in it."""
    wanted, strangers = set(), []
    for name in files:
        near = [Path(name).absolute(), content / name]
        found = next((p for p in near if p.exists() and p.is_relative_to(content)), None)
        if found is None:
            strangers.append(name)
        else:
            wanted |= {as_scanned(str(file.relative_to(content))) for file in _files(found)}
    return frozenset(wanted), strangers


def _files(place: Path) -> list[Path]:
    """Return the file itself, or all that lie in a folder, with folders that may not be entered."""
    if not place.is_dir():
        return [place]
    return [one for one in place.rglob("*") if not one.is_dir() or not os.access(one, os.X_OK)]


def show(problems: tuple[Problem, ...], settings: Settings, console: Console, form: str) -> None:
    """Say what is wrong in a form; SARIF goes to the standard output, for a file."""
    folder = shown(settings.content)
    if form == SARIF:
        print(as_sarif(problems, folder), end="")
    elif form == GITHUB:
        print(as_github(problems, folder), end="")
    elif problems:
        console.say(as_text(problems, folder).removesuffix("\n"))
    sys.stdout.flush()
    console.say(_summary(problems))


def _summary(problems: tuple[Problem, ...]) -> str:
    if not problems:
        return "Зауважень немає."
    counted = [
        plural(count, *words)
        for severity, words in _WORDS.items()
        if (count := sum(one.severity == severity for one in problems))
    ]
    errors = any(one.severity == "error" for one in problems)
    end = "Сайт лишився таким, як був." if errors else "Помилок немає."
    return f"Знайдено {', '.join(counted)}. {end}"


_WORDS: dict[Severity, tuple[str, str, str]] = {
    "error": ("помилку", "помилки", "помилок"),
    "warning": ("попередження", "попередження", "попереджень"),
    "note": ("пораду", "поради", "порад"),
}


def say_warnings(warnings: tuple[Problem, ...], settings: Settings, console: Console) -> None:
    """Say after a good build, in short, what an editor should look at."""
    told = [one for one in warnings if one.severity == "warning"]
    if not told:
        return
    console.say(as_text(told[:SHOWN], shown(settings.content)).removesuffix("\n"))
    more = len(told) - SHOWN
    if more > 0:
        words = plural(more, "попередження", "попередження", "попереджень")
        console.say(f"І ще {words}. Усі покаже: make check")


def shown(folder: Path) -> str:
    """Return a folder as an editor in the current one would name it."""
    here = Path.cwd()
    return (folder.relative_to(here) if folder.is_relative_to(here) else folder).as_posix()
