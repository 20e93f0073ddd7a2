"""Hosts that lack something, lines that break, locks of the dead."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.delivery import rig
from tests.delivery.line import breaking_line
from tests.delivery.small_site import files_of, write_site


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A folder with a release of «one» and a target."""
    write_site(tmp_path / "public", "one")
    rig.target(tmp_path, rig.FOLDER, tmp_path / "host")
    return tmp_path


def live(base: Path, version: str) -> bool:
    """Whether the live release is that version, byte for byte."""
    site = base / "host/current"
    return all((site / path).read_bytes() == data for path, data in files_of(version).items())


def test_lock_of_the_dead_is_taken_over(base: Path) -> None:
    """A lock whose holder is no more does not stop anybody, here or after a restart of the host."""
    assert rig.deploy(base).returncode == 0
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    for number, held in enumerate(
        [f"999999@{boot}@x", f"{os.getpid()}@other-boot@x", f"1@{boot}@x"]
    ):
        (base / "host/lock").symlink_to(held)
        write_site(base / "public", ["two", "three"][number % 2])
        ran = rig.deploy(base)
        assert ran.returncode == 0, ran.stderr
    assert not (base / "host/lock").is_symlink()


def test_lock_of_a_line_that_went_silent(base: Path) -> None:
    """A holder that lives on the host and has heard nothing for minutes has lost its deploy."""
    assert rig.deploy(base).returncode == 0
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    holder = subprocess.Popen(["sh", "-s", "council-delivery"], stdin=subprocess.PIPE)
    (base / "host/lock").symlink_to(f"{holder.pid}@{boot}@x")
    beat = base / "host/beat"
    beat.touch()
    os.utime(beat, (beat.stat().st_mtime - 600,) * 2)
    write_site(base / "public", "two")
    ran = rig.deploy(base)
    assert ran.returncode == 0, ran.stderr
    holder.communicate()
    assert holder.returncode != 0
    assert live(base, "two")


def test_foreign_folder(base: Path) -> None:
    """A folder that holds something else is left alone."""
    (base / "host").mkdir()
    (base / "host/precious.txt").write_text("x")
    ran = rig.deploy(base)
    assert (ran.returncode, "не порожня" in ran.stderr) == (1, True), ran.stderr
    assert [path.name for path in (base / "host").iterdir()] == ["precious.txt"]


def test_prune_keeps_live_and_previous(base: Path) -> None:
    """Of many releases the newest stay, and always the live one and the one before it."""
    rig.target(base, rig.FOLDER + "keep = 2\n", base / "host")
    for version in ("one", "two", "three", "four"):
        write_site(base / "public", version)
        assert rig.deploy(base).returncode == 0
    kept = sorted(path.name for path in (base / "host/releases").iterdir())
    assert [name[:6] for name in kept] == ["000003", "000004"]
    assert rig.run(base, "rollback").returncode == 0
    write_site(base / "public", "five")
    assert rig.deploy(base).returncode == 0
    kept = sorted(path.name[:6] for path in (base / "host/releases").iterdir())
    assert kept == ["000003", "000004", "000005"]  # 3 was live before 5
    assert rig.run(base, "rollback").returncode == 0
    assert live(base, "three")


def test_rollback_to_a_named_release(base: Path) -> None:
    """A release is named by its number; a name that is none is told with those that are."""
    for version in ("one", "two", "three"):
        write_site(base / "public", version)
        assert rig.deploy(base).returncode == 0
    assert rig.run(base, "rollback", "--to", "1").returncode == 0
    assert live(base, "one")
    ran = rig.run(base, "rollback", "--to", "../..")
    assert (ran.returncode, "там немає" in ran.stderr) == (2, True)
    assert live(base, "one")


def test_rollback_with_nothing_before(base: Path) -> None:
    """The first release has nothing to return to; a folder without releases has nothing at all."""
    assert "ще нічого не розгорнуто" in rig.run(base, "rollback").stderr
    assert not (base / "host").exists()
    assert rig.deploy(base).returncode == 0
    ran = rig.run(base, "rollback")
    assert (ran.returncode, "немає випуску" in ran.stderr) == (2, True)
    assert live(base, "one")


def test_list_of_releases(base: Path) -> None:
    """The list says what is live, and finds spoilt bytes when it is asked to."""
    rig.deploy(base)
    write_site(base / "public", "two")
    rig.deploy(base)
    lines = rig.run(base, "releases", "--verify").stdout.splitlines()
    assert ["← на сайті" in line for line in lines] == [True, False]
    assert all("байти цілі" in line for line in lines)
    (base / "host/current/p/1/index.html").write_text("spoilt")
    lines = rig.run(base, "releases", "--verify").stdout.splitlines()
    assert "ПОШКОДЖЕНО: p/1/index.html" in lines[0]


