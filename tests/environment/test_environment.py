import re
import shutil
import subprocess
import sys
from pathlib import Path

import environment
import pytest


def fake_python(path: Path, answer: str, code: int = 0) -> str:
    """Write a program that answers every call alike, in place of an interpreter."""
    path.write_text(f"#!/bin/sh\necho '{answer}'\nexit {code}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def bootstrap(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the real script in a folder of its own, with a lock of one package and without uv."""
    (folder / ".ci").mkdir()
    script = shutil.copy(environment.__file__, folder / ".ci")
    lock = f"pelican==4.12.0 --hash=sha256:{'0' * 64}\n"
    (folder / "requirements.lock").write_text(lock, encoding="utf-8")
    return subprocess.run(
        [sys.executable, script, "runtime"],
        env={"PATH": "", "PYTHONUTF8": "1", **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_first_python_that_is_new_enough_is_chosen(tmp_path: Path) -> None:
    """An absent, a broken and an old interpreter are passed over for one that is new enough."""
    absent = str(tmp_path / "absent")
    broken = fake_python(tmp_path / "broken", "not found", code=127)
    old = fake_python(tmp_path / "old", "3 10")
    assert environment.find_python((absent, broken, old, sys.executable)) == sys.executable


def test_python_that_cannot_make_an_environment_is_passed_over(tmp_path: Path) -> None:
    """A system's Python without its venv package gives way, unless uv is there."""
    bare = tmp_path / "bare"
    bare.write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1;; esac\necho 3 11\n', "utf-8")
    bare.chmod(0o755)
    both = (str(bare), sys.executable)
    assert environment.find_python(both) == sys.executable
    assert environment.find_python(both, uv="/bin/uv") == str(bare)
    assert environment.find_python((str(bare),)) == str(bare), "its message names the package"


def test_too_old_python_names_what_to_install(tmp_path: Path) -> None:
    """With no interpreter new enough the message gives the command that installs one."""
    old = fake_python(tmp_path / "old", "3 10")
    with pytest.raises(environment.Missing, match="sudo apt install python3 python3-venv"):
        environment.find_python((old,))


def test_stamp_is_current_until_the_lock_changes(tmp_path: Path) -> None:
    """A stamp answers for one content of the lock; a changed lock is installed again."""
    lock, stamp = tmp_path / "lock", tmp_path / "stamp"
    lock.write_text("pelican==4.12.0", encoding="utf-8")
    assert not environment.is_current(stamp, environment.digest(lock))
    stamp.write_text(environment.digest(lock), encoding="utf-8")
    assert environment.is_current(stamp, environment.digest(lock))
    lock.write_text("pelican==4.12.1", encoding="utf-8")
    assert not environment.is_current(stamp, environment.digest(lock))


def test_python_without_venv_names_the_debian_package(tmp_path: Path) -> None:
    """A Debian without python3-venv is told to install it, with exit code 2 and no traceback."""
    broken = 'raise ImportError("as on Debian without python3-venv")\n'
    (tmp_path / "ensurepip.py").write_text(broken, encoding="utf-8")
    ran = bootstrap(tmp_path, PYTHONPATH=str(tmp_path))
    assert ran.returncode == 2
    assert re.search(r"sudo apt install python3\.\d+-venv\n", ran.stderr)
    assert "Traceback" not in ran.stderr


def test_failed_install_is_told_and_not_stamped(tmp_path: Path) -> None:
    """Without packages to be had the script says so with exit code 2 and will try again."""
    ran = bootstrap(tmp_path, PIP_NO_INDEX="1", PIP_CONFIG_FILE="/dev/null")
    assert ran.returncode == 2
    assert "Пакети з requirements.lock не встановлено" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / ".venv" / ".installed-runtime").exists()
