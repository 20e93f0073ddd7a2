"""A disk that is full or broken, wherever the deploy is: system calls fail as on such a disk."""

from pathlib import Path

import pytest

from tests.delivery import rig
from tests.delivery.small_site import files_of, write_site


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A target that shows «one», and a release of «two»."""
    write_site(tmp_path / "public", "one")
    rig.target(tmp_path, rig.FOLDER, tmp_path / "host")
    assert rig.deploy(tmp_path).returncode == 0
    write_site(tmp_path / "public", "two")
    return tmp_path


def live(base: Path, version: str) -> bool:
    """Whether the live release is that version, byte for byte."""
    site = base / "host/current"
    return all((site / path).read_bytes() == data for path, data in files_of(version).items())


@pytest.mark.parametrize(("error", "said"), [("EIO", "(EIO)"), ("ENOSPC", "скінчилося місце")])
@pytest.mark.parametrize(
    ("program", "fault"),
    [
        ("rsync", "write:error={}:when=7"),  # to its other half
        ("rsync", "write:error={}:when=14"),  # into a file
        ("rsync", "rename,renameat,renameat2:error={}:when=3"),
        ("rsync", "mkdir,mkdirat:error={}:when=2"),
        ("sh", "rename,renameat,renameat2:error={}"),  # of what was uploaded
        ("sh", "symlink,symlinkat:error={}"),  # of the lock
        ("sh", "fsync,syncfs:error={}"),  # written, and not kept
        ("sh", "mkdir,mkdirat:error={}"),  # of the new `current`
    ],
)
def test_disk_refuses(base: Path, program: str, fault: str, error: str, said: str) -> None:
    """It is told in words, the live site stays; with a sound disk the next deploy just goes."""
    with rig.failing(base, program, fault.format(error)):
        ran = rig.deploy(base)
    assert (ran.returncode, said in ran.stderr) == (1, True), ran.stderr
    assert "Traceback" not in ran.stderr
    assert live(base, "one")
    ran = rig.deploy(base)
    assert ran.returncode == 0, ran.stderr
    assert live(base, "two")
    assert {path.name for path in (base / "host").iterdir()} == {"current", "releases", "log"}


def test_disk_refuses_hard_links(base: Path) -> None:
    """Then files are copied: it costs room and nothing else."""
    with rig.failing(base, "sh", "link,linkat:error=EPERM"):
        ran = rig.deploy(base)
    assert ran.returncode == 0, ran.stderr
    assert live(base, "two")
    assert list((base / "host/current/static").glob("*.css"))[1:]  # and those of «one» are there


def test_disk_refuses_after_the_switch(base: Path) -> None:
    """What cannot be tidied up does not make a release that residents have one that failed."""
    with rig.failing(base, "sh", "unlink,unlinkat:error=EIO"):
        ran = rig.deploy(base)
    assert (ran.returncode, "прибрати зайве" in ran.stderr) == (0, True), ran.stderr
    assert live(base, "two")
