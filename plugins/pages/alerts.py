"""Alerts of the city: on the home page as HTML, on every page from /alerts.json by its clock."""

import json
from collections.abc import Iterable, Iterator

from plugins.council.addresses import ALERTS
from plugins.council.dates import instant, iso, period
from plugins.council.header import LEVELS, Alert
from plugins.council.text import Text
from plugins.output import Output, Site
from plugins.pages.shared import AllShared, Shared
from plugins.pages.view import Link, Notice

Linked = tuple[Text, str]
"""An alert and where it leads."""


def current_alerts(site: Site, lang: str) -> tuple[Linked, ...]:
    """Return the alerts in force at the moment of the build, the gravest first.

    A preview shows those that are not public yet with them.
    """
    found = [
        (-LEVELS.index(alert.level), text.path, text)
        for text, alert in _alerts(site)
        if text.lang == lang and (text.state != "ready" or _in_force(alert, site))
    ]
    return tuple((text, _link(text, site)) for _, _, text in sorted(found, key=lambda one: one[:2]))


def alerts_output(site: Site, all_shared: AllShared) -> Output:
    """Return /alerts.json: all alerts that are not over, also those to come.

    The browser knows the time. A preview says none to programs.
    """
    found = [
        (text, _link(text, site))
        for text, alert in _alerts(site)
        if not _over(alert, site) and site.preview is None
    ]
    found.sort(key=lambda one: one[0].path)
    words = {lang: (one.word("alert_period"), one.word("alert_since"))
             for lang, one in all_shared.items()}  # fmt: skip
    return Output(path=ALERTS, inputs=(tuple(found), words), render=render_alerts)


def _alerts(site: Site) -> Iterator[tuple[Text, Alert]]:
    for text in site.register.texts:
        if text.kind == "alerts":
            yield text, _alert_of(text)


def _alert_of(text: Text) -> Alert:
    assert isinstance(text.header, Alert)
    return text.header


def _in_force(alert: Alert, site: Site) -> bool:
    return instant(alert.starts) <= site.now and not _over(alert, site)


def _over(alert: Alert, site: Site) -> bool:
    return alert.over_at is not None and alert.over_at <= site.now


def _link(text: Text, site: Site) -> str:
    """Return where an alert leads: a text of the site by its path, else what was written."""
    link = _alert_of(text).link or ""
    target = site.register.by_path.get(link.removeprefix("content/"))
    return target.address if target else link


def notice(text: Text, link: str, shared: Shared) -> Notice:
    """Return an alert as the home page shows it.

    One that is not public yet has no time: the script of the page would hide it.
    """
    alert, public = _alert_of(text), text.state == "ready"
    words = shared.word("alert_period"), shared.word("alert_since")
    return Notice(
        level=alert.level,
        title=text.title,
        text=alert.text or text.excerpt,
        when=_when(alert, words, text.lang),
        link=Link(title=shared.word("details"), url=link) if link else None,
        starts=iso(instant(alert.starts)) if public else "",
        ends=iso(alert.over_at) if public and alert.over_at is not None else "",
    )


def _when(alert: Alert, words: tuple[str, str], lang: str) -> str:
    """Return «Час дії: 24 листопада 2026, 08:00–18:00», without an end «Діє з …»."""
    within, since = words
    when = period(alert.starts, alert.ends, lang)
    return (since if alert.ends is None else within).format(when=when)


def render_alerts(alerts: Iterable[Linked], words: dict[str, tuple[str, str]]) -> str:
    """Return the alerts that the script of every page reads."""
    said = [_alert(text, link, words[text.lang]) for text, link in alerts]
    return json.dumps(said, ensure_ascii=False) + "\n"


def _alert(text: Text, link: str, words: tuple[str, str]) -> dict[str, str]:
    alert = _alert_of(text)
    return {
        "id": text.identity,
        "lang": alert.lang,
        "level": alert.level,
        "title": alert.title,
        "text": alert.text or text.excerpt,
        "when": _when(alert, words, text.lang),
        "link": link,
        "starts": iso(instant(alert.starts)),
        "ends": iso(alert.over_at) if alert.over_at is not None else "",
    }
