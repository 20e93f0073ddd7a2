from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.delivery.reminders import reminders


@pytest.mark.parametrize(
    ("expires", "said"),
    [
        ("2026-11-01", "строк security.txt минув"),
        ("2026-12-10", "спливає 10.12.2026"),
        ("2027-11-20", None),
        ("2029-01-01", "далі року"),
    ],
)
def test_expiry_of_security_txt(tmp_path: Path, expires: str, said: str | None) -> None:
    """A month ahead a person hears that the file will not hold any longer."""
    file = tmp_path / ".well-known/security.txt"
    file.parent.mkdir()
    file.write_text(f"Contact: mailto:a@example.org\nExpires: {expires}T00:00:00Z\n")
    told = list(reminders(tmp_path, datetime(2026, 11, 24, tzinfo=UTC)))
    assert (said is None and not told) or (said is not None and said in told[0])


@pytest.mark.parametrize("line", ["", "Expires: колись\n", "Expires: 2027-01-01\n"])
def test_security_txt_without_an_end(tmp_path: Path, line: str) -> None:
    """A file that does not say until when it holds is told of, not stumbled over."""
    (tmp_path / ".well-known").mkdir()
    (tmp_path / ".well-known/security.txt").write_text(f"Contact: mailto:a@example.org\n{line}")
    told = list(reminders(tmp_path, datetime(2026, 11, 24, tzinfo=UTC)))
    assert "немає строку" in told[0]


def test_no_security_txt(tmp_path: Path) -> None:
    """A site without the file hears nothing."""
    assert list(reminders(tmp_path, datetime(2026, 11, 24, tzinfo=UTC))) == []
