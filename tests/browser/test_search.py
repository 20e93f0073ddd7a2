"""Searching on the page and in the small box: every state that a reader may meet."""

import json
import zlib
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.accessibility import violations
from tests.browser.conftest import OpenPage
from tests.browser.test_journeys import ACT_1

RESULTS = ".search__results > li"


def asked(url: str, query: str, more: str = "") -> str:
    """Return the address of a search."""
    return f"{url}/poshuk/?q={quote(query)}{more}"


def test_address_is_a_search(open_page: OpenPage, tiny: str) -> None:
    """An address with a query shows its results: plain links in a list, all forms marked."""
    page = open_page(asked(tiny, "подачею води"))
    first = page.locator(RESULTS).first
    expect(first.get_by_role("link")).to_have_attribute("href", ACT_1)
    expect(first.locator("h2 mark").first).to_have_text("подачі")
    expect(page.get_by_role("status").first).to_contain_text("Знайдено")
    expect(page.get_by_label("Слова, які шукаєте")).to_have_value("подачею води")
    assert page.locator(".search__results").evaluate("e => e.tagName") == "OL"


def test_phrase_in_quotes(open_page: OpenPage, tiny: str) -> None:
    """Only the words as typed are marked; of a phrase that stands nowhere the words are offered."""
    page = open_page(asked(tiny, "«подачі води»"))
    first = page.locator(RESULTS).first
    expect(first.get_by_role("link")).to_have_attribute("href", ACT_1)
    assert {one.lower() for one in first.locator("mark").all_inner_texts()} == {"подачі", "води"}
    page = open_page(asked(tiny, "«води подачі»"))
    expect(page.get_by_role("status").first).to_have_text("Нічого не знайдено.")
    page.get_by_role("link", name="води подачі").click()
    expect(page.locator(RESULTS).first.get_by_role("link")).to_have_attribute("href", ACT_1)


@pytest.mark.parametrize("width", [320, 1280])
def test_results_are_accessible(width: int, open_page: OpenPage, tiny: str) -> None:
    """axe finds nothing, and nothing sticks out of a narrow screen."""
    page = open_page(asked(tiny, "зразок"), width=width)
    expect(page.locator(RESULTS).first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_results_come_while_one_types(open_page: OpenPage, tiny: str) -> None:
    """Without a press of the button; the address follows, so that it can be sent to somebody."""
    page = open_page(f"{tiny}/poshuk/")
    page.get_by_label("Слова, які шукаєте").press_sequentially("зразкова", delay=20)
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page).to_have_url(asked(tiny, "зразкова"))


def test_choice_and_the_way_back(open_page: OpenPage, tiny: str) -> None:
    """A chosen kind narrows the list, stands in the address, and the back button takes it back."""
    page = open_page(asked(tiny, "зразок"))
    kind = page.get_by_label("Вид", exact=True)
    expect(kind.locator("option", has_text="Рішення (2)")).to_have_count(1)
    before = page.get_by_role("status").first.inner_text()
    kind.select_option("rishennia")
    expect(page.get_by_role("status").first).to_have_text("Знайдено 2 матеріали.")
    expect(page).to_have_url(asked(tiny, "зразок", "&type=rishennia"))
    page.get_by_label("Порядок").select_option("old")
    expect(page.locator(f"{RESULTS} time").first).to_have_attribute("datetime", "2025-03-14")
    page.go_back()
    page.go_back()
    expect(page.get_by_role("status").first).to_have_text(before)
    expect(kind).to_have_value("")


def test_next_page_of_results(open_page: OpenPage, tiny: str) -> None:
    """Ten at a time; the second page goes on counting and stands in the address."""
    page = open_page(asked(tiny, "зразок"))
    page.get_by_role("link", name="Наступні").click()
    expect(page).to_have_url(asked(tiny, "зразок", "&page=2"))
    expect(page.locator(".search__results")).to_have_attribute("start", "11")
    page.reload()
    expect(page.locator(".search__results")).to_have_attribute("start", "11")
    page.get_by_role("link", name="Попередні").click()
    expect(page.locator(RESULTS)).to_have_count(10)


def test_what_was_meant(open_page: OpenPage, tiny: str) -> None:
    """A mistyped query shows the results of what was meant, and offers that."""
    page = open_page(asked(tiny, "gjlfxf"))
    expect(page.locator(".search__meant")).to_have_text("Можливо, ви шукали: подача")
    expect(page.locator(RESULTS).first.get_by_role("link")).to_have_attribute("href", ACT_1)
    page.get_by_role("link", name="подача", exact=True).click()
    expect(page).to_have_url(asked(tiny, "подача"))
    expect(page.locator(".search__meant")).to_be_hidden()


def test_nothing_found(open_page: OpenPage, tiny: str) -> None:
    """That there is nothing is said at once, with advice."""
    page = open_page(asked(tiny, "йцукенгшщ"))
    expect(page.get_by_role("status").first).to_have_text("Нічого не знайдено.")
    expect(page.locator(".search__meant")).to_contain_text("спробуйте інше слово")
    expect(page.locator(RESULTS)).to_have_count(0)
    assert violations(page) == []


