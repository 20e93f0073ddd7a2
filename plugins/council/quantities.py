"""Numbers with their words: «5 документів», «1,2 МБ», «12 345»."""

from collections.abc import Callable
from functools import cache

_NBSP = "\u00a0"

_FILE_UNITS = {"uk": ("Б", "кБ", "МБ", "ГБ", "ТБ"), "en": ("B", "kB", "MB", "GB", "TB")}


def plural(count: int, one: str, few: str, many: str) -> str:
    """Return the number with the right word: 1 документ, 3 документи, 11 документів.

    ``one``, ``few`` and ``many`` are the words for 1, 2 and 5.
    """
    form = {"one": one, "few": few}.get(_ukrainian_form()(abs(count)), many)
    return f"{integer(count)}{_NBSP}{form}"


def integer(count: int, lang: str = "uk") -> str:
    """Return a whole number in groups of three digits: «12 345», "12,345"."""
    grouped = f"{count:,}".replace("-", "−")
    return grouped if lang == "en" else grouped.replace(",", _NBSP)


def file_size(size: int, lang: str = "uk") -> str:
    """Return a size of ``size`` bytes in decimal units (SI): «1,2 МБ», "1.2 MB".

    Below ten of a unit one decimal is shown, above none; bytes are whole.
    """
    units = _FILE_UNITS[lang]
    power = 0
    while round(size / 1000**power) >= 1000 and power < len(units) - 1:
        power += 1
    tenths = round(size / 1000**power * 10)
    if tenths >= 100 or tenths % 10 == 0:
        number = integer(round(size / 1000**power), lang)
    else:
        number = f"{tenths // 10}{'.' if lang == 'en' else ','}{tenths % 10}"
    return f"{number}{_NBSP}{units[power]}"


@cache
def _ukrainian_form() -> Callable[[int], str]:
    from babel import Locale  # 50 ms, and many a command counts nothing

    return Locale.parse("uk").plural_form
