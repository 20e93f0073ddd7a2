"""The templates that make pages, known before anything is built."""

from tests.site.built_site import ROOT

TEMPLATES = ROOT / "theme" / "templates"

LAYOUTS = {"base.html", "dispatch.html", "document.html", "text.html"}
"""Templates that only others extend."""

PAGE_TEMPLATES = sorted({file.name for file in TEMPLATES.glob("*.html")} - LAYOUTS)
