"""The body of a text: Markdown in, safe HTML out, with all that it refers to.

``body.py`` tells the path; each of its steps is a module of its own.
"""

from plugins.council.markdown.body import Body, read_body
from plugins.council.markdown.fault import Fault
from plugins.council.markdown.headings import Heading
from plugins.council.markdown.references import Reference

__all__ = ["Body", "Fault", "Heading", "Reference", "read_body"]
