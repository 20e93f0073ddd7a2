"""`make bench-serve`: nginx sends pages that lie compressed, beside pages compressed on the fly."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.delivery import rig

SECONDS = 5
CONNECTIONS = 32
WAYS = {
    "br, lies ready": ("br", ""),
    "gzip, lies ready": ("gzip", ""),
    "gzip 6, on the fly": (
        "gzip",
        "gzip_static off;\ngzip on;\ngzip_comp_level 6;\ngzip_types text/css;\n",
    ),
    "not compressed": ("identity", ""),
}
"""Encoding that the reader accepts, and what is said to nginx beside the generated file."""


def main(site: str) -> int:
    """Ask for the home page of a built site for some seconds each way; print the table."""
    print(f"{'':<20}{'pages/s':>10}{'MB/s':>8}{'99 % ms':>9}")
    for name, (encoding, more) in WAYS.items():
        with tempfile.TemporaryDirectory() as folder:
            releases = Path(folder) / "host"
            releases.mkdir()
            (releases / "current").symlink_to(Path(site).absolute())
            with rig.nginx(Path(folder) / "nginx", releases) as url:
                conf = Path(folder) / "nginx/server.conf"
                text = conf.read_text()
                conf.write_text(text.replace("gzip_static on;\n", more) if more else text)
                rig.reload(Path(folder) / "nginx")
                print(f"{name:<20}{_row(url, encoding)}", flush=True)
    return 0


def _row(url: str, encoding: str) -> str:
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency"]
    ran = subprocess.run(
        [*command, "-H", f"Accept-Encoding: {encoding}", f"{url}/"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", ran.stdout)[1])  # type: ignore[index]
    amount, unit = re.search(r"Transfer/sec:\s+([\d.]+)(\w+)", ran.stdout).groups()  # type: ignore[union-attr]
    value, late = re.search(r"99%\s+([\d.]+)(us|ms|s)", ran.stdout).groups()  # type: ignore[union-attr]
    megabytes = float(amount) * {"KB": 0.001, "MB": 1, "GB": 1000}[unit]
    milliseconds = float(value) * {"us": 0.001, "ms": 1, "s": 1000}[late]
    assert "Non-2xx" not in ran.stdout
    return f"{rate:>10,.0f}{megabytes:>8.1f}{milliseconds:>9.2f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
