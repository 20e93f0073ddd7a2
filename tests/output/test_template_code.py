"""The code that templates become does what Jinja2's own does."""

import traceback
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pytest
from markupsafe import Markup, escape

from plugins.output import Theme
from plugins.output.template_code import escaped

SOURCES = {
    "base": "{% set x %}<i>{{ page.a }}</i>{% endset %}["
    "{% block one %}base{{ page.a }}{% endblock %}"
    '{{ x }}{% include "part.html" %}{% block two %}{% endblock %}]',
    "middle": '{% extends "base.html" %}{% block one %}middle{{ super() }}{% endblock %}',
    "page": '{% extends "middle.html" %}{% from "card.html" import card, many %}'
    "{% block one %}<{{ super() }}>{% endblock %}"
    "{% block two %}{% for a in page.all %}{% if loop.first %}{{ card(a) }}{% endif %}"
    '{{ card(a, loud=loop.last) }}{% endfor %}{{ many(page.all) }}'
    '{{ words["sk" ~ "ip"] }}{% endblock %}',
    "part": "{% for a in page.all %}{{ loop.index }}{{ a }};{% endfor %}{{ words.skip }}",
    "card": "{% macro card(a, loud=false) %}<b>{{ a }}{% if loud %}!{% endif %}</b>{% endmacro %}"
    "{% macro many(all) %}{% for a in all %}{{ card(a) }}{% else %}-{% endfor %}{% endmacro %}",
    "broken": '{% from "bad.html" import bad %}{{ bad(page) }}',
    "bad": "{% macro bad(page) %}\n{{ page.nothing }}{% endmacro %}",
}  # fmt: skip
STRINGS = {"skip": "Далі & «більше»"}


@pytest.fixture
def theme(tmp_path: Path) -> Theme:
    """A theme in which blocks, includes and macros stand in one another."""
    (tmp_path / "templates").mkdir()
    for name, source in SOURCES.items():
        (tmp_path / "templates" / f"{name}.html").write_text(source)
    (tmp_path / "strings.yaml").write_text(f"skip: {{uk: '{STRINGS['skip']}'}}")
    return Theme(tmp_path)


def test_page_is_what_jinja_makes_of_it(theme: Theme) -> None:
    """Inheritance, includes, macros and escaping give the same bytes as Jinja2's own code."""
    page = SimpleNamespace(a='<a href="x">&\'', all=("1", 2, Markup("<u>"), "<u>"))
    own = jinja2.Environment(
        loader=jinja2.FileSystemLoader(theme.folder / "templates"), autoescape=True
    )
    own.globals["words"] = STRINGS
    expected = own.get_template("page.html").render(page=page)
    assert theme.template("page.html", "uk").render(page=page) == expected
    assert "&lt;a href=&#34;x&#34;&gt;&amp;&#39;" in expected


def test_undeclared_name_in_a_macro_is_an_error_at_its_line(theme: Theme) -> None:
    """The message leads to the line of the component, not of the page."""
    with pytest.raises(AttributeError) as error:
        theme.template("broken.html", "uk").render(page=SimpleNamespace())
    places = traceback.extract_tb(error.value.__traceback__)
    last = [place for place in places if place.filename.endswith(".html")][-1]
    assert (Path(last.filename).name, last.lineno) == ("bad.html", 2)


@pytest.mark.parametrize("value", ["", "слово", "a&b", "<", ">", '"', "'", 5, None, Markup("<b>")])
def test_what_is_printed_is_escaped(value: object) -> None:
    """Five characters have a meaning in HTML; what is HTML already stays."""
    assert escaped(value) == escape(value)
