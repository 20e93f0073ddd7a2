"""How an office program writes a number (ECMA-376, part 1, 17.18.59 ST_NumberFormat)."""

# As the standard lists the letters of «russianLower», which Ukrainian Word uses for а), б), в).
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэюя"
_UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = {
    "lowerLetter": _LATIN,
    "upperLetter": _LATIN.upper(),
    "russianLower": _CYRILLIC,
    "russianUpper": _CYRILLIC.upper(),
    "ukrainianLower": _UKRAINIAN,
    "ukrainianUpper": _UKRAINIAN.upper(),
}
_NOTHING = {"none", "bullet"}


def written(number: int, format_: str) -> str:
    """Return a number as Word shows it; an unknown format counts in digits."""
    if format_ in _NOTHING:
        return ""
    if letters := _LETTERS.get(format_):
        place = max(number, 1) - 1
        return letters[place % len(letters)] * (place // len(letters) + 1)
    if format_ in ("lowerRoman", "upperRoman"):
        made = _roman(number)
        return made if format_ == "lowerRoman" else made.upper()
    return f"{number:02}" if format_ == "decimalZero" else str(number)


def _roman(number: int) -> str:
    made = ""
    for worth, sign in _ROMAN:
        made += sign * (number // worth)
        number %= worth
    return made
