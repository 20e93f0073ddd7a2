import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.delivery import rig
from tests.delivery.small_site import files_of, write_site

Serve = Callable[..., AbstractContextManager[None]]


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """How to run a server for a target; a release of «one» lies ready."""
    monkeypatch.setenv("FTP_PASSWORD", "secret")
    (tmp_path / "hosting").mkdir()
    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    both = tmp_path / "both.pem"
    both.write_text(key.read_text() + certificate.read_text())
    write_site(tmp_path / "public", "one")

    def run(cut: int = 0, ca: bool = True) -> AbstractContextManager[None]:
        port = rig.free_port()
        trust = f'ca = "{certificate}"\n' if ca else ""
        (tmp_path / "deploy.toml").write_text(
            f'[targets.web]\nkind = "ftp"\nhost = "127.0.0.1"\nport = {port}\nuser = "web"\n{trust}'
        )
        server = ["/usr/bin/python3", str(Path(__file__).with_name("ftp_server.py"))]
        return rig.running(
            [*server, str(tmp_path / "hosting"), str(both), str(port), str(cut)], port
        )

    yield run


def holds(base: Path, version: str) -> bool:
    """Whether every file of a version is there."""
    there = base / "hosting"
    return all(
        (there / path).is_file() and (there / path).read_bytes() == data
        for path, data in files_of(version).items()
    )


def left(base: Path) -> list[str]:
    """Return what is there of work in progress."""
    names = (path.name for path in (base / "hosting").rglob("*"))
    return [name for name in names if "upload" in name or "lock" in name or "begun" in name]


def test_whole_way(serve: Serve, tmp_path: Path) -> None:
    """Two releases go there, the second as a difference, and nothing is left over."""
    with serve():
        ran = rig.deploy(tmp_path)
        assert ran.returncode == 0, ran.stderr
        assert holds(tmp_path, "one")
        untouched = (tmp_path / "hosting/robots.txt").stat().st_mtime_ns
        write_site(tmp_path / "public", "two")
        assert rig.deploy(tmp_path).returncode == 0
        assert "уже є" in rig.deploy(tmp_path).stderr
    assert holds(tmp_path, "two")
    assert (tmp_path / "hosting/robots.txt").stat().st_mtime_ns == untouched
    assert left(tmp_path) == []


def test_return_to_the_release_before(serve: Serve, tmp_path: Path) -> None:
    """It comes from what is kept there, also over a line that breaks, and leaves nothing else."""
    with serve():
        for version in ("one", "two"):
            write_site(tmp_path / "public", version)
            assert rig.deploy(tmp_path).returncode == 0
    with serve(cut=9):
        ran = rig.run(tmp_path, "rollback")
    assert ran.returncode == 0, ran.stderr
    assert holds(tmp_path, "one")
    assert left(tmp_path) == []


def test_connections_are_cut(serve: Serve, tmp_path: Path) -> None:
    """A line that breaks again and again slows a deploy down and spoils nothing."""
    with serve(cut=9):
        ran = rig.deploy(tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert holds(tmp_path, "one")
    assert left(tmp_path) == []


def test_killed(serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a kill another release comes whole; the dead one's lock is taken over."""
    monkeypatch.setenv("DEPLOY_DEAD", "1")
    with serve():
        assert rig.deploy(tmp_path).returncode == 0
        for pause, version in ((0.7, "two"), (0.9, "three"), (1.1, "two")):
            write_site(tmp_path / "public", version)
            command = rig.command(tmp_path, "deploy", "public", "--content", "content")
            process = subprocess.Popen(command, cwd=tmp_path, env=rig.environment())
            time.sleep(pause)
            process.kill()
            process.wait()
        write_site(tmp_path / "public", "one")
        ran = rig.deploy(tmp_path)
        assert ran.returncode == 0, ran.stderr
    assert holds(tmp_path, "one")
    assert left(tmp_path) == []


def test_refusals_in_words(serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong password, an unknown certificate and a dead server are told in words."""
    with serve(ca=False):
        assert "сертифікат сервера не підтверджено" in rig.deploy(tmp_path).stderr
    with serve():
        monkeypatch.setenv("FTP_PASSWORD", "wrong")
        assert "перевірте user і пароль" in rig.deploy(tmp_path).stderr
    ran = rig.deploy(tmp_path)
    assert "недосяжний" in ran.stderr
    assert "Traceback" not in ran.stderr
