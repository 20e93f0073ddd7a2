"""When an item was published, in Kyiv."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from plugins.council.dates import KYIV, parse_moment
from plugins.importing.wordpress.items import Item

_ZERO = "0000-00-00"


def kyiv_moment(item: Item) -> datetime | None:
    """Return the moment of an item: its local date, else GMT, else that of the feed or of a change.

    WordPress keeps local time beside GMT; zeros stand for «not yet».
    """
    for name, zone in (("post_date", None), ("post_date_gmt", UTC)):
        if moment := _read(item.said(name), zone):
            return moment
    try:
        moment = parsedate_to_datetime(item.said("pubDate")).astimezone(KYIV)
        if moment.year >= 1990:
            return moment
    except (TypeError, ValueError, IndexError, OverflowError):
        pass
    return _read(item.said("post_modified"), None) or _read(item.said("post_modified_gmt"), UTC)


def _read(text: str, zone: object) -> datetime | None:
    if not text or text.startswith(_ZERO):
        return None
    try:
        moment = datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(second=0)  # noqa: DTZ007
    except ValueError:
        return None
    if zone is UTC:
        return moment.replace(tzinfo=UTC).astimezone(KYIV)
    try:
        made = parse_moment(moment)
    except ValueError:  # the hour that a clock skips in spring
        made = parse_moment(moment + timedelta(hours=1)) if moment.year > 1900 else None  # type: ignore[assignment]
    return made if isinstance(made, datetime) else None
