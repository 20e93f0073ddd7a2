"""Make `.venv` and install a lock with hashes into it: `environment.py runtime|dev|hugo`.

Standard library only, and no syntax that an older Python 3 cannot read: this file is what tells
its user that Python is too old. A repeat with the same lock does nothing.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {
    "runtime": ROOT / "requirements.lock",
    "dev": ROOT / "requirements-dev.lock",
    "hugo": ROOT / "requirements-bench.lock",
}
OLDEST = (3, 11)
# The system's own comes first: distributions build Python with profile-guided optimisation, most
# version managers do not; measured on a cold build of 20,000 pages, that is a tenth of the time.
TRIED = ("/usr/bin/python3", sys.executable, "python3.13", "python3.12", "python3.11")


class Missing(Exception):
    """What the machine lacks and what to type, in Ukrainian, for the person at the keyboard."""


def digest(*files: Path) -> str:
    """Return one SHA-256 of the files' contents, by which an install knows that it is current."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def is_current(stamp: Path, wanted: str) -> bool:
    """Tell whether the stamp left by an install holds the wanted digest."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted


def version_of(python: str) -> tuple[int, int] | None:
    """Return (major, minor) of the interpreter, or None if it is absent or does not run."""
    code = "import sys; print(*sys.version_info[:2])"
    try:
        ran = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    except OSError:
        return None
    numbers = ran.stdout.split()
    return (int(numbers[0]), int(numbers[1])) if ran.returncode == 0 else None


def makes_venv(python: str) -> bool:
    """Tell whether the interpreter has what makes an environment (Debian packs it apart)."""
    probe = [python, "-c", "import ensurepip, venv"]
    return subprocess.run(probe, stderr=subprocess.DEVNULL, check=False).returncode == 0


def find_python(candidates: tuple[str, ...] = TRIED, uv: str | None = None) -> str:
    """Return the first candidate new enough that can make an environment, else the first new one.

    With uv any interpreter can. Raises `Missing` if none is new enough.
    """
    new = [python for python in candidates if (version_of(python) or (0, 0)) >= OLDEST]
    if new:
        return next((python for python in new if uv or makes_venv(python)), new[0])
    raise Missing(
        "Потрібен Python 3.11 або новіший. У Debian 12, Ubuntu 24.04 і новіших:\n"
        "  sudo apt install python3 python3-venv\n"
        "У старіших:\n"
        "  sudo apt install python3.11 python3.11-venv"
    )


def make_venv(python: str, venv: Path, uv: str | None) -> None:
    """Make the virtual environment anew; raise `Missing` if the machine has no means for it."""
    if uv:
        command = [uv, "venv", "--quiet", "--clear", "--seed", "--python", python, str(venv)]
    else:
        if not makes_venv(python):
            major, minor = version_of(python) or OLDEST
            raise Missing(
                "У Python бракує модуля, що створює віртуальне середовище. Встановіть його:\n"
                f"  sudo apt install python{major}.{minor}-venv"
            )
        command = [python, "-m", "venv", "--clear", str(venv)]
    if subprocess.run(command, check=False).returncode:
        raise Missing(f"Не вдалося створити віртуальне середовище {venv.name} (причина — вище).")


def install(lock: Path, venv: Path, uv: str | None) -> None:
    """Install exactly what the lock names, ready-made wheels only, so no compiler is needed."""
    python = str(venv / "bin" / "python")
    own_pip = [python, "-m", "pip", "--disable-pip-version-check", "install"]
    # pip compiles modules by itself; without that every build would begin by compiling them.
    uv_pip = [uv or "", "pip", "install", "--compile-bytecode", "--python", python]
    pip = uv_pip if uv else own_pip
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    exact = ["--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    if subprocess.run([*pip, *quiet, *exact], check=False).returncode:
        raise Missing(
            f"Пакети з {lock.name} не встановлено (причина — вище).\n"
            "Перевірте з’єднання з інтернетом і повторіть ту саму команду."
        )


def prepare(name: str) -> None:
    """Bring `.venv` to the named lock unless its stamp says that it is there already."""
    lock, stamp, python = LOCKS[name], VENV / f".installed-{name}", VENV / "bin" / "python"
    usable = version_of(str(python)) is not None
    if usable and is_current(stamp, digest(lock)):
        return
    print(f"Встановлюю пакети з {lock.name} у .venv — хвилину-дві, лише цього разу…", flush=True)
    uv = shutil.which("uv")
    if not usable:
        make_venv(find_python(uv=uv), VENV, uv)
    install(lock, VENV, uv)
    stamp.write_text(digest(lock), encoding="utf-8")


if __name__ == "__main__":
    try:
        prepare(sys.argv[1])
    except (Missing, OSError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
