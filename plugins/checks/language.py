"""Language that people understand, and pages that a screen reader can read aloud: advice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from plugins.checks.pattern import pattern
from plugins.council.problem import Problem, Severity
from plugins.output import Written, rule

_LINK = pattern(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.S)
_TAG = pattern(r"<[^>]*>")
_EMPTY_WORDS = pattern(
    r"(?:тут|сюди|туди|ось тут|тиць|тиц|клац|клік|за (?:цим )?посиланням|(?:це |цьому )?посилання"
    r"|лінк|link|here|click here|read more|детальніше|докладніше|більше|далі|подробиці|перейти"
    r"|читати (?:далі|більше|тут)|переглянути|дивитися|завантажити|скачати|файл|документ|сайт"
    r"|натисніть (?:тут|сюди)?)[ .:!>»…→]*",
    re.I,
)
_BARE = pattern(r"(?:https?://|www\.)\S+", re.I)
_POOR_ALT = pattern(
    r"(?:фото|зображення|картинка|малюнок|рисунок|світлина|скриншот|image|img|photo|picture|pic|dsc"
    r"|без назви|опис)[\s_#№-]*\d*|[\w-]+\.(?:jpe?g|png|webp|avif|gif)|[\d\W_]+"
    r"|(?:img|dsc|photo|image)[_-]?\d+\w*",
    re.I,
)
_ALT = pattern(r'<img [^>]*?alt="([^"]*)"')
_HEADING = pattern(r"^(#{1,6})[ \t]+\S", re.M)
_BOLD_LINE = pattern(r"(?:\n\n|\n---\n)\*\*[^*\n]{3,80}\*\*[ ]*(?=\n\n)")
_TABLE = pattern(r"<table>(.*?)</table>", re.S)
_RULE_OF_TABLE = pattern(r"^[ |:-]*-[ |:-]*\|[ |:-]*$", re.M)
_HEAD_CELL = pattern(r"<th[ >]")
_SENTENCE_END = pattern(r"[.!?…]+[»\")]*\s+(?=[«\"(]?[А-ЯІЇЄҐA-Z])|\n")
_ABBREVIATION = pattern(
    r"\b(?:вул|просп|бульв|пров|пл|буд|кв|ім|м|с|смт|обл|р|рр|ст|ч|п|пп|див|тис|млн|грн|тел|т|ін"
    r"|[А-ЯІЇЄҐ])\.$"
)
_LONGEST = 5  # letters of an abbreviation
_LONG = 35  # words in a sentence: twice what is read easily
_OFFICIALESE = {
    "на сьогоднішній день": "сьогодні", "на даний час": "зараз", "на даний момент": "зараз",
    "в даний час": "зараз", "у даний час": "зараз", "в якості": "як", "у якості": "як",
    "прийняти участь": "взяти участь", "приймати участь": "брати участь",
    "приймають участь": "беруть участь", "прийняли участь": "взяли участь",
    "наступним чином": "так", "слідуюч": "такий", "являється": "є", "являються": "є",
    "у зв’язку з тим, що": "бо", "в зв’язку з тим, що": "бо", "у зв'язку з тим, що": "бо",
    "по питанню": "щодо", "згідно чинн": "згідно з чинним", "згідно рішення": "згідно з рішенням",
    "вищезазначен": "цей", "нижченаведен": "такий", "вищевказан": "цей", "вищенаведен": "цей",
    "здійснювати контроль": "контролювати", "здійснення контролю": "контролювати",
    "проводиться робота": "назвіть, що саме роблять", "провести роботу": "назвіть, що зробити",
    "має місце": "є", "мають місце": "є", "в цілях": "щоб", "з метою недопущення": "щоб не",
    "на протязі": "протягом", "біля 10": "близько 10", "у випадку, якщо": "якщо",
    "в разі, якщо": "якщо", "відповідно до вимог чинного законодавства": "за законом",
    "прийняти міри": "вжити заходів", "прийняти заходи": "вжити заходів",
    "з нагоди того, що": "бо", "у відповідності до": "відповідно до",
    "в відповідності з": "відповідно до", "довести до відома": "повідомити",
}  # fmt: skip
# One of these stands in each: most texts are asked for half as many words.
_OFFICIAL_STEMS = (
    "сьогоднішній", " даний ", " якості", "участь", "наступним", "слідуюч", "являєт", "являют",
    "тим, що", "по питанню", "згідно чинн", "згідно ріш", "вище", "нижченав", "контрол",
    "проводиться", "провести роб", "місце", "в цілях", "недопущ", "протязі", "біля 10", ", якщо",
    "чинного", "прийняти", "нагоди", "ідповідності", "до відома",
)  # fmt: skip
_TOLD = 3  # phrases of one text


@dataclass(frozen=True)
class _Page:
    """What of a text may be bettered: Ukrainian, and not an act, which is verbatim."""

    written: Written
    html: str

    def problem(self, line: int, message: str, name: str, severity: Severity) -> Problem:
        path = self.written.path
        return Problem(
            path=path, line=line, field="текст", message=message, rule=name, severity=severity
        )

    def line_of(self, *shown: str) -> int:
        """Return the line of the body on which the first of these strings is found."""
        for text in shown:
            at = self.written.source.find(text, self.written.start) if text else -1
            if at >= 0:
                return self.written.line_at(at)
        return self.written.body_line


def _page(written: Written) -> _Page | None:
    if written.body is None or written.legal or written.lang != "uk":
        return None
    return _Page(written, written.body.html)


@rule("link-text", excusable=True, says="Слова посилання кажуть, куди воно веде")
def links_say_where_they_lead(written: Written) -> Iterator[Problem]:
    """Words of a link say where it leads: a screen reader reads links without what stands around.

    Погано:  Порядок денний – [тут](files/poriadok.pdf)
    Добре:   [Порядок денний сесії](files/poriadok.pdf)
    """
    page = _page(written)
    if page is None or "<a " not in page.html:
        return
    for href, inside in _LINK.findall(page.html):
        words = unescape(_TAG.sub("", inside)).strip()
        typed = f"[{words}]"
        if _EMPTY_WORDS.fullmatch(words):
            message = (
                f"посилання «{words}» не каже, куди веде. Назвіть це: [Порядок денний сесії](…)."
            )
            yield page.problem(page.line_of(typed, href), message, "link-text", "warning")
        elif _BARE.fullmatch(words):
            message = "адреса замість слів. Назвіть, що за посиланням: [сайт Мін’юсту](https://…)."
            yield page.problem(page.line_of(words, href), message, "link-text", "warning")


@rule("poor-alt", excusable=True, says="Опис зображення каже, що на ньому видно")
def pictures_are_described(written: Written) -> Iterator[Problem]:
    """A description says what is seen: those who do not see it hear it.

    Погано:  ![фото 1](images/foto.jpg)
    Добре:   ![Працівники міняють трубу](images/foto.jpg)
    """
    page = _page(written)
    if page is None or written.text is None:
        return
    told = [unescape(alt) for alt in _ALT.findall(page.html)] if "<img " in page.html else []
    for alt in told:
        if alt.strip() and _POOR_ALT.fullmatch(alt.strip()):
            message = f"«{alt}» – не опис. Скажіть, що видно на зображенні."
            yield page.problem(page.line_of(f"![{alt}"), message, "poor-alt", "warning")
    header = written.text.header
    for key, alt in (
        ("image_alt", header.image_alt),
        *(("gallery", g.alt) for g in header.gallery),
    ):
        if alt and _POOR_ALT.fullmatch(alt):
            yield Problem(
                path=written.path, line=written.text.lines.get(key, 1), field=key,
                message=f"«{alt}» – не опис. Скажіть, що видно на зображенні.",
                rule="poor-alt", severity="warning",
            )  # fmt: skip


@rule("headings", excusable=True, says="Підзаголовки йдуть по порядку і є підзаголовками")
def headings_go_in_order(written: Written) -> Iterator[Problem]:
    """Headings begin at «##», skip no level, and are not paragraphs in bold.

    Погано:  ## Що змінилося … #### Для кого
    Добре:   ## Що змінилося … ### Для кого
    """
    page = _page(written)
    if page is None:
        return
    source, start = written.source, written.start
    before = 1
    for found in _HEADING.finditer(source, start) if "\n#" in source else ():
        level = len(found[1])
        if level == 1:
            message = "заголовок «#» – це назва сторінки. Підзаголовок пишуть із «##»."
            yield written.problem(found.start(), message, "headings", "note")
        elif level > before + 1 and before > 1:
            right = "#" * (before + 1)
            message = f"після «{'#' * before}» одразу «{found[1]}». Напишіть «{right}»."
            yield written.problem(found.start(), message, "headings", "note")
        before = level
    if "\n**" in source and (bold := _BOLD_LINE.search(source, max(0, start - 5))):
        message = "жирний рядок замість підзаголовка. Напишіть «## …», тоді його видно в змісті."
        yield written.problem(bold.start() + bold[0].index("**"), message, "headings", "note")


@rule("table-head", excusable=True, says="Кожна колонка таблиці має назву")
def tables_have_heads(written: Written) -> Iterator[Problem]:
    """Each column of a table has a name; without it a screen reader reads bare numbers.

    Погано:  |  |  |
             | --- | --- |
    Добре:   | Рейс | Час |
             | --- | --- |
    """
    page = _page(written)
    if page is None or "<table>" not in page.html:
        return
    rows = list(_RULE_OF_TABLE.finditer(written.source, written.start))
    for number, table in enumerate(_TABLE.findall(page.html)):
        head = table.partition("</tr>")[0]
        if not _HEAD_CELL.search(head) or head.count("<td") > 1:  # one may be the empty corner
            at = rows[number].start() if number < len(rows) else written.start
            message = "таблиця без назв колонок. Напишіть їх у першому рядку."
            line = max(written.line_at(at) - 1, written.body_line)
            yield page.problem(line, message, "table-head", "warning")


@rule("long-sentence", excusable=True, says="Речення легко прочитати вголос")
def sentences_are_short(written: Written) -> Iterator[Problem]:
    """A sentence has at most 35 words; the longest of a text is named.

    Погано:  одне речення на пів сторінки
    Добре:   два-три короткі
    """
    page = _page(written)
    if page is None or written.text is None or written.kind not in _PLAIN_KINDS:
        return
    longest, words = "", _LONG
    for paragraph in page.html.split("<p>")[1:]:
        inside = paragraph.partition("</p>")[0]
        if inside.count(" ") < words:
            continue
        for sentence in _sentences(unescape(_TAG.sub("", inside))):
            if (count := sentence.count(" ") + sentence.count("\u00a0") + 1) > words:
                longest, words = sentence, count
    if longest:
        begun = " ".join(longest.split()[:4])
        message = f"речення «{begun}…» має слів: {words}. Поділіть його: зручно читати до 20."
        yield page.problem(page.line_of(begun, longest[:12]), message, "long-sentence", "note")


_PLAIN_KINDS = ("news", "announcements", "services", "alerts", "pages", "consultations")


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text, max(start, end.start() - _LONGEST), end.start() + 1):
            continue
        yield text[start : end.start()].strip()
        start = end.end()
    yield text[start:].strip()


@rule("officialese", excusable=True, says="Текст написано так, як говорять із людиною")
def words_are_plain(written: Written) -> Iterator[Problem]:
    """Words are those of people, not of papers.

    Погано:  На сьогоднішній день роботи проводяться наступним чином
    Добре:   Сьогодні роботи йдуть так
    """
    page = _page(written)
    if page is None or written.kind not in _PLAIN_KINDS:
        return
    if not written.holds(*_OFFICIAL_STEMS):
        return
    lower = written.lower
    said = [phrase for phrase in _OFFICIALESE if phrase in lower]
    for phrase in said[:_TOLD]:
        at = lower.find(phrase, written.start)
        if at >= 0 and not (lower[at - 1].isalpha() or lower[at - 1] in "’'ʼ"):
            message = f"канцеляризм «{phrase}». Простіше: {_OFFICIALESE[phrase]}."
            yield written.problem(at, message, "officialese", "note")


@rule("shouting", excusable=True, says="Назву набрано звичайними літерами")
def titles_do_not_shout(written: Written) -> Iterator[Problem]:
    """A title is not all in capitals: screen readers may read them letter by letter.

    Погано:  title: УВАГА МЕШКАНЦЯМ МІСТА
    Добре:   title: Увага мешканцям міста
    """
    if written.text is None or written.legal:
        return
    words = [word for word in written.text.title.split() if len(word) > 3]
    if len(words) >= 2 and all(word.isupper() for word in words):
        yield Problem(
            path=written.path, line=written.text.lines.get("title", 2), field="title",
            message="назва з самих великих літер. Наберіть її звичайними.",
            rule="shouting", severity="note",
        )  # fmt: skip
