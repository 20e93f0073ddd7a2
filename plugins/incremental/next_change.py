"""When the site changes by itself: what is to appear or to end next."""

from datetime import date, datetime

from plugins.council.dates import Moment, as_date, instant
from plugins.council.header import Alert
from plugins.council.law_time import next_moment
from plugins.council.sessions import told_from
from plugins.council.text import Text
from plugins.output import Site


def next_change(site: Site) -> datetime | None:
    """Return the nearest moment at which something appears or ends by itself."""
    today = as_date(instant(site.now))
    moments = [
        instant(moment)
        for text in site.all_texts
        if _may_change(text, today, site)
        for moment in _moments(text)
        if moment is not None
    ]
    late = next_moment(site.vocabulary.law, site.register.texts, site.now)
    if late is not None:
        moments.append(late)
    return min((moment for moment in moments if moment > site.now), default=None)


def _may_change(text: Text, today: date, site: Site) -> bool:
    """Whether a text has a moment worth asking: of 20,000 hardly any, and all are asked this."""
    effective = text.effective
    return (text.state == "ready" or site.preview is not None) and (
        text.publish_at is not None
        or text.expires_at is not None
        or (effective is not None and effective > today)
        or text.discussion is not None
        or text.kind in ("alerts", "sessions")
    )


def _moments(text: Text) -> tuple[Moment | None, ...]:
    own = (text.publish_at, text.expires_at, text.effective)
    if text.discussion is not None:
        return (*own, None if text.withdrawn else text.discussion.turns)
    if text.convening is not None:
        return (*own, told_from(text.convening.last))  # then its page says what is missing
    if text.kind != "alerts":
        return own
    alert = text.header
    assert isinstance(alert, Alert)
    return (*own, alert.starts, alert.over_at)
