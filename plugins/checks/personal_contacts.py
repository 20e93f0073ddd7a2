"""Finding how to reach a private person: a mobile phone, a mailbox, a flat."""

import re
from collections.abc import Iterator

from plugins.checks.pattern import pattern
from plugins.checks.personal import Found
from plugins.checks.personal_numbers import masked

_NEAR = 90  # characters on each side in which an office is named
_GAP = "[ \u00a0\u2000-\u200a\u202f()\\-‐‑‒–—−./]{0,3}"
_MOBILE = pattern(
    rf"(?<![\w+№/=])(?<!\d[:.,])(?:(?:\+|00)?\s?3?8{_GAP})?0{_GAP}(?:39|50|6[36-8]|7[357]|89|9[1-9])"
    rf"{_GAP}\d(?:{_GAP}\d){{6}}(?!\d|[./]\d)"
)
# «05 01 23 45 67», «0 5 0 1 …», as it is dictated: only where a word says that it is a phone.
_PHONE_SAID = r"\b(?:тел|моб|вайбер|viber|дзвон)\w*"
_DICTATED = pattern(
    rf"{_PHONE_SAID}[^\d\n]{{0,20}}(0(?:[ \u00a0().-]{{0,2}}\d){{9}})(?! ?\d)", re.I
)
_SAID_BEFORE = pattern(rf"{_PHONE_SAID}[^\d\n]{{0,20}}$", re.I)
_SAID = pattern(_PHONE_SAID, re.I)
_OPERATOR = pattern("0(?:39|50|6[36-8]|7[357]|89|9[1-9])")
# «рахунок № 0501234567», «0501234567 кВт»: ten figures that count something, or name a paper.
_PLAIN = pattern("0[0-9]{9}")
_UNIT = pattern(
    r"[ \u00a0]?(?:грн|кВт|м[²³23]?\b|куб|кв\.? ?м|кг|г\b|т\b|л\b|га\b|км|шт|тис|млн|осіб|%)"
)
_MAY_BE_MOBILE = pattern(rf"0{_GAP}(?:39|50|6[36-8]|7[357]|89|9[1-9])")

_PAIR = pattern("0 ?[35-9] [0-9]")

_OFFICE = pattern(
    r"гаряч|\bліні[яїюй]|приймальн|диспетчер|чергов|центр|відділ|управлін|департамент|служб|сектор"
    r"|водоканал|комунальн|\bради\b|рад[аиу]\b|виконком|виконавч|цнап|довідк|редакц|пресслужб"
    r"|адміністрац|аварійн|гарячої|консультац|підприємств|заклад|школ|садоч|лікарн|поліклінік"
    r"|бібліотек|музе|театр|поліці|рятувальн|штаб|хаб|\bкп\b|\bкнп\b|\bтов\b|організаці|фонд"
    r"|секретар|начальник|директор|керівник|спеціаліст|завідувач|бот\b|call",
    re.I,
)

_PERSON = pattern(
    r"(?:заявни[кц]|мешкан(?:ець|ц[яюе]|к[аиуо])|жител(?:ь|я|ька|ьки)\b|громадян(?:ин|к[аиу])"
    r"|пенсіонер|потерпіл|особист\w+ (?:тел|номер|моб|пошт|скриньк))"
    r"(?:[^.!?\n]|\.(?! [А-ЯІЇЄҐ])){0,70}$",
    re.I,
)

_EMAIL = pattern(r"(?<![\w.+•-])[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_FREE_MAIL = pattern(
    r"(?:gmail|googlemail|yahoo|outlook|hotmail|live|icloud|proton(?:mail)?|aol|gmx|mail|yandex"
    r"|rambler|inbox|list|bk|bigmir|meta|i|ukr|email|online|3g)\.(?:com|net|ua|org|me|ru|by|uk)"
    r"|ukr\.net|i\.ua|meta\.ua|email\.ua|pm\.me|ya\.ru|ya\.ua",
    re.I,
)
_OFFICE_BOX = pattern(
    r"rada|council|kram|vykonkom|viddil|cnap|tsnap|school|shkola|osvit|museum|muzey|bibl|library"
    r"|teatr|hospital|likarn|zvern|public|zapyt|kancel|press|admin|upravlin|department"
    r"|(?:^|[._-])(?:info|office|mail|kp|knp|upr|dep|dnz|zosh|licey|gym|hub|help|support|news"
    r"|sport|centr|center|kom|zvit|vk|vyk)(?:$|[._-]|[0-9])",
    re.I,
)

