"""What a person should hear of with a deploy, though it stops nothing."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

AHEAD = timedelta(days=30)
LONGEST = timedelta(days=366)
"""A file that holds for more than a year is not believed (RFC 9116, section 2.5.5)."""


def reminders(site: Path, now: datetime) -> Iterator[str]:
    """Yield what is to be done soon: ``now`` has a time zone."""
    try:
        text = (site / ".well-known/security.txt").read_text("utf-8")
    except FileNotFoundError:
        return
    expires = [line for line in text.splitlines() if line.startswith("Expires: ")]
    where = "content/data/site.yaml: security.expires"
    try:
        until = datetime.fromisoformat(expires[0].removeprefix("Expires: "))
        left = until - now
    except (IndexError, ValueError, TypeError):  # a day without its time zone, too
        yield f"{where}: у security.txt немає строку (Expires). Вкажіть день."
        return
    if until < now:
        yield f"{where}: строк security.txt минув {until:%d.%m.%Y}. Перевірте контакт і поновіть."
    elif left < AHEAD:
        yield f"{where}: строк security.txt спливає {until:%d.%m.%Y}. Перевірте контакт і поновіть."
    elif left > LONGEST:
        yield f"{where}: {until:%d.%m.%Y} далі року, такому файлу не вірять. Вкажіть ближчий день."
