"""The table of the register: the journey, the keyboard, and what happens when its index is lost."""

import json
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import OpenPage

ROOT = "/dokumenty/"
INDEX = re.compile(r"/dokumenty/(\d+)/perelik\.json$")
ACT_1 = "/dokumenty/miska-rada/rishennia/2025/1/"

SHIFTS = """new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) sum += shift.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 300);
})"""
"""How much of the page moved by itself (CLS)."""

WATCHED_SORT = """{
    const sort = Array.prototype.sort;
    window.largest = 0;
    Array.prototype.sort = function (compare) {
        window.largest = Math.max(window.largest, this.length);
        return sort.call(this, compare);
    };
}"""
"""Notes how many things were sorted at once: unlike time, it is the same on a busy machine."""


def said(page: Page) -> dict[str, str]:
    """Return what the address says of the choice."""
    return {name: value[0] for name, value in parse_qs(urlsplit(page.url).query).items()}


def numbers(page: Page) -> list[str]:
    """Return the numbers of the acts shown, in their order."""
    return page.locator(".acts-table__number").all_inner_texts()


def opened(page: Page) -> Page:
    """Open the table's form."""
    page.locator(".acts-table summary").click()
    return page


def test_choice_is_shown_addressed_and_taken_back(open_page: OpenPage, tiny: str) -> None:
    """Choose → rows, count, address; «back» returns to the former choice, then to the lists."""
    page = opened(open_page(tiny + ROOT))
    page.get_by_label("Чинність").select_option("Чинні")
    page.get_by_role("button", name="Показати", exact=True).click()
    status = page.locator(".acts-table [role=status]")
    expect(status).to_have_text("Знайдено: 1\xa0документ.")
    assert said(page) == {"рік": "2026", "чинність": "chynni", "порядок": "нові"}
    expect(page.locator(".cards")).to_be_hidden()
    page.get_by_label("Рік").select_option("Усі роки")
    page.get_by_role("button", name="Показати", exact=True).click()
    expect(status).to_have_text("Знайдено: 2\xa0документи.")
    assert numbers(page) == ["№ 2", "№ 1"]
    page.go_back()
    expect(status).to_have_text("Знайдено: 1\xa0документ.")
    expect(page.get_by_label("Рік")).to_have_value("2026")
    page.go_back()
    expect(page.locator(".cards")).to_be_visible()
    expect(page.locator(".acts-table__found")).to_be_hidden()


def test_address_of_a_choice_opens_it(open_page: OpenPage, tiny: str) -> None:
    """What one reader sent another shows the same; a row leads to the act."""
    page = open_page(f"{tiny}{ROOT}?рік=усі&слова=ПОРЯДОК води&тема=voda&нема=1&вид=вигаданий")
    expect(page.locator(".acts-table tbody tr")).to_have_count(1)
    expect(page.get_by_label("Номер або слова з назви")).to_have_value("ПОРЯДОК води")
    expect(page.get_by_label("Тема")).to_have_value("voda")
    expect(page.get_by_label("Вид")).to_have_value("")
    assert page.evaluate(SHIFTS) < 0.1
    page.locator(".acts-table tbody a").click()
    expect(page).to_have_url(tiny + ACT_1)


