"""The report for those who keep the site: GoAccess, in Ukrainian, without readers' addresses."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from plugins.delivery.errors import Failed

_OPTIONS = (
    "--log-format=COMBINED", "--anonymize-ip", "--ignore-crawlers", "--no-global-config",
    "--no-progress", "--no-query-string", "--ignore-panel=HOSTS", "--ignore-panel=REMOTE_USER",
    "--html-report-title=Відвідуваність сайту",
)  # fmt: skip
"""Without the panel of addresses, and without queries: what people search for is their own."""


def write_report(logs: Sequence[Path], report: Path) -> None:
    """Write the report. Raises Failed when GoAccess is not there or cannot read the log."""
    if shutil.which("goaccess") is None:
        raise Failed("бракує програми goaccess. Встановіть її: sudo apt install goaccess")
    # It knows Ukrainian; the language is asked for this way on a machine without uk_UA.
    spoken = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "uk"}
    ran = subprocess.run(
        ["goaccess", *map(str, logs), *_OPTIONS, "-o", str(report)],
        env=spoken, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace",
        check=False,
    )  # fmt: skip
    if ran.returncode or not report.is_file():
        said = (ran.stderr or ran.stdout).strip().splitlines()
        raise Failed(f"goaccess не прочитав журналу: {said[-1] if said else 'без пояснень'}")
