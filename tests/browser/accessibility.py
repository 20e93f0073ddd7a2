"""What axe-core says of a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All that axe runs by itself, best practices too, and the size of targets (WCAG 2.2)."""


def violations(page: Page) -> list[str]:
    """Return what axe finds, of whatever impact, each with the elements it is about."""
    return [
        f"{one['id']} ({one['impact']}): {one['help']}: {[node['html'] for node in one['nodes']]}"
        for one in Axe().run(page, options=RULES).response["violations"]
    ]
