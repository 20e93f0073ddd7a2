"""A read document becomes a draft: its Markdown, header, pictures and the original beside it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from plugins.council.addresses import address as address_of
from plugins.council.draft import DATED, dated_by, draft_path, draft_text
from plugins.council.header import KINDS
from plugins.council.text_reading import LEGAL
from plugins.council.transliteration import slug
from plugins.council.vocabulary import Vocabulary
from plugins.importing.document import Document
from plugins.importing.markdown import Style, printable, to_markdown
from plugins.importing.pictures import NoPicture, publishable
from plugins.importing.remarks import remarks_of
from plugins.importing.requisites import Requisites, find_requisites

_OTHERWISE = "news"
_LONGEST_TITLE = 200  # characters of a first line that may be a title
_BLOCKS = frozenset({
    "p", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tbody",
    "thead", "div", "blockquote", "pre", "caption", "dt", "dd",
})  # fmt: skip
_HIDDEN = (
    "у файлі є виправлення, примітки або прихований текст: їх побачить кожен, хто його відкриє. "
    "Збережіть чисту копію на місце цього файла й приберіть # на початку рядка."
)
_KEPT = (
    "оригінал лежить у files/, але на сайт не піде, доки його не додано до attachments; "
    "у сховищі його видно всім, хто має доступ."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be written: the text, and files by their paths, the original among them.

    ``address`` is that of an act or bill of which all is known; ``remarks`` are for the editor.
    """

    path: str
    text: str
    files: Mapping[str, bytes]
    address: str
    remarks: tuple[str, ...]


def make_draft(
    document: Document, name: str, data: bytes, vocabulary: Vocabulary, now: datetime,
    *, folder: str = "", turn: int = 1, taken: Callable[[str], str] = lambda address: "",
) -> Draft:  # fmt: skip
    """Return the draft of a document that lay in a file called ``name``.

    ``folder`` is the kind when the editor named it; ``turn`` tells apart files that would have
    one name; ``taken`` gives the text that answers at an address. Of two acts with one number one
    is wrong: the second keeps the place of its number empty.
    """
    paragraphs = [printable(one) for one in _paragraphs(document.body)]
    found = find_requisites(paragraphs, vocabulary)
    folder = folder or found.folder or _OTHERWISE
    known = _known(found, folder)
    if "title" not in known and (title := _title(document, paragraphs)):
        known["title"] = title
        found.doubts["title"] = "перший рядок документа, звірте"
    address = _address(folder, known)
    if rival := taken(address) if address else "":
        document.remark(f"такий номер того самого року вже має {rival}; впишіть номер, звіривши.")
        known.pop("number")
        address = ""
    path = _path(folder, known, name, now, turn)
    beside = _beside(path)
    files = _pictures(document, f"images/{beside}")
    original = f"files/{beside}{PurePosixPath(name).suffix.lower()}"
    remarks = list(remarks_of(_words(document)))
    known["attachments"] = [{"file": original, "title": f"Оригінал документа: {name}"}]
    return Draft(
        path=path,
        text=_text(document, folder, known, _doubts(found)),
        files={**files, original: data},
        address=address,
        remarks=(*document.remarks, *remarks, *_left(known, folder)),
    )


def _known(found: Requisites, folder: str) -> dict[str, object]:
    """Return what was found as keys of a kind, the editor's own choice perhaps."""
    kind = KINDS[folder]
    days = (found.known[key] for key in DATED if key in found.known)
    known = {key: one for key, one in found.known.items() if key in kind.model_fields}
    if folder != found.folder and (day := next(days, None)) is not None:
        known.setdefault(dated_by(kind), day)
    return {key: one for key, one in known.items() if key}


def _words(document: Document) -> str:
    """Return the text with a line for each block that holds no other."""
    blocks = [one for one in document.body.iter() if one.tag in _BLOCKS]
    leaves = (one for one in blocks if not any(child.tag in _BLOCKS for child in one))
    return "\n".join("".join(one.itertext()) for one in leaves)


def _beside(path: str) -> str:
    """Return where a text's files lie in their folders: in that of its year, by its name."""
    parts = PurePosixPath(path).parts
    year = f"{parts[1]}/" if len(parts) > 2 and parts[1].isdigit() else ""
    return year + slug(PurePosixPath(path).stem)


