"""Names of new files: as our own transliteration writes them."""

import re

from plugins.council.dates import as_date, parse_moment
from plugins.council.transliteration import slug
from tests.web_editor.browser_code import SETUP, ask
from tests.web_editor.vocabulary import CONTENT

WORDS = (
    "Згурський", "Розгін", "зґ", "Єнакієве", "Їжакевич", "Йосипівка", "Юрій Яготин", "Костянтин",
    "п’ять", "під'їзд", "Мар’яна", "подвір’я", "Щербухи", "Київ", "Ґалаґан", "НАЄК «Енергоатом»",
    "ЗГ", "Ёлка съезд вы", "и́мена", "№ 5/VIII-194", "12-р", "Ä ö café", "100 % – так!", "Ї’я",
)  # fmt: skip


def test_as_the_site_writes_them() -> None:
    """Two programs, one resolution 55: the table of letters comes from the first."""
    texts = CONTENT.rglob("*.md")
    titles = [*WORDS, *(file.read_text("utf-8").split("\n")[1][7:] for file in sorted(texts))]
    assert ask(titles=titles)["latin"] == [slug(title) for title in titles]


def test_long_titles_end_at_a_word() -> None:
    """A name is no longer than a person can read."""
    title = "Про внесення змін до рішення міської ради від 24 лютого 2021 року № 5/VIII-194"
    answer = ask(titles=[title, "ш" * 90])
    short, one_word = answer["short"]
    assert len(short) <= 60 and re.match(f"{short}-", answer["latin"][0])
    assert len(one_word) == 60


def named(kind: str, **data: str) -> list[str]:
    """Return the folder and the name of a new text."""
    found: list[str] = ask(named=[[data, SETUP["texts"]["naming"][kind]]])["named"][0]
    return found


def test_kinds() -> None:
    """Dated where lists go by dates, by number where the law does; folders are years."""
    news = named("news", date="2026-11-23 14:30", title="Відновлено воду")
    assert news == ["2026", "2026-11-23-vidnovleno-vodu"]
    act = named("acts", body="miska-rada", number="5/VIII-194", adopted="24.02.2021", title="Про")
    assert act == ["2021", "miska-rada-5-viii-194"]
    assert named("alerts", starts="2026-11-23", title="Вода") == ["", "2026-11-23-voda"]
    assert named("people", title="Зразок Особа") == ["", "zrazok-osoba"]


def test_days() -> None:
    """A day is found as our reader finds it."""
    days = ["2026-11-23", "23.11.2026", "23.11.2026 14:30", "2026-11-23T14:30:00Z"]
    assert ask(days=days)["days"] == ["2026-11-23"] * 4
    assert as_date(parse_moment(days[1])).isoformat() == "2026-11-23"
    assert ask(days=["", "23 листопада", "2026-1-2"])["days"] == [None] * 3
