"""Numbers by which the state and banks know a person, told from others by their arithmetic."""

from datetime import date, timedelta

_RNOKPP_WEIGHTS = (-1, 5, 7, 9, 4, 6, 10, 5, 7)
_RNOKPP_EPOCH = date(1899, 12, 31)
_OLDEST = 1925  # a person in documents of today
_TREASURY = ("820172", "899998")
"""Codes of the State Treasury Service, where councils and their taxes have accounts."""

_OF_PERSONS = ("2620", "2625", "2630", "2635")
"""Balance accounts of persons (NBU plan of accounts, class 2, group 26)."""


def is_rnokpp(digits: str) -> bool:
    """Say whether ten digits are a taxpayer's number: a birthday, then a right check digit.

    Ministry of Finance order 822 of 29.09.2017: the first five digits count days from
    31.12.1899. Codes of places (КОАТУУ) end in zeros and are none.
    """
    born = int(digits[:5])
    if digits.endswith("00000") or not is_day_of_life(_RNOKPP_EPOCH + timedelta(born)):
        return False
    total = sum(w * int(d) for w, d in zip(_RNOKPP_WEIGHTS, digits, strict=False))
    return total % 11 % 10 == int(digits[9])


def is_day_of_life(day: date) -> bool:
    """Say whether a person who lives now may have been born on that day."""
    return _OLDEST <= day.year <= 2100


def is_unzr(digits: str) -> bool:
    """Say whether thirteen digits may be a record of the demographic register: YYYYMMDD first.

    Cabinet resolution 302 of 25.03.2015, as the ID card shows it: «19800305-01234».
    """
    try:
        return is_day_of_life(date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])))
    except ValueError:
        return False


def is_iban(account: str) -> bool:
    """Say whether an account is one: the remainder by 97 is 1 (ISO 13616)."""
    turned = account[4:] + account[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def is_treasury(account: str) -> bool:
    """Say whether a Ukrainian account is the State Treasury's (NBU resolution 162 of 2018)."""
    return account[4:10] in _TREASURY


def is_of_a_person(account: str) -> bool:
    """Say whether a Ukrainian account is by its number a private person's."""
    return account[10:].lstrip("0").startswith(_OF_PERSONS)


def is_card(digits: str) -> bool:
    """Say whether sixteen digits may be a payment card's (ISO/IEC 7812: the Luhn sum)."""
    doubled = (int(d) * 2 for d in digits[-2::-2])
    total = sum(int(d) for d in digits[-1::-2]) + sum(n // 10 + n % 10 for n in doubled)
    return digits[0] in "3456" and total % 10 == 0


def masked(written: str) -> str:
    """Return what was found so that it can be recognised but not copied: «318•••••83»."""
    count = sum(sign.isalnum() for sign in written)
    shown, seen = "", 0
    for sign in written:
        seen += sign.isalnum()
        shown += sign if not sign.isalnum() or seen <= 3 or seen > count - 2 else "•"
    return shown
