"""Ukrainian typography: quotes, dashes and spaces that keep a phrase on one line.

Not for acts, whose text is verbatim. Letters and digits never change, and to set a text twice
is to set it once.
"""

import re

# One character stands for each piece of markup, so that a rule sees a phrase whole across it.
_INLINE, _WORD, _SPACE, _BLOCK = "\ue000", "\ue001", "\ue002", "\ue003"
_MARK = re.compile(f"[{_INLINE}-{_BLOCK}]")
# A pattern that begins with a set of characters is tried only where one of them stands.
_MARKUP = re.compile(
    rf"[<&{_INLINE}-{_BLOCK}](?:"
    r"(?<=<)!--.*?(?:-->|\Z)"
    r"|(?<=<)(?P<verbatim>code|kbd|samp|pre|script|style|textarea)\b.*?(?:</(?P=verbatim)\s*>|\Z)"
    r"""|(?<=<)/?(?P<tag>[a-z][a-z0-9:-]*+)(?:[^"'<>]++|"[^"]*+"|'[^']*+')*+>"""
    rf"|(?<=&)(?P<entity>\#?\w+);|(?<=[{_INLINE}-{_BLOCK}]))",
    re.DOTALL | re.IGNORECASE,
)
_INLINE_TAGS = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "data", "del", "dfn", "em", "i", "ins", "label",
    "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})  # fmt: skip

_SHORT_WORDS = "а|в|е|є|з|і|й|о|у|бо|до|за|зі|із|на|не|ні|об|од|по|та|то|це|чи|що|як"
_UNITS = (
    r"грн|коп|тис|млн|млрд|мм|см|м|км|га|г|кг|т|л|с|хв|год|р|рр|ст|кв|куб|чол|МБ|кБ|ГБ|м[²³]|%|°C"
)
_ABBREVIATIONS = (
    "абз|б|буд|бульв|вул|г|гл|гр|ім|каб|кв|м|обл|оф|п|пл|пп|пров|просп|р|розд|с|см|смт|ст|тел|ч"
)
_UPPER = "А-ЯҐЄІЇ"
_TIME = r"(?:[01]?\d|2[0-4]):[0-5]\d"


def _after(apart_from: str, words: str, end: str) -> str:
    """Return a pattern of the place after one of the words and ``end``.

    A look-behind has one length, so there is one for the words of each length.
    """
    lengths: dict[int, list[str]] = {}
    for word in words.split("|"):
        lengths.setdefault(len(word), []).append(word)
    behind = (rf"(?<=(?<!{apart_from})(?:{'|'.join(alike)}){end})" for alike in lengths.values())
    return f"(?:{'|'.join(behind)})"


_SHORT_BEFORE = _after(r"[\w’-]", _SHORT_WORDS, " ")
_ABBREVIATION_BEFORE = _after(r"[\w-]", _ABBREVIATIONS, r"\. ")

# Each rule begins with what any text must hold for it to have work: a search for one sign costs
# a tenth of a pattern. For the same reason the patterns that most texts need begin with the space
# that they replace, and look back from there at the word before it.
_RULES = [
    (sign, re.compile(pattern), replacement)
    for sign, pattern, replacement in (
        ("...", r"(?<!\.)\.{3}(?!\.)", "…"),
        ("'", r"(?<=[^\W\d_])'(?=[^\W\d_])", "’"),
        ("-", rf"(?<![\w:.,+–-])({_TIME}) ?- ?({_TIME})(?![\w:–-])", r"\1–\2"),
        ("-", rf"(?<=[^\s\d{_BLOCK}])[ \u00a0]+--?(?=\s)", "\u00a0–"),
        ("-", r"(?<=\d)[ \u00a0]+--?(?=\s+[^\s\d])", "\u00a0–"),
        (" –", rf"(?<=[^\s{_BLOCK}])[ \u00a0]+(?=–\s)", "\u00a0"),
        (" —", rf"(?<=[^\s{_BLOCK}])[ \u00a0]+(?=—\s)", "\u00a0"),
        ("№ ", r"№ +(?=\S)", "№\u00a0"),
        (" ", rf" (?i:{_SHORT_BEFORE}) *(?=\S)", "\u00a0"),
        (" ", rf" (?<=\d ) *(?=(?:{_UNITS})(?!\w))", "\u00a0"),
        (". ", rf"\. {_ABBREVIATION_BEFORE} *(?=[\d{_UPPER}«„{_INLINE}])", ".\u00a0"),
        (". ", rf"\. (?<=(?<!\w)[{_UPPER}]\. ) *(?=[{_UPPER}])", ".\u00a0"),
    )
]


