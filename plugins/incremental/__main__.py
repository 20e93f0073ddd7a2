"""The commands behind the Makefile: ``python -m plugins.incremental build content -o output``."""

import argparse
import sys
from pathlib import Path

from plugins.council.dates import long_moment
from plugins.council.problem import Problem
from plugins.council.quantities import plural
from plugins.incremental.build import ContentError, FolderError, Report, build, check
from plugins.incremental.console import Console
from plugins.incremental.ledger import write_ledger
from plugins.incremental.settings import Settings, read_settings
from plugins.incremental.writing import RenderError

OK, FAULTY, UNUSABLE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    if options.command == "serve":
        from plugins.incremental.serving import serve

        return serve(options.folder, options.port)
    if options.command == "devserver":
        from plugins.incremental.serving import devserver

        return devserver(options)
    settings = read_settings(options.settings, options.folder, getattr(options, "output", None))
    commands = {"build": run_build, "check": run_check, "ledger": run_ledger}
    return commands[options.command](settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.incremental", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("build", "check", "ledger", "serve", "devserver"):
        command = commands.add_parser(name)
        command.add_argument("folder", type=Path)
        command.add_argument("-s", "--settings", type=Path, default=Path("pelicanconf.py"))
        if name in ("build", "devserver"):
            command.add_argument("-o", "--output", type=Path)
        if name in ("serve", "devserver"):
            command.add_argument("--port", type=int, default=8000)
    return parser


def run_build(settings: Settings) -> int:
    """Build, saying what was done or what is wrong."""
    console = Console()
    try:
        report = build(settings, console)
    except ContentError as error:
        return _say_problems(error.problems, settings, console)
    except FolderError as error:
        console.say(f"Не зібрано: {error}")
        return UNUSABLE
    except RenderError as error:
        console.say(f"Не зібрано. Помилка в машині сайту, не в текстах:\n{error}")
        return UNUSABLE
    console.say(_summary(report, settings))
    return OK


def run_check(settings: Settings) -> int:
    """Check the texts, saying all that is wrong."""
    console = Console()
    try:
        problems = check(settings, console)
    except FolderError as error:
        console.say(f"Не перевірено: {error}")
        return UNUSABLE
    if not problems:
        console.say("Зауважень немає.")
        return OK
    return _say_problems(problems, settings, console)


def run_ledger(settings: Settings) -> int:
    """Add what is public now to the ledger of addresses."""
    console = Console()
    try:
        added = write_ledger(settings, console)
    except ContentError as error:
        return _say_problems(error.problems, settings, console)
    except FolderError as error:
        console.say(f"Не записано: {error}")
        return UNUSABLE
    console.say(f"До реєстру адрес додано {plural(added, 'рядок', 'рядки', 'рядків')}.")
    return OK


def _say_problems(problems: tuple[Problem, ...], settings: Settings, console: Console) -> int:
    base = settings.content
    shown = base.relative_to(Path.cwd()) if base.is_relative_to(Path.cwd()) else base
    for problem in problems:
        mark = "" if problem.severity == "error" else "попередження: "
        console.say(f"{mark}{shown.as_posix()}/{problem}")
    errors = sum(problem.severity == "error" for problem in problems)
    if errors:
        words = plural(errors, "помилку", "помилки", "помилок")
        console.say(f"Знайдено {words}. Сайт лишився таким, як був.")
    return FAULTY if errors else OK


def _summary(report: Report, settings: Settings) -> str:
    changes = report.changes
    if not changes.written and not changes.removed:
        words = "Нічого не змінилося."
    else:
        written = plural(len(changes.written), "файл", "файли", "файлів")
        removed = plural(len(changes.removed), "файл", "файли", "файлів")
        words = f"Записано {written}" + (f", вилучено {removed}." if changes.removed else ".")
    total = plural(changes.total, "файл", "файли", "файлів")
    words = f"{words} Увесь сайт – {total} в теці {settings.output.name}/."
    if report.next_change is not None:
        words += f"\nНаступна зміна за часом: {long_moment(report.next_change)}."
    return words


if __name__ == "__main__":
    sys.exit(main())
