"""Find Chromium for the tests, install it where that may be done, and print its path.

Order: CHROMIUM of the environment, a browser on PATH, Debian's package, Playwright's own build.
Without any of them it exits with 2 and says what to do: browser tests are never skipped.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
ABSENT = """Для перевірок сторінок потрібен Chromium, а встановити його не вдалося.
Зробіть одне з двох:
  sudo apt install chromium
  make test CHROMIUM=/шлях/до/chromium"""


def run(*command: str) -> bool:
    """Run a command, its output going to stderr since stdout is for the path; tell if it worked."""
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


def works(executable: str) -> bool:
    """Tell whether the browser starts: Ubuntu's `chromium-browser` may only ask for a snap."""
    command = [executable, "--version"]
    try:
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def from_path() -> str | None:
    """Return the first browser on PATH that starts."""
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path and works(path)), None)


def apt_get() -> list[str] | None:
    """Return how to call apt-get as administrator, or None where it is absent or not allowed."""
    if not shutil.which("apt-get"):
        return None
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    if os.geteuid() == 0:
        return quiet
    sudo = ["sudo", "-n"]
    return [*sudo, *quiet] if shutil.which("sudo") and run(*sudo, "true") else None


def from_apt() -> str | None:
    """Install Debian's Chromium and return its path, or None where that cannot be done."""
    apt = apt_get()
    if apt is None:
        return None
    print("Встановлюю Chromium з пакетів Debian…", file=sys.stderr)
    run(*apt, "update")
    run(*apt, "install", "-y", "--no-install-recommends", "chromium")
    return from_path()


def from_playwright() -> str | None:
    """Download Playwright's own Chromium and return its path, or None if it does not start."""
    from playwright.sync_api import sync_playwright

    print("Завантажую Chromium, який надає Playwright…", file=sys.stderr)
    libraries = ["--with-deps"] if apt_get() else []
    run(sys.executable, "-m", "playwright", "install", *libraries, "chromium")
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if works(path) else None


def find() -> str | None:
    """Return the path of a browser that starts; one that the user named is never replaced."""
    named = os.environ.get("CHROMIUM")
    if named:
        return str(Path(named).absolute()) if works(named) else None
    return from_path() or from_apt() or from_playwright()


if __name__ == "__main__":
    browser = find()
    if browser is None:
        print(ABSENT, file=sys.stderr)
        sys.exit(2)
    print(browser)
