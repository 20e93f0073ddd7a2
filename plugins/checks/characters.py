"""Characters that do harm unseen, and letters that only look right."""

import re
from collections.abc import Iterator

from plugins.checks.pattern import pattern
from plugins.council.control import INVISIBLE, SEPARATORS, is_usual
from plugins.council.problem import Problem
from plugins.output import Written, rule

# Marks of direction that turn text round, fillers and tags that show as nothing, signs of private
# fonts, code points that are no characters (Unicode 16, chapters 23.2–23.8), lost letters.
_HARMFUL = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u202d\u202e\u2061-\u2064\u2066-\u206f"
    "\u2800\u3164\uffa0\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\ufffd"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U000e0000-\U0010ffff"
)
_JOINERS = "\u200c\u200d"  # right between signs of an emoji only
_SELECTORS = "\ufe00-\ufe0f"  # choose how an emoji looks; inside a word they are nothing
_MARKS = "\u0300-\u036f\u20d0-\u20ff"
_UNSEEN = pattern(
    f"[{_HARMFUL}{INVISIBLE}{SEPARATORS}{_JOINERS}]|(?<=[^\\W\\d_])[{_SELECTORS}](?=[^\\W\\d_])"
)
_HEAPED = pattern(f"[{_MARKS}]{{4}}")
_IS_HARMFUL = pattern(f"[{_HARMFUL}{_SELECTORS}\u200c\u200d]")
_PRIVATE = pattern("[\ue000-\uf8ff]")
_MISREAD = pattern(
    r"(?:[РС][\u0080-\u00bf\u0401-\u040f\u0450-\u045f‘’“”„†‡•…‰‹›–—™€ґ]){3,}"  # UTF-8 as 1251
    r"|(?:[ÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]){3,}"  # UTF-8 as 1252
    r"|\?{3,} \?{3,}"
)

_OF_MISREAD = ("Рµ", "Р°", "Рѕ", "С–", "Сњ", "С‚", "СЂ", "Ð", "Ñ", "???")

_CYRILLIC, _LATIN = "\u0400-\u04ff", "A-Za-z"
_FOREIGN = pattern(f"[{_LATIN}\u0370-\u03ff]+")
_MEETING = pattern(
    f"[{_LATIN}\u0370-\u03ff](?:(?=[{_CYRILLIC}])|(?<=[{_CYRILLIC}][{_LATIN}\u0370-\u03ff]))"
)
_WORD = pattern(r"[^\W_]+(?:[’'ʼ][^\W_]+)*")
_TO_CYRILLIC = str.maketrans(
    "ABCEHIKMOPTXYaceiopxyÏïΑΒΕΗΙΚΜΟΡΤΧοαερυκ", "АВСЕНІКМОРТХУасеіорхуЇїАВЕНІКМОРТХоаерук"
)
_TO_LATIN = str.maketrans("АВСЕНІКМОРТХУасеіорхуЇїЅѕЈј", "ABCEHIKMOPTXYaceiopxyÏïSsJj")
_BORROWED = pattern(f"[A-Z]{{2,}}[{_CYRILLIC}]{{1,3}}")
_NUMERAL = pattern("[IVXLCDMІХСМ]+")


