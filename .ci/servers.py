"""Find the servers that tests of delivery talk to, install them where that may be done.

Without them it exits with 2 and says what to do: tests of delivery are never skipped.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from browser import apt_get, run

PROGRAMS = {
    "nginx": "nginx",
    "sshd": "openssh-server",
    "ssh": "openssh-client",
    "rsync": "rsync",
    "git": "git",
    "apache2": "apache2",
    "caddy": "caddy",
    "goaccess": "goaccess",
    "openssl": "openssl",
    "strace": "strace",
}
"""Program → Debian's package."""

FTP = {"pyftpdlib": "python3-pyftpdlib", "OpenSSL": "python3-openssl"}
"""Module → Debian's package: a server of FTP over TLS, run by Debian's own Python. On the index of
Python packages it comes as source only, and the lock takes nothing that must be built."""

OPTIONAL = {
    "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so": "libnginx-mod-http-brotli-static"
}
"""File → Debian's package that brings it: tests go without where a release has none."""

PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin:/sbin"


def missing() -> list[str]:
    """Return Debian's packages of the programs that are not on this machine."""
    programs = [one for name, one in PROGRAMS.items() if not shutil.which(name, path=PATH)]
    return programs + [package for name, package in FTP.items() if not _knows(name)]


def _knows(module: str) -> bool:
    """Say whether Debian's Python has a module."""
    try:
        done = subprocess.run(
            ["/usr/bin/python3", "-c", f"import {module}"], capture_output=True, check=False
        )
    except FileNotFoundError:
        return False
    return done.returncode == 0


def install(packages: list[str]) -> None:
    """Install Debian’s packages where that may be done."""
    apt = apt_get()
    if apt is None:
        return
    print(f"Встановлюю з пакетів Debian: {', '.join(packages)}…", file=sys.stderr)
    run(*apt, "update")
    # Each by itself: Ubuntu or an older Debian may lack one of them.
    for package in packages:
        run(*apt, "install", "-y", "--no-install-recommends", package)


def prepare() -> list[str]:
    """Bring the programs to this machine; return the packages that are still missing."""
    useful = [package for file, package in OPTIONAL.items() if not Path(file).exists()]
    if wanted := missing() + useful:
        install(wanted)
    return missing()


if __name__ == "__main__":
    left = prepare()
    if left:
        print(
            "Для перевірок розгортання потрібні справжні сервери, а встановити їх не вдалося.\n"
            f"Зробіть: sudo apt install {' '.join(left)}",
            file=sys.stderr,
        )
        sys.exit(2)
