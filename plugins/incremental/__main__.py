"""The commands behind the Makefile: ``python -m plugins.incremental build content -o output``."""

import argparse
import gc
import os
import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from plugins.council.dates import instant, numeric_date
from plugins.council.quantities import integer, plural
from plugins.incremental.build import build
from plugins.incremental.check_command import (
    FAULTY,
    OK,
    UNUSABLE,
    add_options,
    default_form,
    run_check,
    say_warnings,
    show,
    shown,
)
from plugins.incremental.console import Console
from plugins.incremental.errors import ContentError, FolderError, RenderError
from plugins.incremental.report import Report
from plugins.incremental.settings import Settings, read_settings

# Pydantic would look through every installed package for plugins that change schemas: 15 ms, and
# a build must not depend on what else is installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    # A build makes records that hold no cycles and keeps them to its end: walking 20,000 texts
    # again and again in search of garbage was a fifth of an edit's time.
    gc.set_threshold(500_000, 20, 100)
    options = _parser().parse_args(arguments)
    if options.command == "serve":
        from plugins.incremental.serving import serve

        return serve(options.folder, options.port)
    if options.command == "devserver":
        from plugins.incremental.serving import devserver

        return devserver(options)
    settings = read_settings(options.settings, options.folder, getattr(options, "output", None))
    commands: dict[str, Callable[[Settings, Console], int]] = {
        "build": _build, "check": partial(_check, options), "check-law": _check_law,
        "ledger": _ledger,
    }  # fmt: skip
    return run_command(commands[options.command], settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.incremental", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("build", "check", "check-law", "ledger", "serve", "devserver"):
        command = commands.add_parser(name)
        command.add_argument("folder", type=Path)
        command.add_argument("-s", "--settings", type=Path, default=Path("pelicanconf.py"))
        if name in ("build", "devserver"):
            command.add_argument("-o", "--output", type=Path)
        if name == "check":
            add_options(command)
        if name in ("serve", "devserver"):
            command.add_argument("--port", type=int, default=8000)
    return parser


def run_build(settings: Settings) -> int:
    """Build, saying what was done or what is wrong."""
    return run_command(_build, settings)


def run_command(command: Callable[[Settings, Console], int], settings: Settings) -> int:
    """Return the command's exit code; what stops it is said in words, never as a traceback."""
    console = Console()
    try:
        return command(settings, console)
    except ContentError as error:
        show(error.problems, settings, console, default_form())
        return FAULTY
    except FolderError as error:
        console.say(f"Не виконано: {error}")
    except RenderError as error:
        console.say(f"Не зібрано. Помилка в машині сайту, не в текстах:\n{error}")
    except PermissionError as error:
        console.say(f"Не виконано: {error.filename} не відкривається. Перевірте дозволи.")
    except (OSError, sqlite3.Error) as error:  # a full disk
        console.say(f"Не виконано, диск відмовив: {error}")
    return UNUSABLE


def _build(settings: Settings, console: Console) -> int:
    report = build(settings, console)
    say_warnings(report.warnings, settings, console)
    console.say(_summary(report, settings))
    return OK


def _check(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    """Check the texts, saying all that is wrong."""
    return run_check(settings, console, options.files, options.form)


def _check_law(settings: Settings, console: Console) -> int:
    """Say how publication stands before the law; whatever it says, nothing is blocked."""
    from plugins.incremental.law_report import law_report  # plans, and planning is slow to load

    for line in law_report(settings, console, shown(settings.content)):
        console.say(line)
    return OK


def _ledger(settings: Settings, console: Console) -> int:
    """Add what is public now to the ledger of addresses."""
    from plugins.incremental.ledger import write_ledger  # plans, and planning is slow to load

    added = write_ledger(settings, console)
    console.say(f"До реєстру адрес додано {plural(added, 'рядок', 'рядки', 'рядків')}.")
    return OK


def _summary(report: Report, settings: Settings) -> str:
    changes = report.changes
    if changes.written or changes.removed:
        written = plural(len(changes.written), "файл", "файли", "файлів")
        removed = plural(len(changes.removed), "файл", "файли", "файлів")
        words = f"Записано {written}" + (f", вилучено {removed}." if changes.removed else ".")
    else:
        words = "Нічого не змінилося."  # said without Babel, which plurals need
    words = f"{words} Файлів на сайті: {integer(changes.total)}, у теці {settings.output.name}/."
    if report.next_change is not None:
        moment = instant(report.next_change)
        words += f"\nНаступна зміна за часом: {numeric_date(moment)}, {moment:%H:%M}."
    return words


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # rather than take the records of 50,000 texts apart one by one
