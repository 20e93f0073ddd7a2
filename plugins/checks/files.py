"""What a header points to must be there, and be what it is taken for."""

from collections.abc import Iterator

from plugins.checks.wanted import in_header, no_file
from plugins.council.mentions import Sort
from plugins.council.problem import Problem
from plugins.output import Site, rule

_NOT: dict[Sort, str] = {
    "picture": "не зображення. Назвіть файл .jpg, .png, .webp чи .avif",
    "file": "не файл для завантаження. Назвіть, наприклад, files/nazva.pdf",
    "text": "не текст сайту. Назвіть файл .md, наприклад pages/kontakty.md",
}


@rule("link", "file-kind", says="Файли, названі в шапці, лежать у content/")
def files_exist(site: Site) -> Iterator[Problem]:
    """A picture, an attachment, another text named in a header lies in content/.

    Погано:  image: images/nema-takoho.jpg
    Добре:   image: images/nasosna.jpg
    """
    texts = site.all_by_path
    for text in site.all_texts:
        for one in text.mentions:
            if one.sort not in _NOT or one.target in site.faulty:
                continue
            if one.target not in site.files and one.target not in texts:
                message = no_file(one.target, [*site.files, *texts])
                yield in_header(text, one.field, message, "link")
            elif one.sort not in _sorts(one.target, site):
                message = f"{one.target} – {_NOT[one.sort]}."
                yield in_header(text, one.field, message, "file-kind")


def _sorts(path: str, site: Site) -> tuple[Sort, ...]:
    file = site.files.get(path)
    if file is None:
        return ("text",)
    return ("picture", "file") if file.width else ("file",)
