"""Pages of a git service: real git, a bare remote, ghp-import."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.delivery import rig
from tests.delivery.small_site import files_of, write_site


def git(*words: str | Path) -> str:
    """Run git and return what it says."""
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    command = ["git", *who, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A shallow clone of a project, with a release and a bare remote that has no pages yet."""
    origin, first = tmp_path / "origin.git", tmp_path / "first"
    git("init", "--quiet", "--bare", "-b", "main", origin)
    git("clone", "--quiet", origin, first)
    for number in range(2):
        (first / "text").write_text(str(number))
        git("-C", first, "add", "text")
        git("-C", first, "commit", "--quiet", "-m", str(number))
    git("-C", first, "push", "--quiet", "origin", "HEAD:main")
    base = tmp_path / "project"
    git("clone", "--quiet", "--depth=1", f"file://{origin}", base)
    write_site(base / "public", "one")
    (base / "deploy.toml").write_text('[targets.web]\nkind = "pages"\ncname = "example.org"\n')
    return base


def shown(base: Path) -> dict[str, str]:
    """Return what the branch on the remote holds: path → contents."""
    origin = base.parent / "origin.git"
    commit = git("-C", origin, "rev-parse", "gh-pages").strip()  # a killed deploy's git may go on
    paths = git("-C", origin, "ls-tree", "-r", "--name-only", commit).splitlines()
    return {path: git("-C", origin, "show", f"{commit}:{path}") for path in paths}


def version(base: Path) -> str:
    """Return the version whose every file is in the branch."""
    there = shown(base)
    return next(
        name
        for name in ("one", "two")
        if all(there.get(path) == data.decode().strip() for path, data in files_of(name).items())
    )


def test_whole_way(base: Path) -> None:
    """A first deploy makes the branch, the next one adds a commit, a rollback another."""
    ran = rig.deploy(base)
    assert ran.returncode == 0, ran.stderr
    assert version(base) == "one"
    assert (shown(base)["CNAME"], shown(base)[".nojekyll"]) == ("example.org", "")
    write_site(base / "public", "two")
    assert rig.deploy(base).returncode == 0
    assert version(base) == "two"
    assert "уже є" in rig.deploy(base).stderr
    assert git("-C", base.parent / "origin.git", "rev-list", "--count", "gh-pages") == "2"
    assert rig.run(base, "rollback").returncode == 0
    assert version(base) == "one"
    assert git("-C", base, "status", "--porcelain", "--", "text") == ""
    assert git("-C", base, "branch", "--list") == "* main"


def test_empty_build_wipes_nothing(base: Path) -> None:
    """What ghp-import would publish with exit code 0, the guard refuses."""
    rig.deploy(base)
    for path in sorted((base / "public").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert rig.deploy(base).returncode == 2
    assert version(base) == "one"


def test_somebody_else_wrote(base: Path) -> None:
    """A commit by hand in the branch is not overwritten unless a person says so."""
    rig.deploy(base)
    hand = base.parent / "hand"
    git("clone", "--quiet", "-b", "gh-pages", base.parent / "origin.git", hand)
    (hand / "index.html").write_text("by hand")
    git("-C", hand, "commit", "--quiet", "-am", "by hand")
    git("-C", hand, "push", "--quiet", "origin", "gh-pages")
    write_site(base / "public", "two")
    ran = rig.deploy(base)
    assert (ran.returncode, "змінив хтось інший" in ran.stderr) == (1, True)
    assert shown(base)["index.html"] == "by hand"
    assert rig.deploy(base, "--allow-foreign").returncode == 0
    assert version(base) == "two"


def test_remote_changed_meanwhile(base: Path) -> None:
    """A push after somebody else's push is rejected, never forced."""
    rig.deploy(base)
    origin = base.parent / "origin.git"
    hook = origin / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho locked >&2\nexit 1\n")
    hook.chmod(0o755)
    write_site(base / "public", "two")
    ran = rig.deploy(base)
    assert (ran.returncode, "відхилило запис" in ran.stderr) == (1, True)
    assert version(base) == "one"


@pytest.mark.parametrize(
    ("remote", "said"),
    [
        ("https://127.0.0.1:1/x.git", "недосяжне"),
        ("/nowhere/x.git", "немає такого сховища"),
        ("upstream", "немає віддаленого «upstream»"),
    ],
)
def test_unreachable(base: Path, remote: str, said: str) -> None:
    """A remote that cannot be had is told in words."""
    (base / "deploy.toml").write_text(f'[targets.web]\nkind = "pages"\nremote = "{remote}"\n')
    ran = rig.deploy(base)
    assert (ran.returncode, said in ran.stderr) == (1, True), ran.stderr
    assert "Traceback" not in ran.stderr


def test_wrong_token(base: Path) -> None:
    """A server that does not let in is told in words, and the token is not."""
    import http.server
    import threading

    class Locked(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="x"')
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Locked) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        remote = f"http://me:SECRET@127.0.0.1:{server.server_port}/x.git"
        (base / "deploy.toml").write_text(f'[targets.web]\nkind = "pages"\nremote = "{remote}"\n')
        ran = rig.deploy(base)
        server.shutdown()
    assert (ran.returncode, "перевірте токен" in ran.stderr) == (1, True), ran.stderr
    assert "SECRET" not in ran.stderr


def test_killed(base: Path) -> None:
    """A deploy killed before its push leaves the branch as it was, and the next one works."""
    rig.deploy(base)
    write_site(base / "public", "two")
    command = rig.command(base, "deploy", "public", "--content", "content")
    process = subprocess.Popen(command, cwd=base, env={**os.environ, **rig.environment()})
    try:
        process.wait(0.6)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    assert version(base) in ("one", "two")
    assert rig.deploy(base).returncode == 0
    assert version(base) == "two"
