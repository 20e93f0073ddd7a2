from typing import Any

import pytest

from plugins.council.addresses import SECTIONS, address, identity
from plugins.council.header import KINDS, Header

ACT = {"body": "miska-rada", "kind": "rishennia", "number": "5/VIII-194", "adopted": "2021-02-24"}
BILL = {
    "body": "miska-rada",
    "kind": "rishennia",
    "number": "p-2026-014",
    "published": "2026-11-10",
}
SESSION = {"body": "miska-rada", "convocation": "8", "number": "61", "date": "2026-11-27"}
MINUTES = {"body": "miska-rada", "date": "2026-11-27"}
ALERT = {"level": "info", "starts": "2026-11-01"}


def header(kind: str, /, **keys: Any) -> Header:
    """Return a header of the kind of a folder."""
    return KINDS[kind].model_validate({"title": "Зразок", **keys})


@pytest.mark.parametrize(
    ("path", "keys", "expected"),
    [
        (
            "news/2026/2026-11-23-remont-vodohonu.md",
            {"date": "2026-11-23"},
            "/novyny/2026/remont-vodohonu/",
        ),
        ("news/Літні читання.md", {"date": "2025-06-18"}, "/novyny/2025/litni-chytannia/"),
        ("news/2026/2026-11-23.md", {"date": "2026-11-23"}, "/novyny/2026/2026-11-23/"),
        (
            "announcements/2026/2026-12-01-hromadski-slukhannia.md",
            {"date": "2026-11-20"},
            "/oholoshennia/2026/hromadski-slukhannia/",
        ),
        ("reports/2026/zvit.2026.md", {"date": "2026-10-15"}, "/zvity/2026/zvit-2026/"),
        ("acts/2021/a.md", ACT, "/dokumenty/miska-rada/rishennia/2021/5-viii-194/"),
        (
            "acts/2021/a.md",
            {**ACT, "number": "0012-р"},
            "/dokumenty/miska-rada/rishennia/2021/0012-r/",
        ),
        ("bills/b.md", BILL, "/proiekty/miska-rada/2026/p-2026-014/"),
        ("minutes/2026/sesiia-62.md", MINUTES, "/protokoly/miska-rada/2026/sesiia-62/"),
        ("sessions/2026/2026-11-27-sesiia-61.md", SESSION, "/sesii/miska-rada/2026/sesiia-61/"),
        ("pages/kontakty.md", {}, "/kontakty/"),
        ("pages/Про місто/Історія.md", {}, "/pro-misto/istoriia/"),
        ("pages/en/contacts.md", {"lang": "en"}, "/en/contacts/"),
        ("pages/contacts.en.md", {"lang": "en"}, "/en/contacts/"),
        ("pages/about/contacts.en.md", {"lang": "en"}, "/en/about/contacts/"),
        ("news/2026/a.en.md", {"date": "2026-11-23", "lang": "en"}, "/en/novyny/2026/a/"),
        (
            "acts/2021/a.md",
            {**ACT, "lang": "en"},
            "/en/dokumenty/miska-rada/rishennia/2021/5-viii-194/",
        ),
        ("units/viddil.md", {}, "/pidrozdily/viddil/"),
        ("people/zhurnalist.md", {}, "/posadovi-osoby/zhurnalist/"),
        ("services/dovidka.md", {}, "/posluhy/dovidka/"),
        ("alerts/2026-11-24-voda.md", ALERT, "/spovishchennia/voda/"),
    ],
)  # fmt: skip
def test_address(path: str, keys: dict[str, Any], expected: str) -> None:
    """Folder, year, number and file name make the address; it ends in a slash."""
    kind = path.split("/")[0]
    assert address(kind, path, header(kind, **keys)) == expected


def test_a_retitle_moves_nothing() -> None:
    """The title has no part in an address."""
    one, other = (header("pages", title=title) for title in ("Одна", "Інша"))
    assert address("pages", "pages/a.md", one) == address("pages", "pages/a.md", other)


def test_the_year_is_that_of_kyiv() -> None:
    """A news item of New Year's first hour stands in the new year, wherever it is built."""
    item = header("news", date="2027-01-01 00:30")
    assert address("news", "news/2026/a.md", item) == "/novyny/2027/a/"


@pytest.mark.parametrize(
    ("path", "keys", "expected"),
    [
        ("acts/2021/a.md", ACT, "miska-rada/rishennia/2021/5-viii-194"),
        ("bills/b.md", BILL, "miska-rada/proiekty/2026/p-2026-014"),
        ("news/2026/a.md", {"date": "2026-11-23"}, "novyny/2026/a"),
        ("minutes/2026/sesiia-62.md", MINUTES, "protokoly/miska-rada/2026/sesiia-62"),
        ("sessions/2026/a.md", SESSION, "miska-rada/sesii/8/61"),
        ("pages/a/b.en.md", {"lang": "en"}, "en/a/b"),
    ],
)
def test_identity(path: str, keys: dict[str, Any], expected: str) -> None:
    """Acts, bills and sessions are called as the law names them, other texts by their address."""
    kind = path.split("/")[0]
    made = header(kind, **keys)
    assert identity(made, address(kind, path, made)) == expected


def test_every_kind_has_a_section_but_pages() -> None:
    """A folder of content has a first part of the address; pages stand at the root."""
    assert {*SECTIONS, "pages"} == set(KINDS)


def test_a_file_name_without_letters_is_refused() -> None:
    """There is no address to make of three dots."""
    with pytest.raises(ValueError, match="з «…» не виходить адреса"):
        address("pages", "pages/….md", header("pages"))
