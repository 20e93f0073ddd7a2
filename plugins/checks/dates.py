"""Dates of one text must agree with one another, and with today."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from plugins.checks.wanted import in_header
from plugins.council.dates import as_date, instant, long_date
from plugins.council.header import Act, Bill
from plugins.council.problem import Problem
from plugins.output import Site, Written, rule

_FAR = timedelta(days=366)
_DATED = {"news": "date", "reports": "date", "minutes": "date", "announcements": "date",
          "acts": "adopted", "bills": "published", "consultations": "published"}  # fmt: skip
"""Kinds whose date tells what has happened, with its key."""


@rule("date-ahead", says="Дата тексту – не з майбутнього", excusable=True)
def dates_are_not_ahead(site: Site) -> Iterator[Problem]:
    """A text is dated by a day that has come, unless ``publish_at`` says when to show it.

    Within a year it is a warning, since one may prepare a text ahead; farther it is a slip.

    Погано:  date: 2031-11-23
    Добре:   date: 2026-11-23
    """
    today = as_date(instant(site.now))
    for text in site.all_texts:
        if text.publish_at is not None and as_date(text.publish_at) > today + _FAR:
            message = f"текст з’явиться аж {long_date(text.publish_at)}. Перевірте рік."
            found = in_header(text, "publish_at", message, "date-ahead")
            yield replace(found, severity="warning")
        if text.day is None or text.day <= today or text.kind not in _DATED:
            continue
        if text.publish_at is not None or text.state == "unfinished":
            continue
        key = _DATED[text.kind]
        message = (
            f"{long_date(text.day)} ще не настало. Виправте дату або допишіть publish_at: "
            "коли показати текст."
        )
        found = in_header(text, key, message, "date-ahead")
        yield found if text.day > today + _FAR else replace(found, severity="warning")


@rule("date-order", says="Дати в шапці йдуть одна за одною", excusable=True)
def dates_are_in_order(written: Written) -> Iterator[Problem]:
    """What comes later has a later date: adopted, published, in force; shown, then expired.

    Погано:  adopted: 2026-11-20 і published: 2026-11-01
    Добре:   adopted: 2026-11-20 і published: 2026-11-23
    """
    text = written.text
    if text is None:
        return
    header = text.header
    first = text.publish_at or (text.moment if text.kind in _DATED else None)
    if text.expires_at is not None and first is not None:
        expired = text.expires_at
        if instant(expired) < instant(first) and as_date(expired) != as_date(first):
            message = f"текст втрачає актуальність раніше, ніж з’являється ({long_date(first)})."
            yield in_header(text, "expires_at", f"{message} Виправте дати.", "date-order")
    if isinstance(header, Bill) and (header.consider_on or date.max) < as_date(header.published):
        message = f"розгляд раніше, ніж оприлюднено проєкт ({long_date(header.published)})."
        found = in_header(text, "consider_on", f"{message} Перевірте дати.", "date-order")
        yield replace(found, severity="warning")
    if isinstance(header, Act):
        if header.published is not None and as_date(header.published) < header.adopted:
            message = f"акт не оприлюднюють, доки його не ухвалено ({long_date(header.adopted)})."
            yield in_header(text, "published", f"{message} Виправте дати.", "date-order")
        if header.effective_from is not None and header.effective_from < header.adopted:
            message = f"акт набирає чинності раніше, ніж ухвалений ({long_date(header.adopted)})."
            found = in_header(text, "effective_from", f"{message} Звірте з актом.", "date-order")
            yield replace(found, severity="warning")


@rule("year-folder", says="Рік у назві теки – рік тексту", excusable=True)
def folders_are_of_the_year(written: Written) -> Iterator[Problem]:
    """A text lies in the folder of its year, where an editor will look for it.

    Погано:  news/2020/voda.md з date: 2026-11-23
    Добре:   news/2026/voda.md
    """
    text = written.text
    folder = written.path.split("/")[1]
    if text is None or text.day is None or not (folder.isdecimal() and len(folder) == 4):
        return
    if folder != str(text.day.year) and text.kind in _DATED:
        right = written.path.replace(f"/{folder}/", f"/{text.day.year}/", 1)
        message = f"тека {folder}, а дата {long_date(text.day)}. Перенесіть файл: {right}."
        found = in_header(text, _DATED[text.kind], message, "year-folder")
        yield replace(found, severity="warning")


@rule("change-ahead", says="Зміну датовано днем, який настав", excusable=True)
def changes_have_been_made(site: Site) -> Iterator[Problem]:
    """A note of a change tells what was changed, never what will be.

    Погано:  changes: [{date: 2036-01-01, note: Виправлено час}]
    Добре:   changes: [{date: 2026-11-23, note: Виправлено час}]
    """
    now = site.now
    for text in site.all_texts:
        if text.updated is not None and instant(text.updated) > now + timedelta(days=1):
            message = f"{long_date(text.updated)} ще не настало. Виправте дату зміни."
            yield replace(in_header(text, "changes", message, "change-ahead"), severity="warning")
