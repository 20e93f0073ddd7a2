"""What an export of WordPress holds, as records."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Term:
    """A category, a tag or a term of some other taxonomy (``domain``)."""

    domain: str
    slug: str
    name: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote: the login by which items name him, and the name that people see."""

    login: str
    name: str


@dataclass(frozen=True, slots=True)
class Channel:
    """What stands before the items: the site's address, its terms and authors."""

    url: str
    terms: tuple[Term, ...]
    authors: tuple[Author, ...]


@dataclass(slots=True)
class Item:
    """One post, page, attachment, menu entry … ``fields`` are the texts of its simple elements."""

    fields: dict[str, str] = field(default_factory=dict)
    content: str = ""
    excerpt: str = ""
    terms: list[Term] = field(default_factory=list)
    meta: dict[str, list[str]] = field(default_factory=dict)
    comments: int = 0

    def said(self, name: str) -> str:
        """Return a field without spaces around it, empty when absent."""
        return self.fields.get(name, "").strip()

    def one_meta(self, key: str) -> str:
        """Return the first value of a custom field, empty when absent."""
        return next(iter(self.meta.get(key, ())), "")
