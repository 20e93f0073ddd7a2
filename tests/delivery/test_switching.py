"""Hundreds of switches, kills and quarrels under readers: never a missing or a mixed page."""

import itertools
import os
import random
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.delivery import rig
from tests.delivery.small_site import files_of, write_site
from tests.delivery.traffic import readers

VERSIONS = {name: files_of(name) for name in ("one", "two", "three")}


STORM = int(os.environ.get("STORM", "9"))
"""How many kills, and switches; `make storm` asks for hundreds."""


@pytest.fixture(params=["folder", "ssh"])
def web(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A web host: nginx over a folder, reached directly or through a real sshd; its address."""
    releases = tmp_path / "host"
    write_site(tmp_path / "public", "one")
    with rig.nginx(tmp_path / "nginx", releases) as url:
        if request.param == "ssh":
            with rig.sshd(tmp_path / "sshd") as lines:
                rig.target(tmp_path, lines, releases, url)
                yield url
        else:
            rig.target(tmp_path, rig.FOLDER, releases, url)
            yield url


def whole(base: Path) -> str:
    """Return the version of the live release, whose every byte is right.

    The link is followed once: the host's half of a killed deploy may still switch it.
    """
    site = (base / "host" / "current").resolve()
    home = (site / "index.html").read_bytes()
    version = next(name for name, files in VERSIONS.items() if files["index.html"] == home)
    for path, data in VERSIONS[version].items():
        assert (site / path).read_bytes() == data, path
    return version


def test_switches_and_rollbacks_under_readers(web: str, tmp_path: Path) -> None:
    """Readers see whole pages through deploys and rollbacks, old pages find their assets."""
    assert rig.deploy(tmp_path).returncode == 0
    with readers(web, VERSIONS) as seen:
        for version in itertools.islice(itertools.cycle(["two", "three", "one"]), STORM // 3):
            write_site(tmp_path / "public", version)
            done = rig.deploy(tmp_path)
            assert done.returncode == 0, done.stderr
            assert whole(tmp_path) == version
            began = time.monotonic()
            assert rig.run(tmp_path, "rollback").returncode == 0
            assert time.monotonic() - began < 20  # a second on a machine that nobody shares
            assert whole(tmp_path) != version
            assert rig.deploy(tmp_path).returncode == 0
    assert seen.wrong == []
    assert seen.versions == set(VERSIONS)
    assert seen.answers > 500


def test_killed_at_any_moment(web: str, tmp_path: Path) -> None:
    """Whenever a deploy is killed the site is whole, and the next deploy needs no help."""
    assert rig.deploy(tmp_path).returncode == 0
    chance = random.Random(7)
    with readers(web, VERSIONS) as seen:
        for number in range(STORM):
            write_site(tmp_path / "public", ["two", "three", "one"][number % 3])
            process = subprocess.Popen(
                rig.command(tmp_path, "deploy", "public", "--content", "content"),
                cwd=tmp_path, env=rig.environment(), stderr=subprocess.DEVNULL,
            )  # fmt: skip
            time.sleep(chance.uniform(0.05, 0.9))
            process.send_signal(chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM]))
            process.wait()
            whole(tmp_path)
        done = rig.deploy(tmp_path)
        assert done.returncode == 0, done.stderr
        assert whole(tmp_path) == ["two", "three", "one"][(STORM - 1) % 3]
    assert seen.wrong == []
    left = {path.name for path in (tmp_path / "host").iterdir()}
    assert left <= {"current", "releases", "log"}
    assert not list(tmp_path.glob("public.outgoing.*"))


def test_two_at_once(web: str, tmp_path: Path) -> None:
    """Two deploys at once: one waits for the other, both end well."""
    first = subprocess.Popen(
        rig.command(tmp_path, "deploy", "public", "--content", "content"),
        cwd=tmp_path, env=rig.environment(), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    second = rig.deploy(tmp_path)
    assert (first.wait(), second.returncode) == (0, 0), second.stderr
    assert whole(tmp_path) == "one"
    with readers(web, VERSIONS) as seen:
        time.sleep(0.2)
    assert seen.wrong == []
