"""A tiny site in which there is everything to look after."""

from datetime import UTC, datetime
from pathlib import Path

from plugins.council.link_report import LinkReport, TroubledLink
from plugins.incremental.build import planned_content
from plugins.incremental.console import Console
from plugins.output import Site
from plugins.status.records import Status
from plugins.status.report import status_of
from tests.incremental.tiny_site import NOW, TinySite, news, picture, text

CHANGED = {
    "news/2026/2026-06-01-davnia.md": datetime(2026, 9, 1, tzinfo=UTC),
    "news/2026/2026-11-20-nova.md": datetime(2026, 11, 23, 22, 30, tzinfo=UTC),  # 24th in Kyiv
}
"""When the drafts that are in git last changed."""

LINKS = LinkReport(
    moment=NOW, checked=7,
    links=(
        TroubledLink(url="https://a.example/", trouble="moved", code=301, to="https://b.example/",
                     pages=("/kontakty/",)),
        TroubledLink(url="https://c.example/x", trouble="gone", code=404,
                     pages=("/kontakty/", "/nema/")),
    ),
)  # fmt: skip


def busy_site(base: Path) -> TinySite:
    """Write the site; it is 24 November 2026, 12:00 in Kyiv."""
    site = TinySite(base)
    site.write("units/viddil.md", text("Зразковий відділ", summary="Що робить."))
    kept = {"summary": "Коротко.", "owner": "viddil"}
    site.write("pages/kontakty.md", text("Контакти (зразок)", **kept, review_by="2026-11-23"))
    site.write("pages/a.md", text("Давно прострочена", summary="Коротко.", review_by="2026-05-01"))
    site.write("pages/b.md", text("Сьогодні", **kept, review_by="2026-11-24"))
    site.write("pages/c.md", text("Далека", **kept, review_by="2027-11-24"))
    site.write("pages/d.md", text("Прострочена й нічия", review_by="2026-11-13"))
    no, short = {"state": "unfinished"}, {"summary": "Коротко."}
    site.write("news/2026/2026-06-01-davnia.md", news("Давня", **no))
    site.write("news/2026/2026-11-20-nova.md", news("Нова", **no, publish_at="2026-12-24 09:00"))
    site.write("news/2026/2026-11-21-pizno.md", news("Пізно", **no, publish_at="2026-11-23 09:00"))
    site.write("news/2026/2026-11-22-z.md", news("За тиждень", **short, publish_at="2026-12-01"))
    site.write("news/2026/2026-11-22-y.md", news("Завтра", **short, publish_at="2026-11-25 08:00"))
    site.write("news/2026/2026-11-22-e.md", news("Мине", **short, expires_at="2026-11-26"))
    site.write("news/2015/2015-01-01-x.md", news("Стара", date="2015-01-01"))
    times = {"level": "info", "starts": "2026-11-24 08:00", "ends": "2026-11-24"}
    site.write("alerts/2026-11-24-x.md", text("Сповіщення", "Зразок.", **times))
    allow = "[{rule: long-sentence, reason: цитата закону, approved_by: редактор}]"
    body = "![Зразок](images/used.png)"
    site.write("news/2026/2026-11-10-f.md", news("Із фото", body, **short, allow=allow))
    site.write("images/used.png", picture())
    site.write("images/unused.png", picture("red"))
    site.write("files/zaive.csv", "1;2\n" * 500)
    return site


def status(site: TinySite, links: LinkReport | None = LINKS) -> tuple[Status, Site]:
    """Return the report of a site and the site itself."""
    made = planned_content(site.settings(), Console())
    return status_of(made.site, made.warnings, links, CHANGED.get), made.site
