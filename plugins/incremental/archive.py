"""The form in which texts and files lie in the store: canonical JSON, never a pickle."""

import json
from dataclasses import asdict

from pydantic_core import to_json

from plugins.council.files import ContentFile
from plugins.council.header import KINDS
from plugins.council.markdown import Body, Heading, Reference
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.incremental.headers import header_fields, restore_header
from plugins.output import PageEntry


def dump_text(text: Text) -> str:
    """Return a text's record as JSON."""
    return _json(
        {
            "path": text.path,
            "kind": text.kind,
            "header": header_fields(text.header),
            "identity": text.identity,
            "address": text.address,
            "lines": dict(text.lines),
            "references": [asdict(reference) for reference in text.references],
            "files": text.files,
            "fragments": sorted(text.fragments),
            "excerpt": text.excerpt,
            "digest": text.digest,
            "body_digest": text.body_digest,
        }
    )


def load_text(data: str) -> Text:
    """Return the text that ``dump_text`` wrote."""
    fields = json.loads(data)
    fields["header"] = restore_header(KINDS[fields["kind"]], *fields["header"])
    fields["references"] = tuple(Reference(**one) for one in fields["references"])
    fields["files"] = tuple(fields["files"])
    fields["fragments"] = frozenset(fields["fragments"])
    return Text(**fields)


def dump_body(body: Body) -> str:
    """Return a body as JSON; its references stand in the text's record already."""
    return _json(
        {"html": body.html, "outline": [asdict(h) for h in body.outline], "text": body.text}
    )


def load_body(data: str) -> Body:
    """Return the body that ``dump_body`` wrote, without references and fragments."""
    fields = json.loads(data)
    outline = tuple(Heading(**heading) for heading in fields["outline"])
    return Body(
        html=fields["html"], outline=outline, text=fields["text"],
        references=(), fragments=(),
    )  # fmt: skip


def dump_file(file: ContentFile | None) -> str:
    """Return a file's record as JSON, empty when it is not published."""
    return _json(asdict(file)) if file else ""


def load_file(data: str) -> ContentFile:
    """Return the file that ``dump_file`` wrote."""
    return ContentFile(**json.loads(data))


def dump_problems(problems: tuple[Problem, ...]) -> str:
    """Return problems as JSON, empty when there is none."""
    return _json([asdict(problem) for problem in problems]) if problems else ""


def load_problems(data: str) -> tuple[Problem, ...]:
    """Return the problems that ``dump_problems`` wrote."""
    return tuple(Problem(**fields) for fields in json.loads(data)) if data else ()


def dump_entries(entries: tuple[PageEntry, ...]) -> str:
    """Return what the sitemap says of pages as JSON."""
    return _json([[e.url, e.modified, e.part, e.images, e.alternates] for e in entries])


def load_entries(data: str) -> tuple[PageEntry, ...]:
    """Return the entries that ``dump_entries`` wrote."""
    return tuple(
        PageEntry(
            url=url, modified=modified, part=part, images=tuple(images),
            alternates=tuple((lang, address) for lang, address in alternates),
        )
        for url, modified, part, images, alternates in json.loads(data)
    )  # fmt: skip


def _json(value: object) -> str:
    return to_json(value).decode()
