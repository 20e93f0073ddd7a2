"""The command behind ``make alert``. What was not given is asked; Ctrl-C leaves nothing behind."""

import argparse
import os
import shlex
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.alerting.answers import NAMES, Answers
from plugins.alerting.asking import ASKED, MissingError, answers_of
from plugins.alerting.writing import FOLDER, alert_text, faults_of, free_path, write
from plugins.council.addresses import ALERTS
from plugins.council.dates import long_moment
from plugins.incremental.__main__ import run_command
from plugins.incremental.check_command import FAULTY, OK, UNUSABLE, shown
from plugins.incremental.console import Console
from plugins.incremental.errors import ContentError
from plugins.incremental.settings import Settings, clock, read_settings

if TYPE_CHECKING:
    from plugins.incremental.urgent import Urgent

STOPPED = 130

SHOW = (ALERTS, "index.html", "en/index.html")
"""The outputs in which alerts stand: the file that every page reads, and the home pages."""


def main(arguments: list[str] | None = None) -> int:
    """Ask, write, build; return the exit code."""
    options = _parser().parse_args(arguments)
    given = {name: _given(name, options) for name in (*ASKED, "link")}
    settings = read_settings(options.settings, options.folder, options.output)
    try:
        return run_command(partial(_alert, given), settings)
    except (KeyboardInterrupt, EOFError):
        print("\nСкасовано, нічого не змінено.", file=sys.stderr)
        return STOPPED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.alerting", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-s", "--settings", type=Path, default=Path("publishconf.py"))
    parser.add_argument("-o", "--output", type=Path)
    for name in (*ASKED, "link"):
        parser.add_argument(f"--{name}", default="")
    return parser


def _given(name: str, options: argparse.Namespace) -> str:
    """Return what the command line says, else the environment: a shell never sees what make got."""
    return str(getattr(options, name) or os.environ.get(f"ALERT_{name.upper()}", ""))


def _alert(given: dict[str, str], settings: Settings, console: Console) -> int:
    ask = input if sys.stdin.isatty() else None
    try:
        answers = answers_of(given, settings.now, ask)
        path = free_path(answers, settings.content)
    except MissingError as error:
        console.say(f'Не виконано: {error}\nНаприклад: make alert LEVEL=увага TEXT="…" END=18:00')
        return UNUSABLE
    except ValueError as error:
        console.say(f"Не виконано: {error}")
        return FAULTY
    text = alert_text(answers)
    if faults := faults_of(path, text):
        for fault in faults:
            console.say(f"Не виконано: {fault.field}: {fault.message}")
        return FAULTY
    if ask:
        _confirm(answers, ask)
    return _put_out(settings.content / path, text, settings, console)


def _confirm(answers: Answers, ask: Callable[[str], str]) -> None:
    names = {level: name for name, level in NAMES.items()}
    ends = long_moment(answers.ends) if answers.ends else "без кінця"
    print(f"\n{names[answers.level].upper()}. {answers.title}\n{answers.text}".rstrip())
    print(f"Час дії: {long_moment(answers.starts)} – {ends}")
    ask("Enter – оприлюднити, Ctrl-C – скасувати: ")


def _put_out(file: Path, text: str, settings: Settings, console: Console) -> int:
    """Write the file and build; whatever stops the build takes the file away again."""
    started = time.monotonic()
    settings = replace(settings, now=clock())  # a person has been typing meanwhile
    try:
        write(file, text)
        done = _build(file, settings, console)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
    place = shown(file)
    print(f"Сповіщення записано: {place}")
    made = "увесь сайт" if done.whole else ", ".join(done.paths) or "без змін"
    print(f"Складено за {seconds} с у {settings.output.name}/: {made}")
    print("Тепер доставте його:  make deploy TARGET=…")
    commit = f"git add {shlex.quote(place)} && git commit -m 'Сповіщення' && git push"
    print(f"І збережіть, щоб наступне складання його не втратило:  {commit}")
    return OK


def _build(file: Path, settings: Settings, console: Console) -> "Urgent":
    # Planning is slow to load: a question must not wait for it.
    from plugins.incremental.urgent import build_alone, build_urgent

    try:
        return build_urgent(settings, SHOW, console)
    except ContentError as error:
        path = file.relative_to(settings.content).as_posix()
        if any(one.path == path and one.severity == "error" for one in error.problems):
            raise
        console.say(
            "Інші тексти мають помилки (make check), тож головна сторінка лишилася, як була. "
            "Сповіщення покаже кожна сторінка, коли в читача працює JavaScript."
        )
        return build_alone(settings, FOLDER, (ALERTS,), console)


if __name__ == "__main__":
    sys.exit(main())
