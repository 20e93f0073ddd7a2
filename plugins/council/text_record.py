"""From a header and a body to the record of a text."""

from datetime import date
from functools import partial
from hashlib import blake2b

from plugins.council.addresses import address, identity
from plugins.council.dates import Moment, as_date, instant
from plugins.council.front_matter import FrontMatter
from plugins.council.header import (
    Act,
    Bill,
    Header,
    Minutes,
    Reported,
    Session,
)
from plugins.council.header_yaml import Place
from plugins.council.markdown import Body
from plugins.council.mentions import mentions
from plugins.council.status import takes_effect
from plugins.council.text import Details, Hearing, Text


def text_record(path: str, kind: str, header: Header, matter: FrontMatter, body: Body) -> Text:
    """Return the record of a text. Raises ValueError when its file name makes no address."""
    where = address(kind, path, header)
    moment = _moment_of(header)
    newest = -instant(moment).timestamp() if moment is not None else 0.0
    details = Details(
        header=header,
        lines={_dotted(place): line for place, line in matter.lines.items() if place},
        fragments=frozenset(body.fragments),
        excerpt=_excerpt(body.text),
    )
    card = f"{where}\n{details.excerpt}\n{type(header).__name__}\n{header.model_dump_json()}"
    return Text(
        path=path,
        kind=kind,
        lang=header.lang,
        title=header.title,
        identity=identity(kind, path, header),
        address=where,
        moment=moment,
        day=as_date(moment) if moment is not None else None,
        order=(newest, path),
        state=header.state,
        publish_at=header.publish_at,
        expires_at=header.expires_at,
        topics=header.topics,
        aliases=header.aliases,
        body=getattr(header, "body", ""),
        act_kind=getattr(header, "kind", ""),
        number=getattr(header, "number", ""),
        withdrawn=getattr(header, "withdrawn", None) is not None,
        effective=_effective(header),
        published=_published(header),
        normative=bool(getattr(header, "normative", None)),
        convocation=header.convocation if isinstance(header, Act) else None,
        hearing=_hearing(header),
        updated=_updated(header),
        mentions=tuple(mentions(header)),
        references=body.references,
        digest=_digest(card),
        body_digest=_body_digest(body),
        read=partial(_itself, details),
    )


def _updated(header: Header) -> Moment | None:
    changes = header.changes
    dates = [change.date for change in changes if change.major] or [c.date for c in changes]
    return max(dates, key=instant, default=None)


def _effective(header: Header) -> date | None:
    if not isinstance(header, Act):
        return None
    return takes_effect(
        header.adopted, _published(header), header.effective_from, normative=bool(header.normative)
    )


def _published(header: Header) -> date | None:
    published = header.published if isinstance(header, Act | Bill) else None
    return as_date(published) if published is not None else None


def _hearing(header: Header) -> Hearing | None:
    if not isinstance(header, Bill):
        return None
    until = header.comments_until
    return Hearing(
        header.consider_on,
        as_date(until) if until is not None else None,
        bool(header.regulatory),
    )


def _moment_of(header: Header) -> Moment | None:
    match header:
        case Act():
            return header.adopted
        case Bill():
            return header.published
        case Reported() | Minutes() | Session():
            return header.date
    return None


def _itself(details: Details) -> Details:
    return details


def _dotted(place: Place) -> str:
    return ".".join(map(str, place))


def _body_digest(body: Body) -> str:
    """Digest what the rest of a body follows from: the HTML has its text and its fragments."""
    return _digest(f"{body.html}\n{body.references}\n{body.outline}")


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _excerpt(text: str, limit: int = 200) -> str:
    """Return the beginning of a text, cut at a word, for descriptions where no summary is."""
    words = " ".join(text[: limit * 2].split())
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"
