"""`make bench-switching`: wrong answers that readers get while a site is switched, by the way."""

import itertools
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.delivery import rig
from tests.delivery.small_site import files_of, write_site
from tests.delivery.traffic import readers

SECONDS = 8
PAGES = 200
NAMES = ("one", "two")


def copied(site: Path, current: Path) -> None:
    """Copy over what is shown."""
    command = ["rsync", "-r", "--checksum", "--delete", f"{site}/", f"{current}/"]
    subprocess.run(command, check=True)


def removed_and_made(site: Path, current: Path) -> None:
    """Remove the link and make another."""
    current.unlink(missing_ok=True)
    current.symlink_to(site)


def renamed(site: Path, current: Path) -> None:
    """Make a link beside and rename it into its place."""
    beside = current.with_name("beside")
    beside.symlink_to(site)
    beside.replace(current)


WAYS: tuple[tuple[str, Callable[[Path, Path], None], bool], ...] = (
    ("rsync over what is shown", copied, False),
    ("link removed, link made", removed_and_made, False),
    ("link renamed", renamed, False),
    ("link renamed, old assets kept", renamed, True),
)
"""Name, how it is done, whether each version holds the hashed files of the other."""


def main() -> int:
    """Switch between two versions under readers for some seconds each way; print the table."""
    versions = {name: files_of(name, PAGES) for name in NAMES}
    print(f"{'':<32}{'switches':>9}{'answers':>9}{'wrong':>7}")
    for name, switch, kept in WAYS:
        with tempfile.TemporaryDirectory() as base:
            sites = [_site(Path(base) / one, one) for one in NAMES]
            if kept:
                for site, other in itertools.permutations(sites):
                    shutil.copytree(other / "static", site / "static", dirs_exist_ok=True)
            current = Path(base) / "current"
            switch(sites[0], current)
            with rig.nginx(Path(base) / "nginx", Path(base)) as url, readers(url, versions) as seen:
                until, switches = time.monotonic() + SECONDS, 0
                while time.monotonic() < until:
                    switches += 1
                    switch(sites[switches % 2], current)
                    time.sleep(0.02)
        print(f"{name:<32}{switches:>9,}{seen.answers:>9,}{len(seen.wrong):>7,}", flush=True)
    return 0


def _site(folder: Path, version: str) -> Path:
    write_site(folder, version, PAGES)
    return folder


if __name__ == "__main__":
    sys.exit(main())
