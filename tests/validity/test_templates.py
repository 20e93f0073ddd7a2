"""The theme holds nothing that the site does not use."""

from tests.site.built_site import BuiltSite
from tests.site.page_templates import PAGE_TEMPLATES, TEMPLATES


def test_every_template_makes_a_page(built: BuiltSite) -> None:
    """Each template that is not a layout makes at least one page of the site."""
    assert sorted(built.page_of) == PAGE_TEMPLATES


def test_every_file_of_the_theme_has_a_part_in_a_page(built: BuiltSite) -> None:
    """Each layout, partial and component is loaded when all pages of the site are rendered."""
    files = {file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.rglob("*.html")}
    assert built.theme_files == files
