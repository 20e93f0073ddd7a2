"""What time has done to texts, or is about to: reviews, scheduled and expiring ones, drafts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from plugins.council.dates import Moment, as_date, instant, long_date, long_moment
from plugins.council.header import Alert
from plugins.council.quantities import plural
from plugins.council.text import Text
from plugins.output import Site
from plugins.status.records import Item
from plugins.status.said import Said

SOON = timedelta(days=30)
"""How far ahead an editor looks."""

OLD = 30  # days without a change after which a draft is a forgotten one

Words = Mapping[str, str]
Touched = Callable[[str], datetime | None]
"""From the path of a text to its last change, where git knows it."""


def overdue_reviews(said: Iterable[Said], site: Site) -> tuple[Item, ...]:
    """Return the texts whose date of review has passed, by owner, the longest overdue first."""
    return _reviews(said, site, lambda by, today: by < today)


def coming_reviews(said: Iterable[Said], site: Site) -> tuple[Item, ...]:
    """Return the texts to be reviewed soon, the nearest first."""
    return _reviews(said, site, lambda by, today: today <= by <= today + SOON)


def _reviews(
    said: Iterable[Said], site: Site, wanted: Callable[[date, date], bool]
) -> tuple[Item, ...]:
    today, words = _today(site), site.theme.words("uk")
    units = {text.path: text.title for text in site.all_texts if text.kind == "units"}
    found = [
        (by, text.path, text)
        for text, by, *_ in said
        if by is not None and text.state == "ready" and wanted(by, today)
    ]
    items = [
        Item(
            where=path, title=text.title, group=_owner_of(text, units, words),
            words=words["status_review"].format(date=long_date(by), ahead=ahead(by, today, words)),
        )
        for by, path, text in sorted(found, key=lambda one: one[:2])
    ]  # fmt: skip
    first = {item.group: at for at, item in reversed(list(enumerate(items)))}
    return tuple(sorted(items, key=lambda item: first[item.group]))


def _owner_of(text: Text, units: Words, words: Words) -> str:
    """Return the name of the unit that answers for a text, or that nobody does."""
    path = next((one.target for one in text.mentions if one.sort == "owner"), "")
    named = path.rpartition("/")[2].removesuffix(".md")
    return units.get(path) or named or words["status_nobody"]


def scheduled(site: Site) -> tuple[Item, ...]:
    """Return the finished texts whose hour is to come, the nearest first."""
    moments = (
        (text.publish_at, text)
        for text in site.all_texts
        if text.state == "ready" and text.publish_at and instant(text.publish_at) > site.now
    )
    return _by_moment(moments, "status_goes_out", site)


def expiring(site: Site) -> tuple[Item, ...]:
    """Return the public texts that are over soon, alerts among them, the nearest first."""
    found = ((_ends(text), text) for text in site.all_texts if text.state == "ready")
    moments = ((at, text) for at, text in found if at and site.now < instant(at) <= site.now + SOON)
    return _by_moment(moments, "status_ends", site)


def _ends(text: Text) -> Moment | None:
    if text.kind != "alerts":
        return text.expires_at
    assert isinstance(text.header, Alert)
    return text.header.over_at


def unfinished(site: Site, touched: Touched) -> tuple[Item, ...]:
    """Return the drafts: first those whose hour has passed, then the forgotten, then the rest."""
    return tuple(item for _, item in sorted(_drafts(site, touched), key=lambda one: one[0]))


def _drafts(site: Site, touched: Touched) -> Iterator[tuple[tuple[int, int, str], Item]]:
    today, words = _today(site), site.theme.words("uk")
    for text in site.all_texts:
        if text.state != "unfinished":
            continue
        changed = touched(text.path)
        days = (today - as_date(changed)).days if changed else 0
        late = text.publish_at is not None and instant(text.publish_at) <= site.now
        rank = 0 if late else 1 if days >= OLD else 2
        said = [_since(days, words) if changed else words["status_unsaved"]]
        if text.publish_at is not None:
            key = "status_hour_passed" if late else "status_hour_to_come"
            said.append(words[key].format(date=long_moment(text.publish_at)))
        yield (
            (rank, -days, text.path),
            Item(
                where=text.path, title=text.title, words="; ".join(said),
                group=words[f"status_drafts_{('late', 'old', 'new')[rank]}"],
            ),
        )  # fmt: skip


def _since(days: int, words: Words) -> str:
    return words["status_untouched"].format(days=_days(days)) if days else words["status_touched"]


def _by_moment(moments: Iterator[tuple[Moment, Text]], key: str, site: Site) -> tuple[Item, ...]:
    today, words = _today(site), site.theme.words("uk")
    found = sorted(moments, key=lambda one: (instant(one[0]).timestamp(), one[1].path))
    return tuple(
        Item(
            where=text.path, title=text.title,
            words=words[key].format(date=long_moment(at), ahead=ahead(as_date(at), today, words)),
        )
        for at, text in found
    )  # fmt: skip


def ahead(day: date, today: date, words: Words) -> str:
    """Return how far a day is: «сьогодні», «завтра», «через 5 днів», «12 днів тому»."""
    days = (day - today).days
    if days in (0, 1):
        return words["status_tomorrow" if days else "status_today"]
    return words["status_in" if days > 0 else "status_ago"].format(days=_days(abs(days)))


def _days(count: int) -> str:
    return plural(count, "день", "дні", "днів")


def _today(site: Site) -> date:
    return as_date(instant(site.now))
