"""A return to the former release: what it needs, and what it does without."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.delivery import rig
from tests.delivery.small_site import files_of, write_site


def two_releases(base: Path) -> None:
    """Deploy «one», then «two»."""
    for version in ("one", "two"):
        write_site(base / "public", version)
        assert rig.deploy(base).returncode == 0


def live(base: Path, version: str) -> bool:
    """Whether the live release is that version, byte for byte."""
    site = base / "host/current"
    return all((site / path).read_bytes() == data for path, data in files_of(version).items())


def test_python_alone_is_enough(tmp_path: Path) -> None:
    """No installed package takes part, so a machine without any can return to a release."""
    rig.target(tmp_path, rig.FOLDER, tmp_path / "host")
    two_releases(tmp_path)
    command = rig.command(tmp_path, "rollback")
    ran = subprocess.run(
        [sys.executable, "-S", *command[1:]], cwd=tmp_path, env=rig.environment(),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert live(tmp_path, "one")


def test_one_connection_and_one_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However far the host is, one connection is made and one answer waited for."""
    with rig.sshd(tmp_path / "sshd") as lines:
        rig.target(tmp_path, lines, tmp_path / "host")
        two_releases(tmp_path)
        (tmp_path / "bin").mkdir()
        spy = tmp_path / "bin/ssh"
        through = f'tee -a {tmp_path}/said | {shutil.which("ssh")} "$@"'
        spy.write_text(f"#!/bin/sh\necho >>{tmp_path}/calls\n{through}\n")
        spy.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}/bin", prepend=":")
        ran = rig.run(tmp_path, "rollback")
    assert ran.returncode == 0, ran.stderr
    assert live(tmp_path, "one")
    assert (tmp_path / "calls").read_text() == "\n"
    assert (tmp_path / "said").read_text().count("; echo end-") == 1


def test_words_of_a_login_are_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a host's login writes before our shell begins is not taken for what the shell says."""
    with rig.sshd(tmp_path / "sshd") as lines:
        conf = tmp_path / "sshd/authorized"
        conf.write_text(
            f'command="echo Welcome; printf end-; exec sh -s council-delivery" {conf.read_text()}'
        )
        rig.target(tmp_path, lines, tmp_path / "host")
        assert rig.run(tmp_path, "releases").returncode == 2
        monkeypatch.chdir(tmp_path)
        ran = rig.run(tmp_path, "rollback")
    assert (ran.returncode, "ще нічого не розгорнуто" in ran.stderr) == (2, True), ran.stderr


@pytest.mark.parametrize("kind", ["folder", "ssh"])
def test_folder_with_a_space_and_cyrillic(tmp_path: Path, kind: str) -> None:
    """A folder may be called as people call folders."""
    folder = tmp_path / "мій сайт (новий)"
    with rig.sshd(tmp_path / "sshd") as lines:
        rig.target(tmp_path, rig.FOLDER if kind == "folder" else lines, folder)
        two_releases(tmp_path)
        assert rig.run(tmp_path, "rollback").returncode == 0
    assert (folder / "current/p/1/index.html").read_bytes() == files_of("one")["p/1/index.html"]
