"""``python -m plugins.importing FILE… --content content``: what ``make import`` runs."""

import argparse
import os
import shlex
import sys
from pathlib import Path

from plugins.council.header import KINDS
from plugins.importing.commands import run


def main(arguments: list[str] | None = None) -> int:
    """Import files and return the exit code: 0 all taken, 1 some refused, 2 nothing could begin."""
    options = _parser().parse_args(arguments)
    options.files = options.files or named_in(os.environ.get("FILE", ""))
    try:
        return run(options)
    except OSError as error:
        print(f"Не виконано, диск відмовив: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nПерервано. Перенесене лишилося; та сама команда продовжить.", file=sys.stderr)
        return 130


def named_in(words: str) -> list[str]:
    """Return the names in ``FILE=…``: one with spaces if there is such a file, else several."""
    if not words.strip():
        return []
    if Path(words).exists():
        return [words]
    try:
        names = shlex.split(words)
    except ValueError:
        return [words]
    return [name for pattern in names for name in _matching(pattern)]


def _matching(pattern: str) -> list[str]:
    path = Path(pattern)
    if not set(path.name) & set("*?["):
        return [pattern]
    return sorted(map(str, path.parent.glob(path.name)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make import", description=__doc__)
    parser.add_argument("files", nargs="*", help="документи, виписки WordPress або теки з ними")
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--data", type=Path, default=Path("content/data"))
    parser.add_argument("--kind", default="", choices=["", *KINDS], help="вид тексту")
    parser.add_argument("--media", type=Path, help="тека wp-content/uploads старого сайту")
    parser.add_argument("--fetch", action="store_true", help="брати файли старого сайту з мережі")
    parser.add_argument("--mapping", type=Path, default=Path("import.toml"))
    parser.add_argument("--report", type=Path, default=Path("import-zvit.md"))
    parser.add_argument("--plan", action="store_true", help="лише скласти import.toml")
    return parser


if __name__ == "__main__":
    sys.exit(main())
