"""What is wrong with the data of the site is told by file and line."""

import pytest

from plugins.incremental.settings import Settings
from tests.checks.test_checks import added, problems, settings

__all__ = ["settings"]  # the fixture

NAME = "name: {uk: Зразкова рада}\n"


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("data/site.yaml", NAME + "meny: []\n",
         "data/site.yaml:2: дані: невідомий ключ «meny». Можливо, «menu»? (data)"),
        ("data/site.yaml", NAME + "email: javascript:alert(1)\n",
         "data/site.yaml:2: дані: email: «javascript:alert(1)» не є поштовою адресою. "
         "Напишіть її так: nazva@domen.ua. (data)"),
        ("data/site.yaml", NAME + "menu:\n  - {title: Новини, url: /novyny/}\n"
         "  - title: Послуги\n    url: posluhy\n",
         "data/site.yaml:5: дані: «menu → 1 → url» записано не так. "
         "Пункт меню – це «- {title: {uk: Новини, en: News}, url: /novyny/}». (data)"),
        ("data/site.yaml", NAME + "footer:\n  - title: Рада\n    links:\n      - {title: Хто}\n",
         "data/site.yaml:5: дані: «footer → 0 → links → 0 → url» записано не так. "
         "Пункт меню – це «- {title: {uk: Новини, en: News}, url: /novyny/}». (data)"),
        ("data/topics.yaml", "voda: Вода\n# далі\nТранспорт: Транспорт\n",
         "data/topics.yaml:3: дані: ключ «Транспорт» пишуть малими латинськими літерами "
         "через дефіс: miska-rada. (data)"),
        ("data/topics.yaml", "- {id: voda, name: Вода}\n- {name: Транспорт}\n",
         "data/topics.yaml:2: дані: кожен запис списку потребує ключа: "
         "«- {id: voda, name: Вода}». (data)"),
        ("data/site.yaml", NAME + "report_errors_to: rada\n",
         "data/site.yaml:2: дані: report_errors_to: «rada» не є поштовою адресою. "
         "Напишіть її так: nazva@domen.ua. (data)"),
        ("data/bodies.yaml", "miska-rada:\n  convocations:\n    - {number: 8, from: 2026-02-31}\n",
         "data/bodies.yaml:3: дані: «2026-02-31» – не дата. "
         "Напишіть справжню: 2026-11-23, або візьміть у лапки. (data)"),
        ("data/topics.yaml", "voda: Вода\ntransport: Тран\u202eспорт\n",
         "data/topics.yaml:2: дані: у рядку невидимий знак. Наберіть його наново. (data)"),
        ("data/moved.tsv", "# старе\n/a/\thttps://example.org/\n",
         "data/moved.tsv:2: дані: рядок не читається. "
         "Напишіть: /stara-adresa/, табуляція, /nova-adresa/. (data)"),
        ("data/moved.tsv", "/a/\t/nema/\n",
         "data/moved.tsv:1: дані: нова адреса /nema/ нікуди не веде. "
         "Виправте її або вилучіть рядок. (data)"),
        ("data/moved.tsv", "/a/\t/a/\n",
         "data/moved.tsv:1: дані: адреса /a/ веде сама на себе. Вилучіть рядок. (data)"),
        ("data/moved.tsv", "/novyny/\t/kontakty/\n",
         "data/moved.tsv:1: дані: на адресу /novyny/ претендують два матеріали. "
         "Вилучіть цей рядок. (address-twice)"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_data_is_told(
    path: str, text: str, said: str, settings: Settings
) -> None:
    """Keys, contacts, addresses of the former site."""
    with added(path, text.encode(), settings):
        assert problems(settings) == [said]


def test_a_plain_word_is_a_name(settings: Settings) -> None:
    """A title in the menu may be a plain word, its page may come later; remarks in a list pass."""
    with added("data/site.yaml", "name: Зразкова рада\n".encode(), settings):
        assert problems(settings) == []
    menu = NAME + "menu: [{title: Новини, url: /novyny/}, {title: Бюджет, url: /biudzhet/}]\n"
    with added("data/site.yaml", menu.encode(), settings):
        assert problems(settings) == []
    with added("data/moved.tsv", "# старе\n\n/a/\t/novyny/\n".encode(), settings):
        assert problems(settings) == []
