"""How a text becomes a page: two libraries and the plugins (docs/architecture.md)."""
