"""What readers come for, from the first click to the last, on the tiny council's site."""

from urllib.parse import parse_qs, quote, urljoin, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.site.built_site import URL

ACT_1 = "/dokumenty/miska-rada/rishennia/2025/1/"
ACT_2 = "/dokumenty/miska-rada/rishennia/2026/2/"


def follow(page: Page, within: str, name: str) -> None:
    """Click the link with these words in a part of the page."""
    page.locator(within).get_by_role("link", name=name).first.click()


def test_from_home_to_what_an_act_amends(open_page: OpenPage, tiny: str) -> None:
    """Home → documents → body → year → act → the act that it amends, which names it back."""
    page = open_page(f"{tiny}/")
    follow(page, ".hero__tasks", "Знайти рішення")
    follow(page, "main", "Міська рада")
    expect(page).to_have_url(f"{tiny}/dokumenty/miska-rada/")
    follow(page, ".periods", "2026")
    follow(page, ".cards", "Про внесення змін до рішення № 1 (зразок)")
    expect(page).to_have_url(tiny + ACT_2)
    page.locator(".related", has_text="Змінює").get_by_role("link").click()
    expect(page).to_have_url(tiny + ACT_1)
    expect(page.locator(".related", has_text="Змінено актами")).to_contain_text("Рішення № 2")


def test_from_a_deputy_to_what_an_act_amends(open_page: OpenPage, tiny: str) -> None:
    """Deputy → vote → question → act → what it changes, and back from the act to the session."""
    page = open_page(f"{tiny}/posadovi-osoby/zrazkovyi-deputat-pershyi/")
    expect(page.locator("svg[role=img] title")).to_have_count(1)
    page.locator(".ballots summary").first.click()
    follow(page, ".ballots", "1. Про внесення змін")
    expect(page).to_have_url(f"{tiny}/sesii/miska-rada/2026/sesiia-1/#pytannia-1")
    question = page.locator("#pytannia-1")
    expect(question).to_contain_text("Прийнято. За – 2")
    question.locator("summary").click()
    expect(question.get_by_role("link", name="Зразкова Депутатка Друга")).to_be_visible()
    follow(page, "#pytannia-1", "Рішення № 2")
    expect(page).to_have_url(tiny + ACT_2)
    expect(page.locator(".related", has_text="Розглянуто на сесії")).to_contain_text("питання 1")
    page.locator(".related", has_text="Змінює").get_by_role("link").click()
    expect(page).to_have_url(tiny + ACT_1)


def test_breadcrumbs_lead_back(open_page: OpenPage, tiny: str) -> None:
    """From an act one climbs to its year, its kind, its body, all documents and the home page."""
    page = open_page(tiny + ACT_1)
    for address in ("rishennia/2025/", "rishennia/", "", "..", "../.."):
        page.locator(".breadcrumbs a").last.click()
        expect(page).to_have_url(urljoin(f"{tiny}/dokumenty/miska-rada/", address))


def test_from_landing_to_year_and_back(open_page: OpenPage, tiny: str) -> None:
    """A list has no numbered pages: its landing leads to a year, that to the next one and back."""
    page = open_page(f"{tiny}/dokumenty/")
    expect(page.locator(".card")).to_have_count(2)
    follow(page, ".periods", "2025")
    expect(page).to_have_url(f"{tiny}/dokumenty/2025/")
    expect(page.locator(".card")).to_have_count(1)
    follow(page, ".neighbours", "2026")
    expect(page).to_have_url(f"{tiny}/dokumenty/2026/")
    follow(page, ".breadcrumbs", "Документи")
    expect(page).to_have_url(f"{tiny}/dokumenty/")


def test_other_language_and_back(open_page: OpenPage, tiny: str) -> None:
    """A page with a translation leads to it, and that leads back."""
    for ukrainian, english in (("/", "/en/"), ("/kontakty/", "/en/contacts/")):
        page = open_page(tiny + ukrainian)
        page.locator(".header__languages a[hreflang=en]").click()
        expect(page).to_have_url(tiny + english)
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.locator(".header__languages a[hreflang=uk]").click()
        expect(page).to_have_url(tiny + ukrainian)


@pytest.mark.parametrize("scripts", [True, False])
def test_search_form(scripts: bool, open_page: OpenPage, tiny: str) -> None:
    """The loupe leads to a form; what one looks for comes to the search page by its address."""
    page = open_page(f"{tiny}/", java_script_enabled=scripts)
    page.locator(".header__search").click()
    page.get_by_label("Слова, які шукаєте").fill("вода влітку")
    page.get_by_role("button", name="Шукати").click()
    expect(page).to_have_url(f"{tiny}/poshuk/?q={quote('вода')}+{quote('влітку')}")
    expect(page.locator("h1")).to_have_text("Пошук")


def test_wrong_address(open_page: OpenPage, tiny: str, complaints: list[str]) -> None:
    """A wrong address answers 404 with a page that helps on, whatever the depth of the address."""
    page = open_page(f"{tiny}/nema/takoi/storinky/")
    expect(page.locator("h1")).to_have_text("Сторінку не знайдено")
    answer = page.reload()
    assert answer is not None and answer.status == 404
    follow(page, "main", "На головну")
    expect(page).to_have_url(f"{tiny}/")
    assert all("404" in one for one in complaints)
    complaints.clear()  # the browser tells of the answer 404, which is what was asked for


def test_old_address_leads_to_the_new_one(open_page: OpenPage, tiny: str) -> None:
    """An address of the former site takes the reader to where the text is now."""
    page = open_page(f"{tiny}/stari-kontakty/", java_script_enabled=False)
    page.wait_for_url(f"{tiny}/kontakty/")
    expect(page.locator("h1")).to_have_text("Контакти")


def test_letter_about_a_mistake(open_page: OpenPage, tiny: str) -> None:
    """«Повідомити про помилку» begins a letter that names the page and its address."""
    page = open_page(tiny + ACT_1)
    link = page.get_by_role("link", name="Повідомити про помилку")
    letter = urlsplit(link.get_attribute("href") or "")
    asked = parse_qs(letter.query)
    assert (letter.scheme, letter.path) == ("mailto", "pomylky@example.org")
    assert asked["subject"] == ["Помилка на сторінці: Про порядок подачі води (зразок)"]
    assert asked["body"][0].startswith(f"Сторінка: {URL}{ACT_1}\n")


def test_link_to_a_point_of_an_act(open_page: OpenPage, tiny: str) -> None:
    """An address of a point shows that very point, marked."""
    page = open_page(f"{tiny}{ACT_1}#rozdil-1-punkt-1.1", width=360)
    point = page.locator("[id='rozdil-1-punkt-1.1']")
    expect(point).to_be_in_viewport()
    assert point.evaluate("e => e.matches(':target')")


def test_attachment_is_downloaded(open_page: OpenPage, tiny: str) -> None:
    """A file beside a text says what it is, and is there."""
    page = open_page(tiny + ACT_2)
    item = page.locator(".attachments__list li")
    expect(item).to_contain_text("PDF, 491")
    expect(item).to_contain_text("1 сторінка")
    answer = page.request.get(tiny + (item.get_by_role("link").get_attribute("href") or ""))
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")
