"""``make import``: documents and the old site become texts of ``content/``.

A document (DOCX, ODT, PDF) or a post becomes a tree of HTML, whatever it was; one writer makes
our Markdown of it. Nothing is ever overwritten, and nothing half-known goes out.
"""
