"""Real servers on loopback, started by the tests: nginx, sshd; and the deploy as a process."""

import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.delivery.server.nginx import http_conf, log_conf, server_conf
from plugins.delivery.server.policy import headers
from tests.delivery.small_site import write_site

ROOT = Path(__file__).parents[2]
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


def program(name: str) -> str:
    """Return the path of a server's program; sbin is not on everybody's PATH."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin:/sbin")
    assert found, f"бракує {name}: python3 .ci/servers.py"
    return found


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    """Wait until somebody listens on a port."""
    for _ in range(200):
        assert process.poll() is None, "the server has ended"
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the server does not listen")


@contextmanager
def running(command: list[str], port: int) -> Iterator[None]:
    """Run a server while the test lasts."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        yield
    finally:
        process.terminate()
        process.wait()


@contextmanager
def nginx(folder: Path, releases: Path) -> Iterator[str]:
    """Show releases by the generated configuration; give the address."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    brotli = BROTLI.is_file()
    (folder / "http.conf").write_text(http_conf(headers(), str(releases)) + log_conf())
    (folder / "server.conf").write_text(server_conf(headers(), str(releases), brotli=brotli))
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""  # tests' folders are closed to others
    (folder / "nginx.conf").write_text(f"""
{f"load_module {BROTLI};" if brotli else ""}
{user}
daemon off;
worker_processes 2;
pid {folder}/pid;
error_log {folder}/errors;
events {{ worker_connections 1024; }}
http {{
    {temporary}
    keepalive_requests 100000;
    include {folder}/http.conf;
    access_log {folder}/access.log council;
    server {{
        listen 127.0.0.1:{port};
        include {folder}/server.conf;
    }}
}}
""")
    with running([program("nginx"), "-c", str(folder / "nginx.conf")], port):
        yield f"http://127.0.0.1:{port}"


def reload(folder: Path) -> None:
    """Let nginx read its configuration anew."""
    subprocess.run([program("nginx"), "-c", str(folder / "nginx.conf"), "-s", "reload"], check=True)


@contextmanager
def sshd(folder: Path) -> Iterator[str]:
    """Let this user in by a key of its own; give the lines that deploy.toml needs."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    for name in ("host", "user"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    shutil.copy(folder / "user.pub", folder / "authorized")
    Path("/run/sshd").mkdir(exist_ok=True) if os.geteuid() == 0 else None
    (folder / "sshd.conf").write_text(f"""
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host
PidFile {folder}/pid
AuthorizedKeysFile {folder}/authorized
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
""")
    host_key = (folder / "host.pub").read_text().split()
    (folder / "known").write_text(f"[127.0.0.1]:{port} {host_key[0]} {host_key[1]}\n")
    log = str(folder / "log")
    with running([program("sshd"), "-D", "-f", str(folder / "sshd.conf"), "-E", log], port):
        yield (
            f'kind = "ssh"\nhost = "{getpass.getuser()}@127.0.0.1"\nport = {port}\n'
            f'key = "{folder}/user"\nknown_hosts = "{folder}/known"\n'
        )


def command(base: Path, *words: str) -> list[str]:
    """Return the command line of delivery, for targets in ``base``/deploy.toml."""
    conf = ["--conf", str(base / "deploy.toml"), "--targets", "web"]
    return [sys.executable, "-m", "plugins.delivery", *words, *conf]


def environment() -> dict[str, str]:
    """Return the environment of the command."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def run(base: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run delivery to its end."""
    return subprocess.run(
        command(base, *words), cwd=base, env=environment(), capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def deploy(base: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Deploy ``base``/public."""
    return run(base, "deploy", "public", "--content", "content", *more)


def live_folder(base: Path) -> Path:
    """Return ``base`` with a target, a folder in which a release of «one» is live already."""
    write_site(base / "public", "one")
    target(base, FOLDER, base / "host")
    assert deploy(base).returncode == 0
    return base


@contextmanager
def failing(base: Path, program_: str, fault: str) -> Iterator[None]:
    """Let system calls of a program and of all it starts fail as ``strace --inject`` says it.

    It is the disk that refuses: ``write:error=EIO:when=12`` is the twelfth write of each process.
    """
    there = base / "failing"
    there.mkdir()
    real, trace = program(program_), program("strace")
    (there / program_).write_text(
        f'#!/bin/sh\nPATH="${{PATH#*:}}"\n'
        f'exec {trace} -f -qq -o /dev/null -e inject={fault} {real} "$@"\n'
    )
    (there / program_).chmod(0o755)
    before = os.environ["PATH"]
    os.environ["PATH"] = f"{there}:{before}"
    try:
        yield
    finally:
        os.environ["PATH"] = before
        shutil.rmtree(there)


def target(base: Path, lines: str, folder: Path, url: str = "") -> None:
    """Write deploy.toml with one target, ``web``."""
    shown = f'url = "{url}"\n' if url else ""
    (base / "deploy.toml").write_text(f'[targets.web]\n{lines}folder = "{folder}"\n{shown}')


FOLDER = 'kind = "folder"\n'