_STREET = r"(?:вул|бул|бульв|просп|пр-т|пр-кт|пров|пл|мкр|шосе|узвіз)\w*\.?"
_FLAT = pattern(
    rf"{_STREET}\s[^\n;:]{{2,60}}?\d+[^\n;:]{{0,20}}?"
    r"\b(?:кв\.?|квартир[аиіу])[ \u00a0]?№?[ \u00a0]?\d{1,3}(?!\d|[ \u00a0]?м)",
    re.I,
)
_HOME = pattern(
    r"(?:прожива\w+|мешка(?:є|ю\w*|в|ла|нк\w+ за адресою)|зареєстрован\w+ за|місц\w+ проживання"
    r"|зареєстрован(?:ий|а):? м\.|домашн\w+ адрес\w+)"
    rf"(?:[^\n.;]|\b(?:м|смт|с|обл|адр)\.){{0,80}}?{_STREET}\s[^\n;]{{2,40}}?\d",
    re.I,
)
_MAY_BE_FLAT = pattern("кв(?:[. \u00a0№]|артир)")
_MAY_BE_HOME = tuple(
    map(pattern, ("прожива", r"мешка(?:[єювл]|нк\w+ за)", "зареєстрован", "домашн"))
)


def contacts(text: str) -> Iterator[Found]:
    """Yield the ways to reach a private person; those of an office named beside are none."""
    if _MAY_BE_MOBILE.search(text):
        yield from _phones(text)
    pairs = _PAIR.finditer(text)
    if any(_SAID.search(text, max(0, pair.start() - 70), pair.start()) for pair in pairs):
        yield from _dictated(text)
    if "@" in text:
        yield from _boxes(text)


def homes(text: str, lower: str) -> Iterator[Found]:
    """Yield addresses of flats, and of houses in which somebody is said to live."""
    flats = list(_FLAT.finditer(text)) if _MAY_BE_FLAT.search(lower) else []
    yield from (Found(found.start(), "домашня адреса", _hidden(found[0])) for found in flats)
    if not any(lives.search(lower) for lives in _MAY_BE_HOME):
        return
    for found in _HOME.finditer(text):
        if not any(found.start() <= flat.start() < found.end() for flat in flats):
            yield Found(found.start(), "домашня адреса", _hidden(found[0]))


def _hidden(address: str) -> str:
    return re.sub(r"\d", "•", " ".join(address.split()))


def _phones(text: str) -> Iterator[Found]:
    for found in _MOBILE.finditer(text):
        if not _is_of_a_thing(text, found) and not _office_near(text, found):
            yield Found(found.start(), "особистий телефон", mask_phone(found[0]))


def _is_of_a_thing(text: str, found: re.Match[str]) -> bool:
    """Say whether ten plain figures are the number of a paper or an amount."""
    if not _PLAIN.fullmatch(found[0]):
        return False
    at = found.start()
    named = text[max(0, at - 2) : at].rstrip(" \u00a0").endswith("№")
    if not named and not _UNIT.match(text, found.end()):
        return False
    return _SAID_BEFORE.search(text, max(0, at - 40), at) is None


def _dictated(text: str) -> Iterator[Found]:
    for found in _DICTATED.finditer(text):
        digits = "".join(filter(str.isdecimal, found[1]))
        plain = _MOBILE.match(text, found.start(1))  # told already
        if _OPERATOR.match(digits) and not plain and not _office_near(text, found):
            yield Found(found.start(1), "особистий телефон", mask_phone(found[1]))


def _boxes(text: str) -> Iterator[Found]:
    for found in _EMAIL.finditer(text):
        box, _, host = found[0].partition("@")
        private = _FREE_MAIL.fullmatch(host) and not _OFFICE_BOX.search(box)
        if private and not _office_near(text, found):
            yield Found(found.start(), "приватна пошта", mask_box(found[0]))


def _office_near(text: str, found: re.Match[str]) -> bool:
    """Whether the same lines name an office close to what was found, and no private person does.

    A title says nothing of a phone below the header, nor one row of a table of another.
    """
    at = found.start()
    walls = (at - _NEAR, *(text.rfind(wall, 0, at) for wall in ("\n\n", "\n---\n", "\n|", "\n- ")))
    start = max(0, *walls)
    end = text.find("\n", found.end())
    end = min(found.end() + _NEAR, end if end >= 0 else len(text))
    return _OFFICE.search(text, start, end) is not None and not _PERSON.search(text[start:at])


def mask_phone(written: str) -> str:
    """Return a phone as messages show it, the same however it is written: «050 ••• •• 67»."""
    digits = "".join(sign for sign in written if sign.isdigit())[-9:]
    return f"0{digits[:2]} ••• •• {digits[-2:]}"


def mask_box(written: str) -> str:
    """Return a mailbox as messages show it."""
    box, _, host = written.partition("@")
    return f"{masked(box) if len(box) > 5 else box[:1] + '•' * (len(box) - 1)}@{host}"
