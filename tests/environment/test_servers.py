"""What is not there is installed, each package for itself."""

from pathlib import Path

import pytest
import servers


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with an apt-get that only writes down what it is asked for."""
    log = tmp_path / "asked"
    log.touch()
    for name, body in (
        ("apt-get", f'echo "$@" >>{log}'),
        ("sudo", '[ "$1" != -n ] || shift; exec "$@"'),
    ):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(servers, "PROGRAMS", {"sh": "dash"})
    monkeypatch.setattr(servers, "FTP", {})
    monkeypatch.setattr(servers, "OPTIONAL", {})
    return log


def test_nothing_is_asked_for_when_all_is_there(asked: Path) -> None:
    """A repeat costs nothing."""
    assert servers.prepare() == []
    assert asked.read_text() == ""


def test_a_module_is_missed_by_itself(asked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module of nginx that is not there is installed though every program is."""
    monkeypatch.setattr(servers, "OPTIONAL", {"/nowhere/module.so": "libmodule"})
    assert servers.prepare() == []  # tests can go without it
    assert asked.read_text().splitlines()[-1].endswith(" libmodule")


def test_a_program_is_missed_by_itself(asked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that stays away is told of, and only it is asked for."""
    monkeypatch.setattr(servers, "PROGRAMS", {"sh": "dash", "nonesuch": "nonesuch-server"})
    assert servers.prepare() == ["nonesuch-server"]
    assert asked.read_text().splitlines()[-1].endswith(" nonesuch-server")
