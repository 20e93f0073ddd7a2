"""Pictures and files of content as a template shows them."""

from collections.abc import Mapping

from plugins.council.files import ContentFile
from plugins.council.quantities import file_size, plural
from plugins.council.renditions import TYPES, fallback, file_address, renditions
from plugins.council.text import Text
from plugins.pages.shared import Shared
from plugins.pages.view import Attachment, Picture, Source

IN_TEXT = "(min-width: 48rem) 42rem, 100vw"
IN_CARD = "(min-width: 48rem) 22rem, 100vw"

Files = Mapping[str, ContentFile]


def picture(
    file: ContentFile, alt: str, *, caption: str = "", credit: str = "",
    sizes: str = IN_TEXT, lazy: bool = True,
) -> Picture:  # fmt: skip
    """Return a picture with all its renditions."""
    plain = fallback(file)
    return Picture(
        src=plain.address, width=plain.width, height=plain.height, alt=alt,
        sources=tuple(_source(file, format_) for format_ in ("avif", "webp")),
        sizes=sizes, caption=caption, credit=credit, lazy=lazy,
    )  # fmt: skip


def _source(file: ContentFile, format_: str) -> Source:
    sizes = (one for one in renditions(file) if one.format == format_)
    srcset = ", ".join(f"{one.address} {one.width}w" for one in sizes)
    return Source(type=TYPES[format_], srcset=srcset)


def lead_picture(text: Text, files: Files, *, sizes: str = IN_TEXT, lazy: bool = True
                 ) -> Picture | None:  # fmt: skip
    """Return the picture named in the header, ``None`` when there is none."""
    file = files.get(text.image)
    if file is None:
        return None
    header = text.header
    return picture(file, header.image_alt, credit=header.image_credit, sizes=sizes, lazy=lazy)


def gallery(text: Text, files: Files) -> tuple[Picture, ...]:
    """Return the pictures of the gallery."""
    return tuple(
        picture(files[item.file], item.alt, caption=item.caption) for item in text.header.gallery
    )


def attachments(text: Text, files: Files, shared: Shared) -> tuple[Attachment, ...]:
    """Return the attached files with what one wants to know before a download."""
    return tuple(attachment(files[a.file], a.title, shared) for a in text.header.attachments)


def attachment(file: ContentFile, title: str, shared: Shared) -> Attachment:
    """Return one file to download."""
    pages = plural(file.pages, *shared.word("pdf_pages").split("|")) if file.pages else ""
    return Attachment(
        title=title, url=file_address(file), format=file.format,
        size=file_size(file.size, shared.lang), pages=pages, sha256=file.digest,
    )  # fmt: skip
