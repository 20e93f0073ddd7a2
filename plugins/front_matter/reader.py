"""Pelican's reader, by our schema: foreign Pelican plugins that read a text get the same record."""

from pathlib import Path
from typing import Any

from pelican.readers import BaseReader

from plugins.council.text_reading import read_text


class FrontMatterReader(BaseReader):  # type: ignore[misc]  # Pelican has no types
    """Reads YAML headers and Markdown bodies."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the body as safe HTML and the header as Pelican's metadata.

        Raises ValueError with all faults of the text, one a line.
        """
        file = Path(source_path)
        path = file.relative_to(self.settings["PATH"]).as_posix()
        reading = read_text(path, file.read_bytes())
        if reading.text is None or reading.body is None:
            raise ValueError("\n".join(map(str, reading.problems)))
        metadata = reading.text.header.model_dump(exclude_unset=True)
        return reading.body.html, {**metadata, "url": reading.text.address}
