"""The form in which texts and files lie in the store: canonical JSON, never a pickle."""

import json
from collections.abc import Callable
from dataclasses import asdict, astuple
from datetime import date

from pydantic_core import to_json

from plugins.council.dates import as_date
from plugins.council.discussion import Discussion, Ending
from plugins.council.files import ContentFile
from plugins.council.header import KINDS
from plugins.council.markdown import Body, Heading, Reference
from plugins.council.mentions import Mention
from plugins.council.problem import Problem
from plugins.council.sessions import Convening
from plugins.council.text import Details, Text
from plugins.council.votes import Sheet
from plugins.incremental.headers import header_fields, restore_header, stored_moment
from plugins.output import PageEntry


def dump_card(text: Text) -> str:
    """Return as JSON what every build asks of a text; ``load_text`` names its parts in order.

    A list without names, since a build reads one for every text of the archive.
    """
    return _json([
        text.kind, text.lang, text.title, text.identity, text.address,
        text.moment and text.moment.isoformat(), text.order[0], text.state,
        text.publish_at and text.publish_at.isoformat(),
        text.expires_at and text.expires_at.isoformat(),
        text.topics, text.aliases, text.body, text.act_kind, text.number, text.withdrawn,
        text.effective and text.effective.isoformat(),
        text.effective_from and text.effective_from.isoformat(),
        text.updated and text.updated.isoformat(),
        text.published and text.published.isoformat(), text.normative,
        text.convocation,
        text.discussion and astuple(text.discussion),
        text.convening and astuple(text.convening),
        [(m.field, m.sort, m.target, m.note, m.url) for m in text.mentions],
        [(r.target, r.fragment, r.line, r.kind) for r in text.references],
        text.digest, text.body_digest,
    ])  # fmt: skip


def load_text(path: str, card: str, read: Callable[[], Details]) -> Text:
    """Return the text of a card; ``read`` gives the details when they are asked for."""
    (
        kind, lang, title, identity, address, moment, newest, state, publish_at, expires_at,
        topics, aliases, body, act_kind, number, withdrawn, effective,
        effective_from, updated,
        published, normative, convocation, discussion, convening, mentions, references,
        digest, body_digest,
    ) = json.loads(card)  # fmt: skip
    when = stored_moment(moment) if moment else None
    return Text(
        path=path, kind=kind, lang=lang, title=title, identity=identity, address=address,
        moment=when, day=as_date(when) if when else None, order=(newest, path), state=state,
        publish_at=stored_moment(publish_at) if publish_at else None,
        expires_at=stored_moment(expires_at) if expires_at else None,
        topics=tuple(topics), aliases=tuple(aliases),
        body=body, act_kind=act_kind, number=number, withdrawn=withdrawn,
        effective=date.fromisoformat(effective) if effective else None,
        effective_from=date.fromisoformat(effective_from) if effective_from else None,
        updated=stored_moment(updated) if updated else None,
        published=date.fromisoformat(published) if published else None,
        normative=normative, convocation=convocation,
        discussion=_discussion(*discussion) if discussion else None,
        convening=_convening(*convening) if convening else None,
        mentions=tuple([Mention(*one) for one in mentions]),
        references=tuple([Reference(*one) for one in references]),
        digest=digest, body_digest=body_digest, read=read,
    )  # fmt: skip


def _discussion(
    consider_on: str | None, comments_until: str | None, ending: Ending | None, regulatory: bool
) -> Discussion:
    return Discussion(
        date.fromisoformat(consider_on) if consider_on else None,
        stored_moment(comments_until) if comments_until else None,
        ending,
        regulatory,
    )


def _convening(
    announced: str | None, exceptional: bool, last: str, video: bool, since: str | None,
    decided: list[str],
) -> Convening:  # fmt: skip
    return Convening(
        date.fromisoformat(announced) if announced else None,
        exceptional,
        date.fromisoformat(last),
        video,
        date.fromisoformat(since) if since else None,
        tuple(decided),
    )


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
