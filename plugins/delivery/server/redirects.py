"""``_redirects`` of a release, read back: other servers say the same in other words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Redirect:
    """From one address to another; with ``rest`` from a folder, what follows is kept."""

    source: str
    target: str
    rest: bool = False


def read_redirects(text: str) -> tuple[Redirect, ...]:
    """Return the lines ``/old/ /new/ 301`` and ``/a/* /b/:splat 301``."""
    rows = (line.split() for line in text.splitlines())
    return tuple(
        Redirect(row[0].removesuffix("*"), row[1].removesuffix(":splat"), row[0].endswith("*"))
        for row in rows
        if len(row) == 3
    )
