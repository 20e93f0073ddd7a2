import gzip
import os
import subprocess
import sys
from pathlib import Path

from plugins.delivery.statistics.page import page_text
from plugins.delivery.statistics.visits import count, lines_of
from tests.delivery import rig

PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
BOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
ACT = "/dokumenty/miska-rada/rishennia/2021/5-viii-194/"


def line(address: str, agent: str = PERSON, status: int = 200, month: str = "Nov") -> str:
    """Return a line of nginx's log."""
    return (
        f'203.0.0.0 - - [24/{month}/2026:10:00:00 +0200] "GET {address} HTTP/1.1" {status} 5 "-" '
        f'"{agent}"\n'
    )


def test_pages_alone_are_counted() -> None:
    """A page shown is counted, by month; assets, errors, data and programs are not."""
    told = count([
        line("/"), line("/novyny/?x=1"), line(ACT, status=304), line("/", month="Oct"),
        line("/static/main.0a1b2c3d.css"), line("/nema/", status=404), line("/feed.xml"),
        line("/", BOT), line("/", "curl/8.0"), line("/", "-"), "garbage\n",
    ])  # fmt: skip
    assert told.months == {"2026-10": 1, "2026-11": 3}
    assert told.acts == {ACT: 1}
    assert told.programs == 3


def test_packed_logs(tmp_path: Path) -> None:
    """Logs that logrotate has packed are read too."""
    plain, packed = tmp_path / "log", tmp_path / "log.1.gz"
    plain.write_text(line("/"))
    packed.write_bytes(gzip.compress(line("/", month="Oct").encode()))
    assert len(list(lines_of([plain, packed]))) == 2


def test_page_names_what_many_have_read() -> None:
    """An act is named when ten have read it; a page that is no more is not named at all."""
    text = page_text(count([line(ACT)] * 12 + [line(ACT + "x/")] * 9 + [line("/")] * 1000),
                     {ACT: "Положення про відділ"}.get)  # type: ignore[arg-type]  # fmt: skip
    assert "| Листопад 2026 | 1\u00a0021 |" in text
    assert f"1. [Положення про відділ]({ACT}) – 12\u00a0разів" in text
    assert "/x/" not in text


def test_command(tmp_path: Path) -> None:
    """The report is in Ukrainian and holds no reader's address; the page is ready to be read."""
    log = tmp_path / "log"
    log.write_text("".join(line(ACT).replace("203.0.0.0", "203.7.8.9") for _ in range(20)))
    command = [sys.executable, "-m", "plugins.delivery", "stats", str(log), "-o", "stats"]
    ran = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, **rig.environment()}, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    report = (tmp_path / "stats/report.html").read_text()
    assert "Відвідуваність сайту" in report
    assert "<html lang='uk'>" in report
    assert "203.7.8.9" not in report
    assert "Листопад 2026" in (tmp_path / "stats/vidviduvanist.md").read_text()
