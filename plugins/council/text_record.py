"""From a header and a body to the record of a text."""

from datetime import date
from functools import partial
from hashlib import sha256

from plugins.council.addresses import address, identity
from plugins.council.dates import Moment, as_date, instant
from plugins.council.discussion import Discussion, Ending
from plugins.council.front_matter import FrontMatter
from plugins.council.header import (
    Act,
    Bill,
    Consultation,
    Header,
    Minutes,
    Reported,
    Session,
    Withdrawal,
)
from plugins.council.header_yaml import Place
from plugins.council.markdown import Body
from plugins.council.mentions import mentions
from plugins.council.sessions import Convening
from plugins.council.status import takes_effect
from plugins.council.text import Details, Text


def text_record(path: str, kind: str, header: Header, matter: FrontMatter, body: Body) -> Text:
    """Return the record of a text. Raises ValueError when its file name makes no address."""
    where = address(kind, path, header)
    moment = _moment_of(header)
    newest = -instant(moment).timestamp() if moment is not None else 0.0
    details = Details(
        header=header,
        lines={_dotted(place): line for place, line in matter.lines.items() if place},
        fragments=frozenset(body.fragments),
        excerpt=_excerpt(body),
    )
    card = f"{where}\n{details.excerpt}\n{type(header).__name__}\n{header.model_dump_json()}"
    return Text(
        path=path,
        kind=kind,
        lang=header.lang,
        title=header.title,
        identity=identity(header, where),
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
        effective_from=header.effective_from if isinstance(header, Act) else None,
        published=_published(header),
        normative=bool(getattr(header, "normative", None)),
        convocation=header.convocation if isinstance(header, Act) else None,
        discussion=_discussion(header),
        convening=_convening(header),
        updated=_updated(header),
        mentions=tuple(mentions(header)),
        references=body.references,
        digest=_digest(card),
        body_digest=_body_digest(body),
        read=partial(_itself, details),
    )


def _updated(header: Header) -> Moment | None:
    """Return when the text last said something new; its being withdrawn is such a thing."""
    changes = header.changes
    dates = [change.date for change in changes if change.major] or [c.date for c in changes]
    withdrawn: Withdrawal | None = getattr(header, "withdrawn", None)
    if withdrawn is not None:
        dates.append(withdrawn.date)
    return max(dates, key=instant, default=None)


def _effective(header: Header) -> date | None:
    if not isinstance(header, Act):
        return None
    return takes_effect(
        header.adopted, _published(header), header.effective_from, normative=bool(header.normative)
    )


def _published(header: Header) -> date | None:
    published = header.published if isinstance(header, Act | Bill | Consultation) else None
    return as_date(published) if published is not None else None


def _discussion(header: Header) -> Discussion | None:
    match header:
        case Bill():
            regulatory = bool(header.regulatory)
            return Discussion(
                header.consider_on, header.comments_until, _ending(header), regulatory
            )
        case Consultation():
            return Discussion(None, header.comments_until, "report" if header.report else None)
    return None


def _ending(bill: Bill) -> Ending | None:
    match bill.outcome:
        case None:
            return None
        case outcome if outcome.act:
            return "act"
        case outcome if outcome.rejected:
            return "rejected"
    return "report"


def _convening(header: Header) -> Convening | None:
    if not isinstance(header, Session):
        return None
    announced = header.announced
    return Convening(
        announced=as_date(announced) if announced is not None else None,
        exceptional=header.exceptional,
        last=as_date(header.ends or header.date),
        video=header.video is not None,
        video_published=header.video_published,
        decided=tuple(one.item for one in header.agenda if one.act or one.result),
    )


def _moment_of(header: Header) -> Moment | None:
    match header:
        case Act():
            return header.adopted
        case Bill() | Consultation():
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
    return sha256(text.encode()).hexdigest()[:32]


def _excerpt(body: Body, limit: int = 200) -> str:
    """Return the beginning of a text, cut at a word, for descriptions where no summary is."""
    words = " ".join(body.text[: limit * 2].split())  # all of it: the store keeps it too
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(",;:–— ") + "…"
