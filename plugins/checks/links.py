"""What a text points to must be there: files, other texts, places in them, other acts."""

import difflib
from collections.abc import Iterable, Iterator

from plugins.council.header import Act, Bill, Header, Person, Reported, Service, Unit
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.output import Site


def files_exist(site: Site) -> Iterator[Problem]:
    """A picture, an attachment, another text named in a header lies in content/.

    Погано:  image: images/nema-takoho.jpg
    Добре:   image: images/nasosna.jpg
    """
    texts = {text.path for text in site.all_texts}
    for text in site.all_texts:
        for field, path in _named_files(text.header):
            if path not in site.files and path not in texts:
                yield _missing(text, field, path, [*site.files, *texts])
            elif field.startswith(("image", "gallery")) and not site.files[path].width:
                yield _problem(text, field, f"{path} — не зображення.", "file-kind")


def links_lead_somewhere(site: Site) -> Iterator[Problem]:
    """A link or a picture in the text leads to a file of content/, its fragment to a place there.

    Погано:  [рішення](acts/2021/nema.md)
    Добре:   [рішення](acts/2021/miska-rada-5-viii-194.md#punkt-1)
    """
    texts = {text.path: text for text in site.all_texts}
    for text in site.all_texts:
        for reference in text.references:
            if reference.kind == "address":
                continue
            target = texts.get(reference.target) if reference.target else text
            if target is None and reference.target not in site.files:
                message = _no_such(reference.target, [*site.files, *texts])
                yield _at(text, reference.line, message, "link")
            elif target and reference.fragment and reference.fragment not in target.fragments:
                message = f"у {target.path} немає місця «#{reference.fragment}»."
                yield _at(text, reference.line, message, "fragment")


def relations_lead_somewhere(site: Site) -> Iterator[Problem]:
    """An act or bill named by its identity is in the archive.

    Погано:  repeals: [{act: miska-rada/rishennia/2018/nema}]
    Добре:   repeals: [{external: "Рішення міської ради від 01.02.2018 № 1"}]
    """
    identities = {text.identity for text in site.all_texts}
    for text in site.all_texts:
        for field, identity in _named_acts(text.header):
            if identity not in identities:
                yield _missing(text, field, identity, identities)


def _named_files(header: Header) -> Iterator[tuple[str, str]]:
    """Yield (field, path) for every path in a header."""
    for field in ("image", "translation_of", "signature", "explanatory_note"):
        if path := getattr(header, field, None):
            yield field, path
    for number, picture in enumerate(header.gallery):
        yield f"gallery.{number}.file", picture.file
    for number, file in enumerate(header.attachments):
        yield f"attachments.{number}.file", file.file
    match header:
        case Unit(head=str(path)) if path.endswith(".md"):
            yield "head", path
        case Person(unit=str(path)) | Service(unit=str(path)):
            yield "unit", path
        case Bill(outcome=outcome) if outcome and outcome.report:
            yield "outcome", outcome.report
    if isinstance(header, Unit) and header.parent:
        yield "parent", header.parent


def _named_acts(header: Header) -> Iterator[tuple[str, str]]:
    """Yield (field, identity) for every act or bill that a header names."""
    match header:
        case Reported(about=about):
            yield from (("about", identity) for identity in about)
        case Bill(outcome=outcome) if outcome and outcome.act:
            yield "outcome", outcome.act
        case Act():
            if header.adopted_from:
                yield "adopted_from", header.adopted_from
            for field in ("amends", "repeals", "suspends", "restores", "implements", "corrects"):
                for number, relation in enumerate(getattr(header, field)):
                    if relation.act:
                        yield f"{field}.{number}.act", relation.act


def _missing(text: Text, field: str, wanted: str, known: Iterable[str]) -> Problem:
    return _problem(text, field, _no_such(wanted, known), "link")


def _no_such(wanted: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.8)
    hint = f" Можливо, «{near[0]}»?" if near else " Перевірте назву або додайте файл."
    return f"«{wanted}» немає в content/.{hint}"


def _problem(text: Text, field: str, message: str, rule: str) -> Problem:
    line = text.lines.get(field) or text.lines.get(field.split(".")[0], 1)
    return Problem(path=text.path, line=line, field=field.split(".")[0], message=message, rule=rule)


def _at(text: Text, line: int, message: str, rule: str) -> Problem:
    return Problem(path=text.path, line=line, field="текст", message=message, rule=rule)
