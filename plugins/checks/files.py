"""What a header points to must be there, and be what it is taken for."""

from collections.abc import Iterator
from typing import Literal

from plugins.checks.wanted import in_header, no_file
from plugins.council.header import Alert, Header, Person, Service, Unit
from plugins.council.named_files import named_files
from plugins.council.problem import Problem
from plugins.output import Site

Sort = Literal["picture", "file", "text"]
_NOT = {
    "picture": "не зображення. Назвіть файл .jpg, .png, .webp чи .avif",
    "file": "не файл для завантаження. Назвіть, наприклад, files/nazva.pdf",
    "text": "не текст сайту. Назвіть файл .md, наприклад pages/kontakty.md",
}


def files_exist(site: Site) -> Iterator[Problem]:
    """A picture, an attachment, another text named in a header lies in content/.

    Погано:  image: images/nema-takoho.jpg
    Добре:   image: images/nasosna.jpg
    """
    texts = {text.path for text in site.all_texts}
    for text in site.all_texts:
        for field, path, sort in _named(text.header):
            if path not in site.files and path not in texts:
                message = no_file(path, [*site.files, *texts])
                yield in_header(text, field, message, "link")
            elif sort not in _sorts(path, site):
                yield in_header(text, field, f"{path} – {_NOT[sort]}.", "file-kind")


def _sorts(path: str, site: Site) -> tuple[Sort, ...]:
    file = site.files.get(path)
    if file is None:
        return ("text",)
    return ("picture", "file") if file.width else ("file",)


def _named(header: Header) -> Iterator[tuple[str, str, Sort]]:
    """Yield (field, path, what it must be) for every path in a header."""
    yield from named_files(header)
    if header.translation_of:
        yield "translation_of", header.translation_of, "text"
    if isinstance(header, Unit) and header.parent:
        yield "parent", header.parent, "text"
    match header:
        case Unit(head=str(path)) if path.endswith(".md"):
            yield "head", path, "text"
        case Person(unit=str(path)) | Service(unit=str(path)):
            yield "unit", path, "text"
        case Alert(link=str(path)) if ":" not in path and not path.startswith("/"):
            yield "link", path, "text"