def test_host_that_does_not_let_in(tmp_path: Path) -> None:
    """A key that is not known there, another host behind the name, and no host: each in words."""
    write_site(tmp_path / "public", "one")
    with rig.sshd(tmp_path / "sshd") as lines:
        rig.target(tmp_path, lines, tmp_path / "host")
        keys, known = tmp_path / "sshd/authorized", tmp_path / "sshd/known"
        right = keys.read_text()
        keys.write_text("")
        refused = rig.deploy(tmp_path)
        keys.write_text(right)
        other = (tmp_path / "sshd/user.pub").read_text().split()[1]
        known.write_text(f"{known.read_text().rpartition(' ')[0]} {other}\n")
        foreign = rig.deploy(tmp_path)
        assert not (tmp_path / "host").exists()
    nobody = rig.deploy(tmp_path)
    for ran, said in ((refused, "не пускає"), (foreign, "не той ключ"), (nobody, "не відповідає")):
        assert (ran.returncode, said in ran.stderr) == (1, True)
        assert "НЕ розгорнуто" in ran.stderr, ran.stderr
        assert "Traceback" not in ran.stderr


def test_host_without_rsync(tmp_path: Path) -> None:
    """A host that lacks rsync is told how to get it, and shows nothing yet."""
    write_site(tmp_path / "public", "one")
    few = tmp_path / "few"
    few.mkdir()
    for name in ("sh", "cat", "ln", "ls", "mkdir", "readlink", "rm", "touch", "find", "grep"):
        (few / name).symlink_to(rig.program(name))
    with rig.sshd(tmp_path / "sshd") as lines:
        keys = tmp_path / "sshd/authorized"
        forced = f'PATH={few}; export PATH; eval \\"$SSH_ORIGINAL_COMMAND\\"'
        keys.write_text(f'command="{forced}" {keys.read_text()}')
        rig.target(tmp_path, lines, tmp_path / "host")
        ran = rig.deploy(tmp_path)
    assert (ran.returncode, "apt install rsync" in ran.stderr) == (1, True), ran.stderr
    assert not (tmp_path / "host/current").exists()


@pytest.mark.parametrize("after", [500, 4_000, 9_000, 20_000, 60_000])
def test_line_breaks(tmp_path: Path, after: int) -> None:
    """Wherever the line to the host breaks the live site is whole, and is told of in words."""
    write_site(tmp_path / "public", "one")
    with rig.sshd(tmp_path / "sshd") as lines:
        rig.target(tmp_path, lines, tmp_path / "host")
        assert rig.deploy(tmp_path).returncode == 0
        write_site(tmp_path / "public", "two")
        port = int(lines.partition("port = ")[2].split()[0])
        with breaking_line(port, after) as broken:
            known = tmp_path / "sshd/known"
            known.write_text(known.read_text() + known.read_text().replace(f"{port}", f"{broken}"))
            rig.target(tmp_path, lines.replace(f"{port}", f"{broken}"), tmp_path / "host")
            ran = rig.deploy(tmp_path)
        assert "Traceback" not in ran.stderr
        assert live(tmp_path, "one") or live(tmp_path, "two")
        rig.target(tmp_path, lines, tmp_path / "host")
        assert rig.deploy(tmp_path).returncode == 0
        assert live(tmp_path, "two")


def test_several_targets_in_one_run(base: Path) -> None:
    """Each target's outcome is told; the fault of one does not stop the others."""
    (base / "file").write_text("")
    (base / "deploy.toml").write_text(
        '[targets.good]\nkind = "folder"\nfolder = "good"\n'
        '[targets.bad]\nkind = "folder"\nfolder = "file"\n'
        '[targets.web]\nkind = "folder"\nfolder = "host"\n'
    )
    line = [*rig.command(base, "deploy", "public")[:-1], "bad,good,web"]
    ran = subprocess.run(
        line, cwd=base, env=rig.environment(), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert "bad: НЕ розгорнуто" in ran.stderr
    assert "good: випуск" in ran.stderr
    assert (base / "good/current/index.html").is_file()


def test_faults_of_deploy_toml(base: Path) -> None:
    """All faults of the file are told at once, by target and key."""
    (base / "deploy.toml").write_text(
        '[targets.a]\nkind = "ssh"\nhost = "-oProxyCommand=x"\nfolder = "/srv/../etc"\n'
        '[targets.b]\nkind = "s4"\n[targets.web]\nkind = "folder"\nfolder = "x"\ncolour = "red"\n'
    )
    ran = rig.deploy(base)
    assert ran.returncode == 2
    for said in (
        "[targets.a] host:",
        "[targets.a] folder:",
        "[targets.b] ",
        "colour: такого ключа",
    ):
        assert said in ran.stderr, ran.stderr
    assert "Traceback" not in ran.stderr
