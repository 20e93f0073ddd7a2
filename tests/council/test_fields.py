from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from plugins.council import fields
from plugins.council.dates import KYIV
from plugins.council.header_yaml import Plain


def read(kind: Any, typed: object) -> object:
    """Return the value of a header key of this type."""
    return TypeAdapter(kind).validate_python(typed)


def refusal(kind: Any, typed: object) -> str:
    """Return what an editor is told of a wrong value."""
    with pytest.raises(ValidationError) as error:
        read(kind, typed)
    return str(error.value.errors()[0]["msg"]).removeprefix("Value error, ")


def test_text_is_one_line_without_what_nobody_sees() -> None:
    """Line ends, no-break spaces, soft hyphens and marks of direction go; letters stay."""
    typed = "  Гро\u00adмад\u200bські\n\u00a0 слухання\u202e"
    assert read(fields.Text, typed) == "Громадські слухання"


def test_text_that_yaml_takes_for_something_else_is_to_be_quoted() -> None:
    """An unquoted number is refused with the very words to write, a quoted one is text."""
    assert read(fields.Text, "2026") == "2026"
    assert refusal(fields.Text, Plain("2026")) == (
        'це схоже на число, а не на текст. Візьміть у лапки: "2026"'
    )


def test_what_is_verbatim_is_taken_as_meant() -> None:
    """A phone of digits alone is a phone."""
    assert read(fields.Verbatim, Plain("+380000000001")) == "+380000000001"


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1359", "1359"), ("0012", "0012"), ("№ 5/VІІІ–194", "5/VIII-194"), ("12-р", "12-р")],
)
def test_number(typed: str, number: str) -> None:
    """A number is a text in one spelling; its zeros stay."""
    assert read(fields.Number, Plain(typed)) == number


@pytest.mark.parametrize("typed", ["", "№", "---"])
def test_a_number_has_a_letter_or_a_digit(typed: str) -> None:
    """What could make no address is no number."""
    assert refusal(fields.Number, typed) == (
        f"«{typed}» – не номер. Напишіть його, як в акті, наприклад 5/VIII-194."
    )


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("так", True), ("Ні", False), ("true", True), ("NO", False), (True, True), (False, False)],
)
def test_truth(typed: object, answer: bool) -> None:
    """Answers are Ukrainian or YAML's."""
    assert read(fields.Truth, typed) is answer


@pytest.mark.parametrize("typed", ["1", "можливо", "", [], None])
def test_truth_is_never_guessed(typed: object) -> None:
    """Only an answer is an answer."""
    assert refusal(fields.Truth, typed).endswith("Напишіть «так» або «ні».")


def test_a_moment_is_of_kyiv_and_a_day_has_no_clock() -> None:
    """Dates come in two spellings; where only a day makes sense, a clock is refused."""
    assert read(fields.Moment, "23.11.2026 14:30") == datetime(2026, 11, 23, 14, 30, tzinfo=KYIV)
    assert read(fields.Day, "23.11.2026") == date(2026, 11, 23)
    assert refusal(fields.Day, "23.11.2026 14:30").startswith("тут потрібна лише дата")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("/a/", "/a/"),
        ("/a", "/a/"),
        ("/index.php/2019/a", "/index.php/2019/a/"),
        ("/a/index.html", "/a/"),
        ("/a.html", "/a.html"),
        ("/%D0%B0/", "/а/"),
        ("/Новини/", "/Новини/"),
    ],
)
def test_an_old_address_is_as_servers_know_it(typed: str, address: str) -> None:
    """It is decoded, and ends in a slash unless it was a file of HTML."""
    assert read(fields.Address, typed) == address
    assert read(fields.Address, address) == address