def typeset(text: str) -> str:
    """Set plain text: «Пункт 3 рішення "Про бюджет" - на 5 грн» with its signs and spaces right."""
    text = _quotes(text)
    for sign, pattern, replacement in _RULES:
        if sign in text:
            text = pattern.sub(replacement, text)
    return text


def typeset_html(html: str) -> str:
    """Set the text of an HTML fragment; tags, entities and code come out byte for byte."""
    markup: list[str] = []

    def mark(found: re.Match[str]) -> str:
        markup.append(found[0])
        return _mark(found)

    text = typeset(_MARKUP.sub(mark, html))
    pieces = iter(markup)
    return _MARK.sub(lambda _: next(pieces), text)


def _mark(found: re.Match[str]) -> str:
    if found["tag"]:
        tag = found["tag"].casefold()
        return _INLINE if tag in _INLINE_TAGS else _WORD if tag == "img" else _BLOCK
    if found["entity"]:
        return _SPACE if found["entity"].lower() in ("nbsp", "#160", "#xa0") else _WORD
    if found["verbatim"]:
        return _WORD if found["verbatim"].lower() in ("code", "kbd", "samp") else _BLOCK
    return _INLINE


_QUOTE_SIGNS = '"«»„“'
_QUOTE = re.compile(rf"[{_QUOTE_SIGNS}\n{_BLOCK}](?:(?<!\n)|[ \t]*\n)")
_ENDING = f"""'".!?…%)]}}»“”’{_WORD}"""


def _quotes(text: str) -> str:
    """Turn paired quotes into «…», inside others into „…“; a quote without its pair stays."""
    if not any(sign in text for sign in _QUOTE_SIGNS):  # as in most texts
        return text
    set_: list[str] = []
    done = depth = 0
    for place, opens in sorted(_paired(text).items()):
        depth -= not opens
        set_.append(text[done:place])
        set_.append(("«" if opens else "»") if depth == 0 else ("„" if opens else "“"))
        done = place + 1
        depth += opens
    return "".join(set_) + text[done:]


def _paired(text: str) -> dict[int, bool]:
    """Return places of quotes that have a pair in their paragraph: True where one opens."""
    paired: dict[int, bool] = {}
    opened: list[int] = []
    openers: set[int] = set()
    for found in _QUOTE.finditer(text):
        sign, place = found[0], found.start()
        if sign not in _QUOTE_SIGNS:
            opened.clear()
        elif _opens(text, place, openers):
            opened.append(place)
            openers.add(place)
        elif opened and _closes(text, place, text[opened[-1]]):
            paired[opened.pop()] = True
            paired[place] = False
    return paired


def _opens(text: str, place: int, openers: set[int]) -> bool:
    if text[place] != '"':
        return text[place] in "«„"
    before, after = _near(text, place, -1), _near(text, place, 1)
    if _blank(text, after):
        return False
    if _blank(text, before) or before in openers:
        return True
    return not (text[before].isalnum() or text[before] in _ENDING)


def _closes(text: str, place: int, opener: str) -> bool:
    """“ closes only „: elsewhere it may be an English quote that opens."""
    if text[place] == "“":
        return opener == "„"
    return text[place] == "»" or not _blank(text, _near(text, place, -1))


def _near(text: str, place: int, step: int) -> int:
    """Return the place of the nearest character that is no inline tag; it may be outside."""
    place += step
    while 0 <= place < len(text) and text[place] == _INLINE:
        place += step
    return place


def _blank(text: str, place: int) -> bool:
    inside = 0 <= place < len(text)
    return not inside or text[place].isspace() or text[place] in (_SPACE, _BLOCK)