def test_index_that_does_not_load(open_page: OpenPage, tiny: str, complaints: list[str]) -> None:
    """A broken connection is told; once it is back the same words find."""

    def cut(page: Page) -> None:
        page.route("**/poshuk/data/**", lambda route: route.abort())

    page = open_page(asked(tiny, "зразок"), prepare=cut)
    expect(page.get_by_role("status").first).to_contain_text("Пошук зараз не працює")
    expect(page.locator("#browse")).to_be_visible()
    page.unroute("**/poshuk/data/**")
    page.get_by_role("button", name="Шукати").click()
    expect(page.locator(RESULTS).first).to_be_visible()
    assert all("ERR_FAILED" in one for one in complaints)
    complaints.clear()  # the browser tells of each request that was cut


@pytest.mark.parametrize(
    ("files", "status", "body"),
    [
        ("index.json", 500, ""), ("index.json", 404, ""), ("index.json", 200, "<h1>Увійдіть</h1>"),
        ("p*/*", 500, ""), ("f*/*", 404, ""), ("f*/*", 200, "<h1>Увійдіть</h1>"), ("c/*", 503, ""),
        ("facets", 200, ""),
    ],
)  # fmt: skip
def test_index_that_answers_wrongly(
    files: str, status: int, body: str, open_page: OpenPage, tiny: str, complaints: list[str]
) -> None:
    """An error of the server, a page of a network that wants a login: said, nothing breaks."""

    def answer(page: Page) -> None:
        page.route(
            f"**/poshuk/data/{files}",
            lambda route: route.fulfill(status=status, body=body, content_type="text/html"),
        )

    page = open_page(asked(tiny, "зразок"), prepare=answer)
    expect(page.get_by_role("status").first).to_contain_text("Пошук зараз не працює")
    expect(page.locator(RESULTS)).to_have_count(0)
    assert violations(page) == []
    assert all("Failed to load resource" in one for one in complaints)
    complaints.clear()


def test_offline(open_page: OpenPage, tiny: str, complaints: list[str]) -> None:
    """What was loaded goes on; what was not is told, and found when the network is back."""
    page = open_page(asked(tiny, "зразок"))
    expect(page.locator(RESULTS).first).to_be_visible()
    page.context.set_offline(True)
    page.get_by_label("Слова, які шукаєте").fill("подача")
    page.get_by_role("button", name="Шукати").click()
    expect(page.get_by_role("status").first).to_contain_text("Пошук зараз не працює")
    page.context.set_offline(False)
    page.get_by_role("button", name="Шукати").click()
    expect(page.locator(RESULTS).first.get_by_role("link")).to_have_attribute("href", ACT_1)
    assert all("ERR_INTERNET_DISCONNECTED" in one for one in complaints)
    complaints.clear()


def test_slow_network(open_page: OpenPage, tiny: str) -> None:
    """While the index is on its way, that is said."""
    held: list[Route] = []
    page = open_page(
        asked(tiny, "зразок"),
        prepare=lambda page: page.route("**/poshuk/data/index.json", lambda one: held.append(one)),
    )
    status = page.get_by_role("status").first
    expect(status).to_have_text("Шукаємо…")
    held[0].continue_()
    expect(status).to_contain_text("Знайдено")
    expect(page.locator(RESULTS).first).to_be_visible()


HOSTILE = '<img src="x" onerror="document.title=1"><script>document.title=2</script>'


def test_signs_of_markup_stay_signs(open_page: OpenPage, tiny: str) -> None:
    """A title, an excerpt or a query that looks like HTML is shown letter by letter."""

    def spoil(route: Route) -> None:
        cards = json.loads(zlib.decompress(route.fetch().body(), wbits=31))
        for card in cards.values():
            card[1], card[5] = f"{HOSTILE} {card[1]}", f"{HOSTILE} {card[5]}"
        route.fulfill(body=zlib.compress(json.dumps(cards).encode(), wbits=31))

    page = open_page(
        asked(tiny, f"зразок {HOSTILE}"),
        prepare=lambda page: page.route("**/poshuk/data/c/*", spoil),
    )
    first = page.locator(RESULTS).first
    expect(first.get_by_role("link")).to_contain_text(HOSTILE)
    expect(first.locator(".search__excerpt")).to_contain_text(HOSTILE)
    expect(page.get_by_label("Слова, які шукаєте")).to_have_value(f"зразок {HOSTILE}")
    assert page.locator(".search img, .search__found script").count() == 0
    assert page.title() not in ("1", "2")


@pytest.mark.parametrize("query", ["зразок (*+?[^$|\\{", "зразок " * 3000, "зразок " + "я" * 9000])
def test_strange_queries(query: str, open_page: OpenPage, tiny: str) -> None:
    """Signs of regular expressions mean nothing; of a pasted book the beginning is looked for."""
    requests: list[str] = []
    page = open_page(
        f"{tiny}/poshuk/",
        prepare=lambda page: page.on("request", lambda one: requests.append(one.url)),
    )
    page.get_by_label("Слова, які шукаєте").fill(query)
    expect(page.locator(RESULTS).first).to_be_visible()
    assert len(requests) < 100


