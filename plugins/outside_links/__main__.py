"""The command behind ``make links``: ask all outside links of a built site, keep what was found."""

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from plugins.council.link_report import LinkReport, report_text
from plugins.council.quantities import plural
from plugins.outside_links.asking import PATIENCE, NoLycheeError, ask
from plugins.outside_links.collecting import outside_links

OK, UNUSABLE = 0, 2


def main(arguments: list[str] | None = None) -> int:
    """Return the exit code: links that fail are no failure of the command, others own them."""
    options = _parser().parse_args(arguments)
    if not options.folder.is_dir():
        return _refuse(f"теки {options.folder} немає. Спершу складіть сайт: make publish.")
    links = outside_links(options.folder, options.own.rstrip("/"))
    try:
        found = ask(links, patience=options.timeout, local=options.local)
    except NoLycheeError:
        return _refuse("немає програми lychee. Її встановлює make links.")
    except OSError as error:
        return _refuse(str(error))
    report = LinkReport(moment=_now(), checked=len(links), links=found)
    options.report.parent.mkdir(parents=True, exist_ok=True)
    half = options.report.with_suffix(".part")
    half.write_text(report_text(report), "utf-8")
    half.replace(options.report)
    asked = plural(len(links), "посилання", "посилання", "посилань")
    print(f"Перевірено {asked} на інші сайти, зауважень: {len(found)}. Перелік: make status")
    return OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.outside_links", description=__doc__)
    parser.add_argument("folder", type=Path, help="тека складеного сайту")
    parser.add_argument("own", help="адреса самого сайту")
    parser.add_argument("--report", type=Path, default=Path(".build/links.json"))
    parser.add_argument("--timeout", type=int, default=PATIENCE, help="секунд на відповідь")
    parser.add_argument("--local", action="store_true", help="дозволити власну мережу (для тестів)")
    return parser


def _refuse(words: str) -> int:
    print(f"Не виконано: {words}", file=sys.stderr)
    return UNUSABLE


def _now() -> datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