def _text(
    document: Document, folder: str, known: Mapping[str, object], doubts: Mapping[str, str]
) -> str:
    legal = issubclass(KINDS[folder], LEGAL)
    if not legal:
        _drop_title(document.body, str(known.get("title", "")))
    body = to_markdown(document.body, Style(legal), document.notes)
    text = draft_text(folder, known, body, doubts=doubts)
    if document.private:
        document.remark(_KEPT)
        text = text.replace("\nattachments:", f"\n# {_HIDDEN}\n# attachments:", 1)
    return text


def _address(folder: str, known: Mapping[str, object]) -> str:
    """Return the address of an act or bill, empty when not all of it is known."""
    if "number" not in known:
        return ""
    try:
        return address_of(folder, "x.md", KINDS[folder].model_validate({"title": "x", **known}))
    except ValueError:
        return ""


def _doubts(found: Requisites) -> dict[str, str]:
    return {**dict.fromkeys(found.known, "знайдено в документі, звірте"), **found.doubts}


def _left(known: Mapping[str, object], folder: str) -> Iterator[str]:
    missing = [
        key for key, one in KINDS[folder].model_fields.items()
        if one.is_required() and key not in known
    ]  # fmt: skip
    if missing:
        yield f"не вдалося визначити: {', '.join(missing)}. Впишіть у шапку."


def _path(folder: str, known: Mapping[str, object], name: str, now: datetime, turn: int) -> str:
    stem = PurePosixPath(name).stem
    try:
        path = draft_path(folder, known if known.get("title") else {**known, "title": stem}, now)
    except ValueError:
        path = draft_path(folder, {**known, "title": f"dokument {now:%Y %m %d %H %M}"}, now)
    return path if turn == 1 else f"{path.removesuffix('.md')}-{turn}.md"


def _title(document: Document, paragraphs: list[str]) -> str:
    heading = next((one for one in document.body.iter() if one.tag in ("h1", "h2")), None)
    words = " ".join("".join(heading.itertext()).split()) if heading is not None else ""
    first = " ".join(paragraphs[0].split()) if paragraphs else ""
    for title in map(printable, (first, document.title, words)):
        if title and len(title) <= _LONGEST_TITLE and any(sign.isalpha() for sign in title):
            return title
    return ""


def _drop_title(body: Element, title: str) -> None:
    """Drop the first heading when it is the title, which the page shows by itself."""
    first = next(iter(body), None)
    heading = first is not None and first.tag in ("h1", "h2")
    if first is not None and heading and " ".join("".join(first.itertext()).split()) == title:
        body.remove(first)


def _paragraphs(body: Element) -> Iterator[str]:
    for block in body:
        if block.tag == "table":
            for row in block.iter("tr"):
                yield " ".join(" ".join(cell.itertext()) for cell in row)
        elif block.tag in ("ul", "ol", "div"):
            yield from _paragraphs(block)
        else:
            text = "".join(_with_breaks(block))
            if text.strip():
                yield text


def _with_breaks(element: Element) -> Iterator[str]:
    if element.tag == "br":
        yield "\n"
    yield element.text or ""
    for child in element:
        yield from _with_breaks(child)
        yield child.tail or ""


def _pictures(document: Document, stem: str) -> dict[str, bytes]:
    """Name the pictures in the order of the text, and let the text call them so."""
    names: dict[str, str] = {}
    files: dict[str, bytes] = {}
    trees = [document.body, *document.notes.values()]
    for image in [one for tree in trees for one in tree.iter("img")]:
        key = image.get("src", "")
        if key not in names:
            names[key] = ""
            try:
                suffix, data = publishable(document.pictures.get(key, b""))
            except NoPicture as error:
                document.remark(
                    f"зображення не перенесено: {error}. Збережіть його як PNG і додайте."
                )
            else:
                names[key] = f"{stem}-{len(files) + 1}{suffix}"
                files[names[key]] = data
        image.set("src", names[key])
        if names[key] and not image.get("alt"):
            document.remark("є зображення без опису: напишіть у дужках ![…], що на ньому видно.")
    return files
