"""The commands behind the Makefile: ``python -m plugins.delivery deploy public --targets web``."""

import argparse
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from plugins.delivery.errors import Failed, Refused

OK, REFUSED, UNUSABLE, STOPPED = 0, 1, 2, 130


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; what stops it is said in words."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, _stop)
    try:
        code: int = options.command(options)
        return code
    except Refused as refused:
        for reason in refused.reasons:
            say(reason)
        return REFUSED
    except Failed as failed:
        say(f"Не виконано: {failed}")
    except OSError as error:
        say(f"Не виконано, система відмовила: {error}")
    except KeyboardInterrupt:
        say("Перервано. На сайті лишився цілий випуск; наступне розгортання прибере за цим.")
        return STOPPED
    return UNUSABLE


def say(words: str) -> None:
    """Write a line for the person at the keyboard."""
    print(words, file=sys.stderr, flush=True)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.delivery", description=__doc__)
    commands = parser.add_subparsers(required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        made = commands.add_parser(name)
        made.set_defaults(command=run)
        return made

    sealing = command("seal", _seal)
    sealing.add_argument("folder", type=Path)
    sealing.add_argument("--content", type=Path, default=Path("content"))
    deploying = command("deploy", _deploy)
    deploying.add_argument("folder", type=Path)
    deploying.add_argument("--content", type=Path, default=Path("content"))
    deploying.add_argument("--allow-shrink", type=int, default=0, metavar="N")
    deploying.add_argument("--allow-growth", action="store_true")
    deploying.add_argument("--allow-older", action="store_true")
    deploying.add_argument("--allow-foreign", action="store_true")
    returning = command("rollback", _rollback)
    returning.add_argument("--to", default="")
    listing = command("releases", _releases)
    serving = command("servers", _servers)
    serving.add_argument("folder", type=Path)
    serving.add_argument("--root", default="/srv/site")
    serving.add_argument("--url", default="")
    serving.add_argument("-o", "--output", type=Path, default=Path("servers"))
    serving.add_argument("--preview", action="store_true")
    serving.add_argument("--no-brotli", dest="brotli", action="store_false")
    listing.add_argument("--verify", action="store_true")
    counting = command("stats", _stats)
    counting.add_argument("logs", type=Path, nargs="+")
    counting.add_argument("--site", type=Path, default=Path("public"))
    counting.add_argument("-o", "--output", type=Path, default=Path("stats"))
    for one in (deploying, returning, listing):
        one.add_argument("--targets", default="")
        one.add_argument("--conf", type=Path, default=Path("deploy.toml"))
    return parser


def _seal(options: argparse.Namespace) -> int:
    from plugins.delivery.folder import seal
    from plugins.delivery.repository import version_of

    version = version_of(options.content)
    manifest = seal(options.folder, version)
    what = f"коміт {version.commit[:12]}" if version.commit else "без git"
    if version.changed:
        what += " і зміни, яких немає в жодному коміті"
    say(f"Випуск {manifest.build} ({what}) у теці {options.folder}/. Далі: make deploy TARGET=…")
    return OK


def _deploy(options: argparse.Namespace) -> int:
    from plugins.delivery.deploying import deploy_all
    from plugins.delivery.guards import Allowed

    allowed = Allowed(
        shrink=options.allow_shrink,
        growth=options.allow_growth,
        older=options.allow_older,
        foreign=options.allow_foreign,
    )
    done = deploy_all(options.folder, options.content, options.conf, options.targets, allowed, say)
    return OK if done else REFUSED


def _rollback(options: argparse.Namespace) -> int:
    from plugins.delivery.returning import rollback_all

    rollback_all(options.conf, options.targets, options.to, say)
    return OK


def _releases(options: argparse.Namespace) -> int:
    from plugins.delivery.by_release import listing
    from plugins.delivery.deploying import by_release_only

    base = options.conf.absolute().parent
    for target in by_release_only(options.conf, options.targets):
        say(f"{target.name}:")
        for line in listing(target, base, options.verify):
            print(f"  {line}", flush=True)
    return OK


def _servers(options: argparse.Namespace) -> int:
    from plugins.delivery.folder import sealed
    from plugins.delivery.server.files import server_files, write_files
    from plugins.delivery.server.policy import policy_of_editor

    manifest = sealed(options.folder)
    redirects = (options.folder / "_redirects").read_text("utf-8")
    files = server_files(
        options.root,
        options.url or manifest.site,
        redirects,
        preview=options.preview,
        brotli=options.brotli,
        here=str(options.output.absolute()),
        admin=policy_of_editor(options.folder),
    )
    write_files(files, options.output)
    say(f"Налаштування вебсерверів – у теці {options.output}/ (docs/publishing.md).")
    return OK


def _stats(options: argparse.Namespace) -> int:
    from plugins.delivery.statistics.page import page_text, titles
    from plugins.delivery.statistics.report import write_report
    from plugins.delivery.statistics.visits import count, lines_of

    visits = count(lines_of(options.logs))
    if not visits.months:
        raise Failed("у журналі немає жодної прочитаної сторінки (потрібен Combined Log Format)")
    options.output.mkdir(parents=True, exist_ok=True)
    page = options.output / "vidviduvanist.md"
    page.write_text(page_text(visits, titles(options.site)), "utf-8")
    write_report(options.logs, options.output / "report.html")
    say(f"Звіт для себе: {options.output}/report.html (не оприлюднюйте його).")
    say(f"Сторінка для читачів: {page} → content/pages/, коли перечитаєте.")
    return OK


if __name__ == "__main__":
    sys.exit(main())