def test_table_by_keyboard(open_page: OpenPage, tiny: str) -> None:
    """Opened, asked and put in order without a mouse; the order is told to ears."""
    page = open_page(tiny + ROOT)
    page.locator(".acts-table summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("зразок")
    page.keyboard.press("Tab")
    page.keyboard.press("End")  # «Усі роки» is the last
    page.get_by_label("Номер або слова").press("Enter")
    expect(page.locator(".acts-table tbody tr")).to_have_count(2)
    button = page.get_by_role("button", name="Дата")
    head = page.locator("th", has=button)
    expect(head).to_have_attribute("aria-sort", "descending")
    button.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(page.locator(".acts-table__number").first).to_have_text("№ 1")
    assert said(page)["порядок"] == "давні"
    page.get_by_role("button", name="Документ", exact=True).press("Enter")
    expect(head).to_have_attribute("aria-sort", "none")
    expect(page.locator(".acts-table__number").first).to_have_text("№ 2")
    assert numbers(page) == ["№ 2", "№ 1"]  # «Про внесення…», «Про порядок…»


def test_lists_stay_when_the_index_does_not_come(
    open_page: OpenPage, tiny: str, complaints: list[str]
) -> None:
    """The reader is told, the lists are there, and another try works."""
    broken = {"now": True}

    def answer(route: Route) -> None:
        if broken["now"]:
            route.fulfill(status=503)
        else:
            route.continue_()

    page = open_page(f"{tiny}{ROOT}?рік=2026", prepare=lambda page: page.route(INDEX, answer))
    status = page.locator(".acts-table [role=status]")
    expect(status).to_contain_text("Перелік не завантажився.")
    expect(page.locator(".cards")).to_be_visible()
    assert all("503" in one for one in complaints)
    complaints.clear()  # the browser tells of the answer that the test gave
    broken["now"] = False
    page.get_by_role("button", name="Показати", exact=True).click()
    expect(status).to_contain_text("Знайдено: 1")


@pytest.mark.parametrize("width", [320, 1440])
def test_table_is_accessible_and_stays_within_the_page(
    width: int, open_page: OpenPage, tiny: str
) -> None:
    """Open and full, on a phone and on a desk."""
    page = open_page(f"{tiny}{ROOT}?рік=усі", width=width)
    expect(page.locator(".acts-table tbody tr")).to_have_count(2)
    expect(page.locator(".acts-table__more")).to_be_hidden()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_is_offered_without_scripts(open_page: OpenPage, tiny: str) -> None:
    """A form that could not answer is not shown; with scripts it takes its place at once."""
    page = open_page(tiny + ROOT, java_script_enabled=False)
    expect(page.locator(".acts-table")).to_be_hidden()
    expect(page.locator(".facets__panel")).to_be_visible()
    page = open_page(tiny + ROOT)
    expect(page.locator(".acts-table summary")).to_be_visible()
    assert page.evaluate(SHIFTS) == 0


def many(route: Route) -> None:
    """Answer with a thousand acts of whatever year is asked for."""
    found = INDEX.search(unquote(route.request.url))
    assert found
    acts = range(1000)
    columns = {
        "bodies": ["miska-rada"],
        "kinds": ["rishennia"],
        "day": [1201 - n % 28 for n in acts],
        "number": [f"{n}/{found[1]}" for n in acts],
        "slug": [f"{n}-{found[1]}" for n in acts],
        "topics": [""] * len(acts),
        "title": [f"Про {n * 7919 % 1000} зразкову назву звичної довжини" * 2 for n in acts],
        **{name: [0] * len(acts) for name in ("body", "kind", "status", "convocation")},
    }
    route.fulfill(body=json.dumps(columns), content_type="application/json")


def with_twenty_years(page: Page) -> None:
    """Let the form offer twenty years, and the index hold a thousand acts in each."""
    years = "".join(f'<option value="{year}">{year}</option>' for year in range(2024, 2006, -1))

    def answer(route: Route) -> None:
        answer = route.fetch()
        every = '<option value="усі">'
        route.fulfill(response=answer, body=answer.text().replace(every, years + every))

    page.add_init_script(WATCHED_SORT)
    page.route(f"**{ROOT}", answer)
    page.route(INDEX, many)


def test_twenty_thousand_acts_leave_the_page_alive(open_page: OpenPage, tiny: str) -> None:
    """All years in order by title: no more at once than a year to sort, fifty rows to draw."""
    page = opened(open_page(tiny + ROOT, prepare=with_twenty_years))
    page.get_by_label("Рік").select_option("Усі роки")
    page.get_by_label("Порядок").select_option("За назвою")
    page.get_by_role("button", name="Показати", exact=True).click()
    status = page.locator(".acts-table [role=status]")
    expect(status).to_have_text("Знайдено: 20\xa0000\xa0документів.")
    expect(page.locator(".acts-table tbody tr")).to_have_count(50)
    page.get_by_role("button", name="Показати ще").click()
    expect(page.locator(".acts-table tbody tr")).to_have_count(100)
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 51
    titles = page.locator(".acts-table__title a").all_inner_texts()
    assert titles == sorted(titles)
    assert page.evaluate("largest") == 1000


def test_titles_stand_in_the_order_of_the_alphabet(open_page: OpenPage, tiny: str) -> None:
    """Ґ after г, є after е, і and ї after и and before й, whatever their codes."""
    right = ["Вода", "Гора", "Ґанок", "Дім", "Ель", "Єдність", "Жито", "Ива", "Ігри", "Їжа", "Йод"]
    mixed = sorted(right)
    assert mixed != right
    columns = {
        "bodies": ["miska-rada"], "kinds": ["rishennia"], "title": mixed, "number": mixed,
        **{name: [""] * len(mixed) for name in ("slug", "topics")},
        **{name: [0] * len(mixed) for name in ("body", "kind", "status", "convocation", "day")},
    }  # fmt: skip

    def prepare(page: Page) -> None:
        page.route(INDEX, lambda route: route.fulfill(json=columns))

    page = open_page(f"{tiny}{ROOT}?рік=2026&порядок=назва", prepare=prepare)
    expect(page.locator(".acts-table tbody tr")).to_have_count(len(right))
    assert page.locator(".acts-table__title a").all_inner_texts() == right
