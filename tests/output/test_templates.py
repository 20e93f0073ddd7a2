from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.output import Theme, ThemeError

FILES = {
    "strings.yaml": "home: {uk: Головна, en: Home}\nonly: {uk: Лише тут}\n",
    "templates/base.html": '{% include "partials/head.html" %}{% block main %}{% endblock %}',
    "templates/partials/head.html": "<title>{{ page.title }}</title>",
    "templates/partials/foot.html": "foot",
    "templates/card.html": "{% macro card(text) %}<b>{{ text }}</b>{% endmacro %}",
    "templates/page.html": '{% extends "base.html" %}{% from "card.html" import card %}'
    "{% block main %}{{ card(page.title) }}{% endblock %}",
    "templates/other.html": '{%- include "partials/foot.html" -%}',
    "static/b.js": "", "static/js/a.js": "",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A theme of five templates."""
    for name, source in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source)
    return tmp_path


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every template, as a new build sees it."""
    names = [name for name in FILES if name.startswith("templates/")]
    short = [name.removeprefix("templates/") for name in names]
    return {name: Theme(folder).template(name, "uk").digest for name in short}


@pytest.mark.parametrize(
    ("edited", "concerned"),
    [
        ("partials/head.html", {"partials/head.html", "base.html", "page.html"}),
        ("card.html", {"card.html", "page.html"}),
        ("partials/foot.html", {"partials/foot.html", "other.html"}),
        ("page.html", {"page.html"}),
    ],
)
def test_change_concerns_whoever_names_the_template_and_nobody_else(
    folder: Path, edited: str, concerned: set[str]
) -> None:
    """Extending, including and importing carry a change on, however far; others keep theirs."""
    before = digests(folder)
    file = folder / "templates" / edited
    file.write_text(file.read_text() + "<!-- -->")
    after = digests(folder)
    assert {name for name in before if before[name] != after[name]} == concerned


def test_word_of_the_catalogue_concerns_the_templates_of_its_language(folder: Path) -> None:
    """What a template may say is a part of what it is, language by language."""
    before = [Theme(folder).template("page.html", lang).digest for lang in ("uk", "en")]
    catalogue = folder / "strings.yaml"
    catalogue.write_text(catalogue.read_text().replace("Home", "Front page"))
    after = [Theme(folder).template("page.html", lang).digest for lang in ("uk", "en")]
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False]


@pytest.mark.parametrize(
    "source",
    [
        "{% include page.title %}",
        "{%- include  name -%}",
        "{% include [name, 'base.html'] %}",
        '{% extends "base.html" if page else "card.html" %}',
        "{% extends layout %}",
        "{% import name as x %}",
        "{% from name import x %}",
        '{% include "partials/" ~ name %}',
        '{% include"partials/foot.html" %}{% include x %}',
    ],
)
def test_template_named_by_a_variable_is_refused(folder: Path, source: str) -> None:
    """What cannot be known without rendering could hide a change: it is an error."""
    (folder / "templates/page.html").write_text(source)
    with pytest.raises(ThemeError, match=r"page\.html"):
        Theme(folder).template("page.html", "uk")


@pytest.mark.parametrize(
    "source",
    [
        '{% include "partials/foot.html" %}',
        "{% include 'partials/foot.html' %}",
        '{%include"partials/foot.html"%}',
        '{%- include\n"partials/foot.html" -%}',
        '{%+ include "partials/foot.html" ignore missing %}',
        '{% import "partials/foot.html" as foot %}',
        '{% from "partials/foot.html" import x with context %}',
    ],
)
def test_every_spelling_of_a_name_is_seen_or_refused(folder: Path, source: str) -> None:
    """A named template is a part of the digest, or the way it is named is refused."""
    (folder / "templates/page.html").write_text(source)
    try:
        before = Theme(folder).template("page.html", "uk").digest
    except ThemeError:
        return
    (folder / "templates/partials/foot.html").write_text("інше")
    assert Theme(folder).template("page.html", "uk").digest != before


def test_missing_template_is_the_themes_fault(folder: Path) -> None:
    """A template that is not there is named, and not a traceback."""
    (folder / "templates/other.html").write_text('{% include "nema.html" %}')
    with pytest.raises(ThemeError, match=r"nema\.html"):
        Theme(folder).template("other.html", "uk")


def test_template_sees_what_it_is_given_escaped(folder: Path) -> None:
    """Text of a view is text on the page; a name that was not given is an error."""
    template = Theme(folder).template("page.html", "uk")
    page = template.render(page=SimpleNamespace(title="<i>&"))
    assert page == "<title>&lt;i&gt;&amp;</title><b>&lt;i&gt;&amp;</b>"
    with pytest.raises(Exception, match="'page' is undefined"):
        template.render()


def test_words_fall_back_to_ukrainian_and_a_missing_key_is_an_error(folder: Path) -> None:
    """An untranslated string is said in Ukrainian; one that does not exist is named."""
    words = Theme(folder).words("en")
    assert (words["home"], words["only"]) == ("Home", "Лише тут")
    with pytest.raises(ThemeError, match="nema"):
        words["nema"]


def test_static_files_come_in_order(folder: Path) -> None:
    """The joined script does not depend on the order of files on the disk."""
    assert [file.name for file in Theme(folder).static(".js")] == ["b.js", "a.js"]
