"""What texts lack, what no text needs, and what was excused."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from plugins.council.dates import as_date, instant, long_moment
from plugins.council.link_report import LinkReport, TroubledLink
from plugins.council.problem import Problem
from plugins.council.quantities import file_size
from plugins.council.text import Text
from plugins.output import Site
from plugins.status.records import Item
from plugins.status.said import Said

READ = ("pages", "services", "units", "news", "announcements", "consultations", "reports")
"""Kinds that a resident reads through: each is to have a summary."""

KEPT_UP = ("pages", "services")
"""Kinds that stay true only while somebody looks after them."""

RECENT = timedelta(days=365)
"""Nobody writes a summary for the news of ten years ago."""


def gaps(said: Iterable[Said], site: Site) -> tuple[Item, ...]:
    """Return the texts that lack what a reader or an editor needs, in order of their paths."""
    words = site.theme.words("uk")
    found = []
    for one in said:
        lacking = [words[f"status_lacks_{what}"] for what in _lacking(one, site)]
        if lacking:
            text = one.text
            found.append(Item(where=text.path, title=text.title, words=", ".join(lacking)))
    return tuple(found)


def _lacking(said: Said, site: Site) -> Iterator[str]:
    text = said.text
    if text.state != "ready" or text.kind not in READ or not _is_recent(text, site):
        return
    if not said.summary:
        yield "summary"
    if text.kind in KEPT_UP and not said.owner:
        yield "owner"
    if text.kind in KEPT_UP and said.review_by is None:
        yield "review"


def _is_recent(text: Text, site: Site) -> bool:
    return text.day is None or text.day >= as_date(instant(site.now)) - RECENT


def unused_files(site: Site) -> tuple[Item, ...]:
    """Return the pictures and files that no text names, not even an unfinished one; largest first.

    Погано:  фото лишилося в images/, а новину про нього вилучено
    Добре:   у content/ лежить лише те, що хтось показує
    """
    used = {reference.target for text in site.all_texts for reference in text.references}
    used |= {mention.target for text in site.all_texts for mention in text.mentions}
    files = sorted(
        (file for path, file in site.files.items() if path not in used),
        key=lambda file: (-file.size, file.path),
    )
    return tuple(
        Item(where=file.path, title="", words=f"{file.format}, {file_size(file.size)}")
        for file in files
    )


def excuses(said: Iterable[Said], site: Site) -> tuple[Item, ...]:
    """Return the rules that do not apply to a text, with the reason and who allowed it."""
    words = site.theme.words("uk")["status_excuse"]
    return tuple(
        Item(
            where=text.path, title=text.title, group=excuse.rule,
            words=words.format(reason=excuse.reason, by=excuse.approved_by),
        )
        for text, _, some, *_ in said
        for excuse in some
    )  # fmt: skip


def warnings(problems: Iterable[Problem]) -> tuple[Item, ...]:
    """Return what checks warn of, by file."""
    return tuple(
        Item(
            where=f"{one.path}:{one.line}", title=one.field, group=one.path,
            words=f"{one.message} ({one.rule})",
        )
        for one in sorted(problems)
    )  # fmt: skip


def broken_links(report: LinkReport | None, site: Site) -> tuple[Item, ...]:
    """Return the outside links that fail, by what is wrong, with the texts where they stand."""
    if report is None:
        return ()
    paths = {text.address: text.path for text in site.register.texts}
    items = [_link(one, paths, site) for one in report.links]
    order = [site.theme.words("uk")[f"status_link_{trouble}"] for trouble in _GRAVEST]
    return tuple(sorted(items, key=lambda item: order.index(item.group)))


_GRAVEST = ("gone", "unknown_host", "secure", "unreachable", "timeout", "refused", "moved")


def _link(link: TroubledLink, paths: dict[str, str], site: Site) -> Item:
    words = site.theme.words("uk")
    said = words["status_link_to"].format(to=link.to) if link.to else ""
    if link.trouble in ("gone", "refused"):
        said = words["status_link_code"].format(code=link.code)
    return Item(
        where=", ".join(paths.get(page, page) for page in link.pages),
        title=link.url, words=said, group=words[f"status_link_{link.trouble}"],
    )  # fmt: skip


def walked(report: LinkReport | None, site: Site) -> str:
    """Return when outside links were last asked, or how to have it done."""
    words = site.theme.words("uk")
    if report is None:
        return words["status_never_walked"]
    return words["status_walked"].format(date=long_moment(report.moment), count=report.checked)
