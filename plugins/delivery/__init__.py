"""Delivery: a built site becomes a release, and a release goes to where residents read it.

A library with commands of its own (``python -m plugins.delivery``), reached from the Makefile; it
takes no part in a build and knows no Pelican. docs/publishing.md tells how it is used,
docs/adr/0011 why a target never shows half of a release.
"""