@rule("invisible", says="У тексті немає знаків, яких не видно", excusable=False)
def nothing_is_unseen(written: Written) -> Iterator[Problem]:
    """No character hides, turns the text round or comes from another's font.

    Погано:  «Міська рада» з порожнім знаком U+200B усередині слова
    Добре:   «Міська рада», набрана наново
    """
    if is_usual(written.source):
        return
    if found := _HEAPED.search(written.source):
        message = "понад три надрядкові знаки над однією літерою. Наберіть слово наново."
        yield written.problem(found.start(), message, "invisible")
    told: set[str] = set()
    for found in _UNSEEN.finditer(written.source):
        sign = found[0]
        joins = sign in _JOINERS and not written.source[found.end() : found.end() + 1].isalpha()
        if sign in told or joins or (sign == "\ufeff" and not found.start()):
            continue
        told.add(sign)
        before = written.source[: found.start()].rpartition("\n")[2][-20:]
        where = f"після «{_UNSEEN.sub('', before)}»" if before else "на початку рядка"
        code = f"U+{ord(sign):04X}"
        if sign == "\ufffd":
            message = f"{where} загублено літеру: на її місці знак «\ufffd». Наберіть слово наново."
        elif _PRIVATE.match(sign):
            message = f"знак {code} {where} є лише в чужому шрифті. Замініть його звичайним."
        elif _IS_HARMFUL.match(sign):
            message = f"невидимий знак {code} {where}. Наберіть це місце наново."
        else:
            message = f"невидимий знак {code} {where} сайт прибере. Краще наберіть слово наново."
            if sign in SEPARATORS:
                message = (
                    f"розрив рядка з іншої програми ({code}) {where} сайт замінить пробілом. "
                    "Де потрібен новий рядок, натисніть Enter."
                )
            yield written.problem(found.start(), message, "invisible", "warning")
            continue
        yield written.problem(found.start(), message, "invisible")


@rule("misread", says="Текст прочитано тим кодуванням, яким його записано")
def letters_are_read_right(written: Written) -> Iterator[Problem]:
    """Letters are not spoilt by a program that took one encoding for another.

    Погано:  РњС–СЃСЊРєР° СЂР°РґР°
    Добре:   Міська рада
    """
    source = written.source
    if any(sign in source for sign in _OF_MISREAD) and (found := _MISREAD.search(source)):
        message = f"літери зіпсовано: «{found[0][:20]}». Візьміть текст із першоджерела знову."
        yield written.problem(found.start(), message, "misread")


@rule("mixed-letters", says="Слово набрано однією абеткою", excusable=True)
def words_are_of_one_alphabet(written: Written) -> Iterator[Problem]:
    """No Latin letter stands for a Cyrillic one that looks the same, nor the reverse.

    Such a word looks right, but neither search nor a screen reader knows it.

    Погано:  Мiська рада (латинська i)
    Добре:   Міська рада
    """
    told: set[str] = set()
    source = written.source
    if not _MEETING.search(source):
        return
    for found in _FOREIGN.finditer(source):
        start, end = found.span()
        if not (_is_ours(source[start - 1 : start]) or _is_ours(source[end : end + 1])):
            continue
        word = _word_around(source, start)
        if word in told:
            continue
        told.add(word)
        if right := _in_one_alphabet(word):
            message = f"у слові «{word}» літери з різних абеток. Наберіть «{right}» наново."
            yield written.problem(found.start(), message, "mixed-letters", "warning")


def is_unseen(sign: str) -> bool:
    """Say whether a character is one of those that do harm unseen."""
    return _UNSEEN.fullmatch(sign) is not None


def _is_ours(sign: str) -> bool:
    return "\u0400" <= sign <= "\u04ff"


def _word_around(text: str, at: int) -> str:
    start = max(0, at - 60)
    for word in _WORD.finditer(text, start, at + 60):
        if word.start() <= at < word.end():
            return word[0]
    return text[at : at + 2]


def _in_one_alphabet(word: str) -> str:
    """Return the word as it was meant, empty where it may be meant as it is («PDFів»)."""
    if _BORROWED.fullmatch(word):
        return ""
    if _NUMERAL.fullmatch(word) and word.upper() == word and re.search("[VLD]", word):
        return word.translate(_TO_LATIN)
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    is_cyrillic = not re.search(f"[{_LATIN}\u0370-\u03ff]", cyrillic)
    is_latin = not re.search(f"[{_CYRILLIC}]", latin)
    if is_cyrillic and is_latin:  # «СОМ»: as most of its letters are
        ours = len(re.findall(f"[{_CYRILLIC}]", word))
        is_cyrillic = ours * 2 >= len(word)
    return cyrillic if is_cyrillic else latin if is_latin else ""
