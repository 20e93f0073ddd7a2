"""A printed page: the text with its requisites, nothing to click."""

from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import OpenPage
from tests.site.built_site import URL

ACT = "/dokumenty/miska-rada/rishennia/2025/1/"
NEWS = "/novyny/2026/nasosna-stantsiia/"


def squeezed(words: str) -> str:
    """Return words without white space, which a PDF does not keep."""
    return "".join(words.split())


def printed(open_page: OpenPage, url: str) -> str:
    """Return the words of a page as it comes out of a printer, squeezed."""
    pdf = PdfReader(BytesIO(open_page(url).pdf(format="A4")))
    return squeezed("".join(page.extract_text() for page in pdf.pages))


def test_act_on_paper_has_its_requisites(open_page: OpenPage, tiny: str) -> None:
    """Who adopted what, when and under which number, the points as typed, where it comes from."""
    words = printed(open_page, tiny + ACT)
    for expected in (
        "Зразкова міська рада. Рішення № 1 від 14 березня 2025",
        "Про порядок подачі води (зразок)",
        "2-1. Номери лишаються такими, як їх набрано.",
        "Набирає чинності 18 березня 2025",
        f"Надруковано зі сторінки {URL}{ACT}",
        f"Коротка адреса {URL.partition('://')[2]}/a/mr/r/2025/1/",
    ):
        assert squeezed(expected) in words


@pytest.mark.parametrize("address", [ACT, NEWS])
def test_paper_has_no_navigation(address: str, open_page: OpenPage, tiny: str) -> None:
    """Nothing that is only for clicking is printed."""
    words = printed(open_page, tiny + address)
    clickable = (
        "Меню", "Пошук", "Головна", "Перейти до змісту", "Повідомити про помилку", "Нагору",
        "Давніше", "Новіше", "Посадові особи", "In English",
    )  # fmt: skip
    assert [one for one in clickable if squeezed(one) in words] == []


def test_code_of_the_short_address_is_for_paper(open_page: OpenPage, tiny: str) -> None:
    """A camera reads it from paper; on a screen one follows the link."""
    page = open_page(tiny + ACT)
    code = page.locator("svg.qr")
    expect(code).to_be_hidden()
    page.emulate_media(media="print")
    expect(code).to_be_visible()
    box = code.bounding_box()
    assert box is not None and box["width"] == box["height"] > 110  # px, 30 mm
    page.emulate_media(media="screen")
    page.get_by_role("link", name="/a/mr/r/2025/1/").click()
    expect(page).to_have_url(tiny + ACT)
