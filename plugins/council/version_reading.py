"""Reading one version of a text, as a commit left it."""

from collections.abc import Callable

from plugins.council.dates import iso
from plugins.council.header import Act, Bill
from plugins.council.text_reading import Reading, read_text
from plugins.council.versions import Facts, Words, facts_of

LARGEST = 1_000_000  # bytes of a version; a larger one is no text


def read_version(
    path: str, data: bytes, refused: Callable[[str, Reading], bool] = lambda path, reading: False
) -> tuple[Facts, Words] | None:
    """Read a version of a text, ``None`` when it has a fault: such a version was never public.

    So is one of which ``refused`` says that the rules forbid it.
    """
    if len(data) > LARGEST:
        return None
    reading = read_text(path, data)
    if reading.text is None or reading.body is None or refused(path, reading):
        return None
    header = reading.text.header
    published = header.published if isinstance(header, Act | Bill) else None
    words = Words(
        title=header.title,
        published=iso(published) if published is not None else "",
        text=reading.body.text,
    )
    return facts_of(header, words.digest), words
