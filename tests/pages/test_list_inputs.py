"""What a page of a list is known by."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from plugins.council.files import ContentFile
from plugins.council.status import Standing
from plugins.council.text_reading import read_text
from plugins.pages.list_inputs import ListInputs
from plugins.pages.view import ActsTable, Link, LinkGroup
from tests.incremental.tiny_site import news

LINK = Link(title="А", url="/a/")
GROUP = LinkGroup(title="Б", links=(LINK,))
TABLE = ActsTable(action="/a/", index="", statuses="", selects=())


def changed() -> dict[str, Any]:
    """Return another value for every field."""
    text = read_text("news/2026/a.md", news().encode()).text
    file = ContentFile(path="images/a.png", digest="1", size=1, format="PNG")
    words = dict.fromkeys(("address", "section", "title", "name", "lead"), "інше")
    flags = dict.fromkeys(("landing", "past", "feeds"), True)
    return {
        **words, **flags, "total": None, "texts": (text,), "above": (LINK,), "below": (GROUP,),
        "facets": (GROUP,), "periods": GROUP, "newer": LINK, "older": LINK,
        "table": TABLE,
        "files": {"images/a.png": file}, "newest": text,
        "standings": {"acts/1.md": Standing("repealed", date(2026, 1, 1))},
        "stages": {"bills/1.md": "open"},
    }  # fmt: skip


def test_every_field_is_in_the_digest_and_no_two_look_alike() -> None:
    """Whatever a page of a list shows, a change of it renders the page anew."""
    plain = ListInputs(
        address="", section="", title="", name="", lead="", total=0, texts=(), above=(), files={}
    )
    others = changed()
    assert set(others) == {one.name for one in fields(ListInputs)}
    digests = [plain.digest, *(replace(plain, **{k: v}).digest for k, v in others.items())]
    assert len(set(digests)) == len(digests)
