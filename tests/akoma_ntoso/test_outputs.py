"""The files of built sites: where they lie, what makes them anew."""

from pathlib import Path

import pytest
from lxml import etree

from tests.akoma_ntoso.acts import faults
from tests.incremental.tiny_site import TinySite, act, news
from tests.site.built_site import COUNCIL, TINY, BuiltSite

FIRST = "dokumenty/miska-rada/rishennia/2025/1/akn.xml"
SECOND = "dokumenty/miska-rada/rishennia/2026/2/akn.xml"


@pytest.fixture
def tiny(tmp_path: Path) -> TinySite:
    """A site with two acts and a news item, built."""
    site = TinySite(tmp_path)
    site.write("acts/1.md", act("1", adopted="2025-10-02"))
    site.write("acts/2.md", act("2", words="1. Див. [акт](acts/1.md)."))
    site.write("news/2026/a.md", news())
    site.build()
    return site


def test_every_act_of_both_sites_has_a_valid_file_beside_its_page(
    site: BuiltSite, council_site: BuiltSite
) -> None:
    """What the repository publishes is Akoma Ntoso 3.0 by the schema of OASIS."""
    for built, content in ((site, TINY), (council_site, COUNCIL)):
        files = sorted(built.folder.rglob("akn.xml"))
        assert len(files) == len(list(content.glob("acts/**/*.md")))
        for file in files:
            assert (file.parent / "index.html").is_file()
            assert faults(etree.parse(file).getroot()) == []


def changed(site: TinySite) -> set[str]:
    """Build, and return which files of acts are other than before."""
    before = {file: file.read_bytes() for file in site.output.rglob("akn.xml")}
    site.build()
    after = {file: file.read_bytes() for file in site.output.rglob("akn.xml")}
    files = {file for file in before.keys() | after if before.get(file) != after.get(file)}
    return {file.relative_to(site.output).as_posix() for file in files}


def test_only_the_acts_concerned_are_made_anew(tiny: TinySite) -> None:
    """An edit changes its own file, a relation both sides, news none."""
    tiny.write("news/2026/a.md", news("Інша"))
    assert changed(tiny) == set()
    tiny.write("acts/1.md", act("1", words="1. Інше.", adopted="2025-10-02"))
    assert changed(tiny) == {FIRST}
    tiny.write("acts/2.md", act("2", amends="[{act: miska-rada/rishennia/2025/1}]"))
    assert changed(tiny) == {FIRST, SECOND}


def test_a_file_follows_the_act_it_links_to_and_the_vocabulary(tiny: TinySite) -> None:
    """A link needs the linked act to be public; the body's name is in every file."""
    assert "<ref " in tiny.read(SECOND)
    tiny.write("acts/1.md", act("1", adopted="2025-10-02", publish_at="2027-01-01"))
    assert changed(tiny) == {FIRST, SECOND}
    assert not (tiny.output / FIRST).exists()
    assert "<ref " not in tiny.read(SECOND)
    tiny.write("data/bodies.yaml", "miska-rada: {name: Інша рада, genitive: Іншої ради}\n")
    assert changed(tiny) == {SECOND}
    assert 'showAs="Інша рада"' in tiny.read(SECOND)


def test_files_stand_in_no_sitemap(tiny: TinySite) -> None:
    """A group without pages is no part of the map."""
    maps = [file.name for file in tiny.output.glob("sitemap*.xml")]
    assert not [name for name in maps if "akn" in name]
    assert not [name for name in maps if "akn.xml" in tiny.read(name)]
    assert "akn" not in tiny.read("sitemap.xml")
