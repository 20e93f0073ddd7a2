"""The form in which texts and files lie in the store: canonical JSON, never a pickle.

What every build asks of a text lies apart: cards.py.
"""

import json
from dataclasses import asdict

from pydantic_core import to_json

from plugins.council.files import ContentFile
from plugins.council.header import KINDS
from plugins.council.markdown import Body, Heading
from plugins.council.problem import Problem
from plugins.council.text import Details, Text
from plugins.council.votes import Sheet
from plugins.incremental.headers import header_fields, restore_header
from plugins.output import PageEntry


def dump_details(text: Text) -> str:
    """Return the rest of a text's record as JSON."""
    details = text.read()
    return _json(
        {
            "kind": text.kind,
            "header": header_fields(details.header),
            "lines": dict(details.lines),
            "fragments": sorted(details.fragments),
            "excerpt": details.excerpt,
        }
    )


def load_details(data: str) -> Details:
    """Return the details that ``dump_details`` wrote."""
    fields = json.loads(data)
    return Details(
        header=restore_header(KINDS[fields["kind"]], *fields["header"]),
        lines=fields["lines"],
        fragments=frozenset(fields["fragments"]),
        excerpt=fields["excerpt"],
    )


def dump_body(body: Body) -> str:
    """Return a line of JSON with the outline, and after it the HTML as it is.

    References and fragments stand in the text's record already.
    """
    return f"{_json([(h.level, h.id, h.text) for h in body.outline])}\n{body.html}"


def load_body(data: str) -> Body:
    """Return the body that ``dump_body`` wrote, without references and fragments."""
    outline, _, html = data.partition("\n")
    return Body(html, outline=tuple(Heading(*heading) for heading in json.loads(outline)))


def dump_file(file: ContentFile | None) -> str:
    """Return a file's record as JSON, empty when it is not published."""
    return _json(asdict(file)) if file else ""


def load_file(data: str) -> ContentFile:
    """Return the file that ``dump_file`` wrote."""
    fields = json.loads(data)
    if fields["votes"]:
        questions, deputies, present = fields["votes"].values()
        named = tuple((name, line) for name, line in deputies)
        fields["votes"] = Sheet(tuple(questions), named, tuple(present))
    return ContentFile(**fields)


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