def test_topics_are_counted(open_page: OpenPage, tiny: str) -> None:
    """How much there is of a topic is seen before it is chosen, and so is a word's share of it."""
    page = open_page(asked(tiny, "зразок"))
    topic = page.get_by_label("Тема", exact=True)
    expect(topic.locator("option", has_text="Вода (")).to_have_count(1)
    said = topic.locator('option[value="voda"]').inner_text()
    topic.select_option("voda")
    expect(page.locator(RESULTS)).to_have_count(int(said.removeprefix("Вода (").rstrip(")")))
    expect(topic.locator("option:checked")).to_have_text(said)


def test_topics_are_read_when_looked_for(open_page: OpenPage, tiny: str) -> None:
    """On a phone what can be chosen is closed, and its columns are not downloaded."""
    requests: list[str] = []
    page = open_page(
        asked(tiny, "зразок"),
        width=360,
        prepare=lambda page: page.on("request", lambda one: requests.append(one.url)),
    )
    expect(page.locator(RESULTS).first).to_be_visible()
    assert not [one for one in requests if one.endswith("/topics")]
    page.locator(".search__narrow summary").click()
    expect(
        page.get_by_label("Тема", exact=True).locator("option", has_text="Вода (")
    ).to_have_count(1)


def test_small_box_without_an_index(open_page: OpenPage, tiny: str, complaints: list[str]) -> None:
    """Without an index the box offers nothing and still leads to the page that says so."""
    page = open_page(
        f"{tiny}/kontakty/",
        prepare=lambda page: page.route(
            "**/poshuk/data/**", lambda route: route.fulfill(status=500)
        ),
    )
    page.locator(".header__search").click()
    page.locator("#find-q").fill("подача")
    page.wait_for_timeout(500)
    expect(page.locator(".find li")).to_have_count(0)
    page.locator("#find-q").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Пошук зараз не працює")
    assert all("Failed to load resource" in one for one in complaints)
    complaints.clear()


def test_without_scripts(open_page: OpenPage, tiny: str) -> None:
    """Without JavaScript the page says so and leads to the sections; no empty controls."""
    page = open_page(asked(tiny, "зразок"), java_script_enabled=False)
    expect(page.locator(".search__note")).to_contain_text("JavaScript")
    expect(page.get_by_label("Вид", exact=True)).to_be_hidden()
    page.locator(".search__sections").get_by_role("link", name="Документи").click()
    expect(page).to_have_url(f"{tiny}/dokumenty/")


def test_small_box_by_keyboard(open_page: OpenPage, tiny: str) -> None:
    """The loupe opens a box; titles come while one types, arrows walk them, Escape closes."""
    page = open_page(f"{tiny}/kontakty/", width=360)
    loupe = page.locator(".header__search")
    loupe.focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("search")
    expect(box.get_by_label("Слова, які шукаєте")).to_be_focused()
    page.keyboard.type("подача")
    expect(box.get_by_role("link").first).to_have_attribute("href", ACT_1)
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    expect(box.get_by_role("link").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(loupe).to_be_focused()
    loupe.press(" ")
    box.get_by_label("Слова, які шукаєте").press("Enter")
    expect(page).to_have_url(asked(tiny, "подача"))
    expect(page.locator(RESULTS).first).to_be_visible()


def test_code_of_the_search_is_loaded_when_used(open_page: OpenPage, tiny: str) -> None:
    """A page asks neither for the code nor for the index until somebody searches."""
    addresses: list[str] = []

    def listen(page: Page) -> None:
        page.on("request", lambda request: addresses.append(request.url))

    page = open_page(f"{tiny}/", prepare=listen)
    page.wait_for_load_state("networkidle")
    assert not [one for one in addresses if "search" in one or "poshuk" in one]
    page.locator(".header__search").click()
    page.locator("#find-q").fill("подача")
    expect(page.locator(".find li").first).to_be_visible()
    assert [one for one in addresses if "/static/search." in one]


def test_late_answer_does_not_replace_a_newer_one(open_page: OpenPage, tiny: str) -> None:
    """What was typed last is what is shown, in whatever order answers come."""
    held: list[Route] = []
    free: list[bool] = []

    def hold(route: Route) -> None:
        if free:
            route.continue_()
        else:
            held.append(route)

    def slow(page: Page) -> None:
        page.route("**/poshuk/data/f*/*", hold)

    page = open_page(asked(tiny, "подача"), prepare=slow)
    page.wait_for_timeout(300)
    free.append(True)
    page.get_by_label("Слова, які шукаєте").fill("голова")
    page.wait_for_timeout(300)
    for route in held:
        route.continue_()
    page.wait_for_timeout(500)
    expect(page).to_have_url(asked(tiny, "голова"))
    expect(page.locator(RESULTS, has_text="Про порядок подачі води")).to_have_count(0)