@pytest.mark.parametrize(
    "typed",
    [
        "a", "", "/", "//a/", "/a//b/", "/a/../b/", "/%2e%2e/", "/./", "/.htaccess", "/a b/",
        "/a%20b/", "/a?b", "/a#b", "/a\\b", "/%2541/", "/%00/", "https://example.org/a/",
        "/index.html", "/robots.txt", "/a.html/b/", '/"/', "/<b>/",
    ],
)  # fmt: skip
def test_what_is_no_old_address_is_refused(typed: str) -> None:
    """Neither another site, nor a way up, nor a file can be claimed."""
    assert f"«{typed}»" in refusal(fields.Address, typed)


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("images/a.jpg", "images/a.jpg"),
        ("content/images/a.jpg", "images/a.jpg"),
        ("./images/a.jpg", "images/a.jpg"),
        ("images\\a.jpg", "images/a.jpg"),
        (" файли/Мій файл.pdf ", "файли/Мій файл.pdf"),
    ],
)
def test_a_content_path_starts_at_content(typed: str, path: str) -> None:
    """The ways in which people write a path come to one."""
    assert read(fields.ContentPath, typed) == path


@pytest.mark.parametrize(
    "typed", ["", "/a", "../a", "a/../b", "a//b", "a/", ".git/config", "a/.b", "https://a.ua/b"]
)
def test_a_content_path_stays_inside(typed: str) -> None:
    """No path is absolute, climbs, or names a hidden file."""
    assert refusal(fields.ContentPath, typed).startswith(f"«{typed}» – не шлях у content/.")


@given(st.text())
def test_no_content_path_climbs(typed: str) -> None:
    """Whatever is typed, a path that is taken has neither empty nor dotted parts."""
    try:
        parts = fields.content_path(typed).split("/")
    except ValueError:
        return
    assert all(part and not part.startswith(".") for part in parts)


@pytest.mark.parametrize(
    "typed", ["https://example.org/a", "/kontakty/", "pages/kontakty.md", "tel:101", "mailto:a@b.c"]
)
def test_a_target(typed: str) -> None:
    """An alert leads to this site, to another one, to a phone or to mail."""
    assert read(fields.Target, typed) == typed


@pytest.mark.parametrize(
    "typed",
    ["javascript:alert(1)", "//example.org/", "/\\example.org", "../a", "data:a", "http://"],
)
def test_a_target_is_safe(typed: str) -> None:
    """Nothing leads to a script or, in disguise, to another site."""
    assert f"«{typed}» не є посиланням." in refusal(fields.Target, typed)


@pytest.mark.parametrize("typed", ["rada@example.org", "prес-1@sub.example.org", "a.b+c@d.e"])
def test_an_email(typed: str) -> None:
    """An address has two sides."""
    assert read(fields.Email, typed) == typed


@pytest.mark.parametrize("typed", ["", "rada", "a@b", "a@b.c?bcc=d@e.f", "a@b.c, d@e.f", "<a@b.c>"])
def test_what_is_no_email_is_refused(typed: str) -> None:
    """A link to write a letter cannot carry more than its address."""
    assert refusal(fields.Email, typed).startswith(f"«{typed}» не є поштовою адресою.")


def test_a_key_is_latin_and_several_keys_stand_in_brackets() -> None:
    """A slip is told from a list without brackets."""
    assert read(fields.Slug, "miska-rada") == "miska-rada"
    assert refusal(fields.Slug, "Вода").startswith("«Вода» – не ключ.")
    assert refusal(fields.Slug, "voda, transport").endswith("Напишіть [voda, transport].")


@pytest.mark.parametrize(("typed", "amount"), [("1", "1"), ("0.5", "0.5"), (" 2,25 ", "2.25")])
def test_an_amount(typed: str, amount: str) -> None:
    """Staff units come in halves and quarters, with a comma or a point."""
    assert read(fields.Amount, typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["одна", "-1", "1.2.3", "", "1e3", "١"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    """Words, negative numbers and digits of other scripts are none."""
    assert "не кількість" in refusal(fields.Amount, typed)
