"""A feed before it is Atom or JSON: a channel and its entries."""

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.council.bodies import history_note
from plugins.council.dates import instant
from plugins.council.files import ContentFile
from plugins.council.header import Lang
from plugins.council.renditions import fallback
from plugins.council.text import Text
from plugins.council.vocabulary import Entry, said
from plugins.output import Collection, Site


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issued an act; ``note`` is what to know of one that acts no longer."""

    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What a feed is made from; ``address`` is that of the list, ``files`` the enclosures.

    ``topics`` and ``issuers`` are those of its texts, by their keys.
    """

    address: str
    url: str
    lang: Lang
    title: str
    author: str
    texts: tuple[Text, ...]
    files: Mapping[str, ContentFile]
    topics: Mapping[str, str]
    issuers: Mapping[str, Issuer]

    def summary(self, text: Text) -> str:
        """Return what an entry says; of a body that acts no longer that comes first."""
        words = text.header.summary or text.excerpt
        issuer = self.issuer(text)
        return f"{issuer.note} {words}".strip() if issuer else words

    def issuer(self, text: Text) -> Issuer | None:
        """Return the body that issued an act."""
        return self.issuers.get(text.body) if text.kind == "acts" else None

    def absolute(self, address: str) -> str:
        """Return an address with the site's own in front."""
        return self.url + address

    def enclosures(self, text: Text) -> list[ContentFile]:
        """Return the files attached to a text."""
        return [self.files[item.file] for item in text.header.attachments]

    def picture(self, text: Text) -> str:
        """Return the absolute address of a text's photo, empty when it has none."""
        file = self.files.get(text.image)
        return self.absolute(fallback(file).address) if file else ""


def channel(collection: Collection, texts: tuple[Text, ...], site: Site) -> Channel:
    """Return the channel of a list."""
    author = said(site.vocabulary.site.get("name") or "", collection.lang)
    wanted = {path for text in texts for path in text.files}
    topics = site.vocabulary.topics
    return Channel(
        address=collection.address,
        url=site.url,
        lang=collection.lang,
        title=f"{collection.name} – {author}",
        author=author,
        texts=texts,
        files={path: site.files[path] for path in wanted},
        topics={t: topics[t].name(collection.lang) for text in texts for t in text.topics},
        issuers={
            text.body: _issuer(site.vocabulary.bodies[text.body], collection.lang)
            for text in texts
            if text.kind == "acts"
        },
    )


def _issuer(body: Entry, lang: Lang) -> Issuer:
    return Issuer(body.name(lang), history_note(body, lang))


def published(text: Text) -> str:
    """Return the moment of a text as RFC 3339 wants it, with time and zone."""
    assert text.moment is not None
    return instant(text.moment).isoformat(timespec="seconds")


def changed(text: Text) -> str:
    """Return the moment of its last change as RFC 3339 wants it."""
    assert text.changed is not None
    return instant(text.changed).isoformat(timespec="seconds")


def mime_type(file: ContentFile) -> str:
    """Return the MIME type of an enclosure."""
    # Only Python's own table: the machine's differs from place to place.
    return _TYPES.guess_type(file.address)[0] or "application/octet-stream"


_TYPES = mimetypes.MimeTypes(filenames=())
