"""Names and places of files: what an editor calls a file goes to all systems and into addresses."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.checks.pattern import pattern
from plugins.council.addresses import LONGEST_PART
from plugins.council.control import INVISIBLE
from plugins.council.files import ATTACHMENTS, IMAGES, ContentFile
from plugins.council.header import KINDS
from plugins.council.ledger import FILE as LEDGER
from plugins.council.problem import Problem, Severity
from plugins.council.vocabulary import FILES
from plugins.output import Site, Written, rule

_FORBIDDEN = pattern(f'[<>:"|?*\\\\\x00-\x1f\x7f{INVISIBLE}\u202a-\u202e]|[. ](?:/|$)|(?:^|/) ')
_RESERVED = pattern(r"(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|/|$)", re.I)
_JUNK = pattern(
    r"(?:~|\.(?:bak|old|orig|rej|swp|swo|tmp|temp|part|crdownload|autosave|lnk|url)"
    r"|(?:^|/)(?:Thumbs\.db|desktop\.ini|~\$[^/]*|#[^/]*#|Icon\r?))$",
    re.I,
)
_TEXTS = frozenset({
    ".md", ".markdown", ".mdown", ".mkd", ".mdx", ".rst", ".adoc", ".txt", ".textile",
})  # fmt: skip
_PROGRAMS = frozenset({
    ".exe", ".msi", ".bat", ".cmd", ".com", ".scr", ".ps1", ".vbs", ".js", ".mjs", ".wsf", ".jar",
    ".apk", ".dmg", ".sh", ".bash", ".py", ".php", ".phtml", ".pl", ".rb", ".cgi", ".asp", ".aspx",
    ".jsp", ".dll", ".so", ".hta", ".reg", ".iso", ".docm", ".xlsm", ".pptm", ".dotm", ".xltm",
})  # fmt: skip
_PAGES = frozenset({
    ".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml", ".mht", ".svg", ".svgz", ".swf", ".css",
    ".xsl",
})  # fmt: skip
_OTHER_PICTURES = frozenset({
    ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".ico", ".psd", ".cdr", ".jfif", ".raw",
})  # fmt: skip

_DATA = frozenset({*(f"data/{name}" for name in FILES), LEDGER})


@rule("file-name", says="Назва файла годиться для всіх комп’ютерів")
def names_work_everywhere(path: str, data: bytes, file: ContentFile | None) -> Iterator[Problem]:
    """A name has no signs that other systems or addresses forbid, and is not too long.

    Погано:  files/звіт: «2026»?.pdf
    Добре:   files/zvit-2026.pdf
    """
    yield from _name_faults(path)


@rule("file-name", says="Назва файла годиться для всіх комп’ютерів")
def texts_are_called_right(written: Written) -> Iterator[Problem]:
    """The same of a text; an address made of it must find place on a disk.

    Погано:  news/2026/дуже-довга-назва-на-двісті-знаків.md
    Добре:   news/2026/remont-vodohonu.md
    """
    yield from _name_faults(written.path)
    if written.text is None:
        return
    own = (("назва файла", written.text.address), *(("aliases", a) for a in written.text.aliases))
    for field, address in own:
        if any(len(part.encode()) > LONGEST_PART for part in address.split("/")):
            yield Problem(
                path=written.path, line=1, field=field, rule="file-name",
                message=f"адреса задовга: «{address[:40]}…». Скоротіть до {LONGEST_PART} знаків.",
            )  # fmt: skip


def _name_faults(path: str) -> Iterator[Problem]:
    if found := _FORBIDDEN.search(path):
        sign = found[0].strip("/") or " "
        shown = f"«{sign}»" if sign.isprintable() else f"U+{ord(sign[0]):04X}"
        message = (
            f"у назві знак {shown}, який дозволено не скрізь. Перейменуйте: латинкою через дефіс."
        )
        yield _of_file(path, message, "file-name")
    elif _RESERVED.search(path):
        message = "таку назву Windows не дозволяє. Перейменуйте файл."
        yield _of_file(path, message, "file-name")
    elif any(len(part.encode()) > LONGEST_PART for part in path.split("/")):
        message = f"назва довша за {LONGEST_PART} байтів. Скоротіть її: досить кількох слів."
        yield _of_file(path, message, "file-name")


@rule("file-name", says="Назви файлів різняться не лише великими літерами")
def names_differ_in_more_than_case(site: Site) -> Iterator[Problem]:
    """No two files or folders differ in capitals only: Windows and macOS keep one of them.

    Погано:  images/Foto.jpg і images/foto.jpg
    Добре:   images/foto.jpg і images/foto-2.jpg
    """
    paths = {*site.files, *site.all_by_path}
    if all(path == path.lower() for path in paths):
        return
    for names in (_folders(paths), paths):
        if len({name.lower() for name in names}) == len(names):
            continue
        first: dict[str, str] = {}
        for name in sorted(names):
            known = first.setdefault(name.lower(), name)
            if known != name:
                message = f"«{name}» і «{known}» різняться лише великими літерами. Перейменуйте."
                yield _of_file(name, message, "file-name")
        return  # files are told of only where their folders are well


def _folders(paths: set[str]) -> set[str]:
    """Return all folders in which files lie, level by level: there are few above many."""
    found: set[str] = set()
    level = {path.rpartition("/")[0] for path in paths}
    while level - found:
        found |= level
        level = {path.rpartition("/")[0] for path in level}
    return found


@rule("file-kind", says="У content/ лежать лише тексти, зображення й документи")
def kinds_are_published(path: str, data: bytes, file: ContentFile | None) -> Iterator[Problem]:
    """A file is a text, a picture or a document; pages, programs and backups are none.

    Погано:  files/forma.html, files/setup.exe, news/2026/voda.md.bak
    Добре:   files/forma.pdf
    """
    suffix = PurePosixPath(path).suffix.lower()
    folder = path.partition("/")[0]
    if _JUNK.search(path):
        yield _of_file(path, "запасна чи тимчасова копія. Вилучіть її.", "file-kind", "warning")
    elif folder in KINDS and suffix in _TEXTS:
        message = "це не стане сторінкою: текст має розширення .md. Перейменуйте файл."
        yield _of_file(path, message, "file-kind")
    elif suffix in _PROGRAMS:
        message = "програм і документів із макросами сайт не публікує. Вилучіть файл."
        yield _of_file(path, message, "file-kind")
    elif suffix in _PAGES:
        message = (
            f"файлів {suffix} сайт не публікує: у них може бути код. Збережіть як .pdf чи .png."
        )
        yield _of_file(path, message, "file-kind")
    elif suffix in _OTHER_PICTURES:
        message = f"зображень {suffix} сайт не публікує. Збережіть як .jpg, .png, .webp чи .avif."
        yield _of_file(path, message, "file-kind")
    elif folder == "data" and path.count("/") == 1 and path not in _DATA:
        message = f"такого файла даних сайт не читає. Він знає: {', '.join(sorted(_DATA))}."
        yield _of_file(path, message, "file-kind", "warning")
    elif file is None and folder != "data":
        known = ", ".join(sorted({*IMAGES, *ATTACHMENTS}))
        yield _of_file(path, f"таких файлів сайт не публікує. Можна: {known}.", "file-kind")


@rule("file-kind", says="Документ поруч із текстами хтось показує", excusable=False)
def documents_among_texts_are_shown(site: Site) -> Iterator[Problem]:
    """A document that lies among texts is named by one; by itself it becomes no page.

    Погано:  news/2026/novyna.docx
    Добре:   news/2026/novyna.md
    """
    among = [
        p for p, file in site.files.items() if p.partition("/")[0] in KINDS and file.votes is None
    ]
    if not among:
        return
    used = {reference.target for text in site.all_texts for reference in text.references}
    used |= {mention.target for text in site.all_texts for mention in text.mentions}
    for path in among:
        if path not in used:
            message = (
                "файл лежить серед текстів, але сторінкою не стане: текст пишуть у файлі .md. "
                "Документ покладіть у files/ і назвіть у тексті."
            )
            yield _of_file(path, message, "file-kind", "warning")


def _of_file(path: str, message: str, name: str, severity: Severity = "error") -> Problem:
    return Problem(path=path, line=1, field="файл", message=message, rule=name, severity=severity)
