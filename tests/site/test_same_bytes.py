"""A build is a function of (content, history, settings, time, ledger); `make html` is one."""

import hashlib
import subprocess
from pathlib import Path

from tests.site.built_site import ROOT, TINY, BuiltSite, environment, settings_in


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file by its path."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def make_html(folder: Path, content: Path = TINY, **changes: str) -> str:
    """Build the tiny council by `make html` and return what it said."""
    command = ["make", "html", f"INPUTDIR={content}", f"OUTPUTDIR={folder / 'output'}"]
    done = subprocess.run(
        [*command, f"CONFFILE={settings_in(folder)}"],
        cwd=ROOT, env=environment(**changes), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_same_bytes_in_another_time_zone_locale_and_hash_seed(
    site: BuiltSite, tmp_path: Path
) -> None:
    """`make html` elsewhere on Earth, in another language, with one process gives the same site."""
    far = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C"}
    make_html(tmp_path, site.content, **far, PYTHONHASHSEED="7", JOBS="1")
    assert digests(tmp_path / "output") == digests(site.folder)


def test_second_make_html_has_nothing_to_do(tmp_path: Path) -> None:
    """Built twice, the site is written once, and `make html` says so and where to look at it."""
    make_html(tmp_path)
    before = digests(tmp_path / "output")
    said = make_html(tmp_path)
    assert "Нічого не змінилося." in said
    assert f'make serve OUTPUTDIR="{tmp_path / "output"}"' in said
    assert digests(tmp_path / "output") == before
