"""A remote that only keeps files: shared hosting, object storage. What it must be able to do."""

from pathlib import Path
from typing import Protocol


class Store(Protocol):
    """Files by path. Every method raises Failed when the remote refuses or is lost for good."""

    def read(self, path: str) -> str | None:
        """Return a file as text, None when there is none."""

    def send(self, path: str, file: Path) -> None:
        """Put a file there: whole, or as it was."""

    def write(self, path: str, text: str) -> None:
        """Put a text there, as ``send`` does."""

    def copy(self, path: str, to: str) -> bool:
        """Put what stands at a path at another one, too; tell whether there was anything."""

    def remove(self, path: str) -> None:
        """Remove a file; one that is not there is no error."""

    def claim(self, path: str, text: str) -> bool:
        """Put a text there if there is none; tell whether it was so."""

    def release(self, path: str) -> None:
        """Give up what was claimed, by us or by somebody who died."""

    def wanted(self, path: str) -> bool:
        """Whether a file of a release has a use there."""
