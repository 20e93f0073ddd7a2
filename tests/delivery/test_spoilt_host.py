"""What people and disks do to a folder of releases: the next deploy copes or says what is there."""

import os
import shutil
from pathlib import Path

import pytest

from plugins.delivery.errors import Refused
from plugins.delivery.folder import seal
from plugins.delivery.repository import Version
from tests.delivery import rig
from tests.delivery.small_site import files_of, write_site


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A folder that shows «one»."""
    return rig.live_folder(tmp_path)


def live(base: Path, version: str) -> bool:
    """Whether the live release is that version, byte for byte."""
    site = base / "host/current"
    return all((site / path).read_bytes() == data for path, data in files_of(version).items())


def test_live_release_is_spoilt(base: Path) -> None:
    """The same release comes again, whole, though it is there by its name."""
    (base / "host/current/p/1/index.html").write_text("spoilt")
    ran = rig.deploy(base)
    assert (ran.returncode, "пошкоджений (p/1/index.html)" in ran.stderr) == (0, True), ran.stderr
    assert live(base, "one")


def test_spoilt_bytes_are_not_linked(base: Path) -> None:
    """A file that a release shares with one whose bytes have changed on the disk is sent anew."""
    (base / "host/current/robots.txt").write_text("spoilt")
    write_site(base / "public", "two")
    assert rig.deploy(base).returncode == 0
    assert live(base, "two")


def test_spoilt_manifest_hides_no_address(base: Path) -> None:
    """What vanishes is found without the live manifest, and without a live release."""
    (base / "host/current/manifest.json").write_text("{")
    write_site(base / "public", "two", pages=10)
    ran = rig.deploy(base)
    assert (ran.returncode, "ALLOW_SHRINK=2" in ran.stderr) == (1, True), ran.stderr
    (base / "host/current").unlink()
    assert "ALLOW_SHRINK=2" in rig.deploy(base).stderr


def test_return_where_nobody_knows_what_was_before(base: Path) -> None:
    """Without a link to the live release one returns to the newest that is older."""
    (base / "host/current").unlink()
    write_site(base / "public", "two")
    assert rig.deploy(base).returncode == 0
    assert rig.run(base, "rollback").returncode == 0
    assert live(base, "one")


def test_releases_are_gone(base: Path) -> None:
    """A folder that has lost its releases is still ours, and the site comes back."""
    shutil.rmtree(base / "host/releases")
    assert rig.deploy(base).returncode == 0
    assert live(base, "one")


def test_releases_of_others_stay(base: Path) -> None:
    """What lies among the releases and has another kind of name is never removed."""
    others = [base / f"host/releases/2026112{number}" for number in range(8)]
    for one in others:
        (one / "site").mkdir(parents=True)
    for version in ("two", "three", "one"):
        write_site(base / "public", version)
        assert rig.deploy(base).returncode == 0
    assert all(one.is_dir() for one in others)
    assert live(base, "one")


@pytest.mark.parametrize("name", ["current", "lock"])
def test_a_folder_in_place_of_a_link(base: Path, name: str) -> None:
    """What we did not make is left alone and named; put aside, it is in nobody's way."""
    (base / "host" / name).unlink(missing_ok=True)
    (base / "host" / name).mkdir()
    (base / "host" / name / "precious.txt").write_text("x")
    for command in ("deploy", "rollback"):
        ran = rig.deploy(base) if command == "deploy" else rig.run(base, command)
        assert ran.returncode != 0
        assert f"host/{name} – не " in ran.stderr, ran.stderr
    assert (base / "host" / name / "precious.txt").is_file()
    (base / "host" / name).rename(base / "aside")
    assert rig.deploy(base).returncode == 0
    assert live(base, "one")


def test_half_written_by_a_seal_that_died(base: Path) -> None:
    """A copy that a killed `make publish` has left does not stand in the way of the next one."""
    (base / "public/manifest.json.123.tmp").write_text("{")
    seal(base / "public", Version())
    assert rig.deploy(base).returncode == 0


def test_name_that_is_no_text(base: Path) -> None:
    """A name in another encoding is told of, not stumbled over."""
    Path(os.fsdecode(bytes(base / "public") + b"/\xf4\xe0\xe9\xeb.pdf")).touch()
    with pytest.raises(Refused, match="не в UTF-8"):
        seal(base / "public", Version())
