"""The page of one text."""

from collections.abc import Iterator
from typing import Any

from plugins.council.bodies import history_note
from plugins.council.dates import instant, iso, long_date, long_moment, numeric_date
from plugins.council.header import Act, Bill, Contact
from plugins.council.markdown import Body
from plugins.council.short_addresses import short_address
from plugins.council.text import Text
from plugins.council.typography import typeset
from plugins.output import Gathered, Output, OutputGroup, Site, Template, page_path
from plugins.output.digest import digest_of
from plugins.pages.body import page_body
from plugins.pages.cards import kind_word, line, summary_of, when
from plugins.pages.contacts import contact_fields
from plugins.pages.eli import eli
from plugins.pages.facts import facts, status_words
from plugins.pages.history_pages import editions_link, history_gap, history_output
from plugins.pages.meta import full_title, page_meta, report_href, way
from plugins.pages.page_inputs import (
    AboveOf,
    Names,
    PageInputs,
    ancestors_of,
    known_by,
    page_inputs,
)
from plugins.pages.pictures import attachments, gallery, lead_picture
from plugins.pages.qr import qr_code
from plugins.pages.redirects import short_outputs
from plugins.pages.related import related
from plugins.pages.shared import AllShared, Shared
from plugins.pages.sitemap_entries import sitemap_part, text_entry
from plugins.pages.stages import discussion_view
from plugins.pages.text_node import text_node
from plugins.pages.view import ContactView, Fact, Link, Meta, QrCode, TextView

TEMPLATES = {
    "news": "news", "announcements": "announcement", "reports": "report", "acts": "act",
    "bills": "bill", "consultations": "consultation", "minutes": "minutes", "pages": "page",
    "units": "unit", "services": "service",
}  # fmt: skip
"""Kind of content → its template. Sessions and people have modules of their own, alerts no page."""

NOT_IN_FORCE = ("upcoming", "suspended", "repealed", "never_in_force")
"""What a reader of an act must see first."""

OUTLINE_FROM = 3  # headings; below that an outline says nothing


def text_outputs(site: Site, all_shared: AllShared, names: Names) -> Iterator[OutputGroup]:
    """Yield the pages of all public texts, a group for each kind, month and language."""
    groups: dict[tuple[str, int], list[Text]] = {}
    above = ancestors_of(names)
    for text in site.register.texts:
        if text.kind in TEMPLATES:
            groups.setdefault((sitemap_part(text), text.month), []).append(text)
    for (part, month), texts in groups.items():
        lang = texts[0].lang
        template = site.theme.template(f"{TEMPLATES[texts[0].kind]}.html", lang)
        picture = site.theme.template("components/picture.html", lang)
        history = site.theme.template("history.html", lang)
        redirect = site.theme.template("redirect.html", lang)
        templates = (template, picture, history, redirect)
        inputs = (*templates, all_shared[lang], _pages(texts, site, above))
        name = f"{part}-{month:02}"
        yield OutputGroup(name=name, inputs=inputs, expand=expand_texts, part=part)


def _pages(texts: list[Text], site: Site, above: AboveOf) -> Gathered[PageInputs]:
    digest = digest_of("\n".join([known_by(text, site, above) for text in texts]))
    return Gathered(digest, lambda: tuple(page_inputs(text, site, above) for text in texts))


def expand_texts(
    template: Template, picture: Template, history: Template, redirect: Template, shared: Shared,
    pages: Gathered[PageInputs],
) -> Iterator[Output]:  # fmt: skip
    """Yield the page of each text of a group, and what stands beside it.

    That is the history of a text with several editions, and the short addresses of an act.
    """
    for inputs in pages.gather():
        yield Output(
            path=page_path(inputs.text.address),
            inputs=(template, picture, shared, inputs),
            render=render_text,
            entry=text_entry(inputs, shared),
        )
        yield from history_output(history, shared, inputs)
        if inputs.text.kind == "acts":
            yield from short_outputs(redirect, shared, inputs.text)


def render_text(template: Template, picture: Template, shared: Shared, inputs: PageInputs) -> str:
    """Return the page of a text."""
    return template.render(frame=shared.frame, page=text_view(picture, shared, inputs))


def text_view(picture: Template, shared: Shared, inputs: PageInputs) -> TextView:
    """Return what the template of the text's kind shows."""
    fields = text_fields(picture, shared, inputs)
    if isinstance(inputs.text.header, Contact):
        return ContactView(**fields, **contact_fields(inputs, shared))
    return TextView(**fields)


def text_fields(picture: Template, shared: Shared, inputs: PageInputs) -> dict[str, Any]:
    """Return the fields of a TextView, which pages of every kind have."""
    text, header, body = inputs.text, inputs.text.header, inputs.body.read()
    crumbs = way(inputs.above.links, header.title, text.address, shared)
    return {
        "meta": _meta(inputs, shared, crumbs),
        "title": header.title,
        "breadcrumbs": crumbs,
        "section": crumbs[1].url,
        "translations": _translations(inputs),
        "report": report_href(header.title, text.address, shared),
        "kind": "" if text.kind == "pages" else kind_word(text, shared),
        "summary": header.summary,
        "when": when(text.moment, shared, time=True),
        "updated": when(text.updated, shared),
        "facts": facts(inputs, shared),
        "body": page_body(body, inputs, picture.macro("picture")),
        "banner": _banner(inputs, shared),
        "discussion": discussion_view(inputs, shared) if inputs.stage else None,
        "requisites": _requisites(text, shared),
        "picture": lead_picture(text, inputs.files, lazy=False),
        "gallery": gallery(text, inputs.files),
        "attachments": attachments(text, inputs.files, shared),
        "topics": _topics(text, shared),
        "related": related(inputs, shared),
        "history": _history(text, shared),
        "editions": editions_link(inputs, shared),
        "history_gap": history_gap(inputs, shared),
        "outline": _outline(body),
        "qr": _qr(text, shared),
        "newer": _link(inputs.newer),
        "older": _link(inputs.older),
    }


def _meta(inputs: PageInputs, shared: Shared, crumbs: tuple[Link, ...]) -> Meta:
    text, header = inputs.text, inputs.text.header
    description = _description(text, shared)
    modified = iso(text.changed) if text.changed is not None else ""
    return page_meta(
        shared,
        title=full_title(shared, header.title, _distinction(text, shared)),
        description=description,
        address=text.address,
        crumbs=crumbs,
        nodes=[text_node(inputs, shared, description, modified)],
        section=text.kind,
        photo=inputs.files.get(header.image or ""),
        photo_alt=header.image_alt,
        og_type="article" if text.moment is not None else "website",
        published=iso(text.moment) if text.moment is not None else "",
        modified=modified,
        alternates=_alternates(inputs, shared),
        eli=eli(header) if isinstance(header, Act) and not shared.is_preview else (),
    )


def _distinction(text: Text, shared: Shared) -> str:
    """What tells two texts of one title apart: an act's number, a news item's day."""
    if text.moment is None:
        return ""
    return line(text, shared, numeric=True) or numeric_date(text.moment)


def _description(text: Text, shared: Shared) -> str:
    words = summary_of(text) or text.title
    if text.moment is None:
        return words
    return f"{line(text, shared) or long_date(text.moment, shared.lang)}. {words}"


def _requisites(text: Text, shared: Shared) -> str:
    header = text.header
    if not isinstance(header, Act | Bill):
        return ""
    body = shared.vocabulary.bodies[header.body].name(shared.lang)
    return shared.word("requisites_line", body=body, line=line(text, shared))


def _banner(inputs: PageInputs, shared: Shared) -> str:
    """Return what a reader must see first; in a preview that is that the text is not public."""
    return f"{_pending(inputs.text, shared)} {_warning(inputs, shared)}".strip()


def _pending(text: Text, shared: Shared) -> str:
    if text.state == "ready":
        return ""
    mark = shared.word("unfinished_mark")
    if text.state == "scheduled" and text.publish_at is not None:
        mark = shared.word("scheduled_mark", date=long_moment(text.publish_at, shared.lang))
    return shared.word("pending", mark=mark)


def _warning(inputs: PageInputs, shared: Shared) -> str:
    header = inputs.text.header
    if isinstance(header, Act | Bill) and header.withdrawn:
        date = long_date(header.withdrawn.date, shared.lang)
        return shared.word("withdrawn", date=date, reason=header.withdrawn.reason)
    if isinstance(header, Bill) and header.outcome is None:
        return shared.word("bill_banner")
    if inputs.standing.status in NOT_IN_FORCE:
        return f"{status_words(inputs.standing, shared)}."
    if isinstance(header, Act):
        return history_note(shared.vocabulary.bodies[header.body], shared.lang)
    return shared.word("expired") if inputs.expired else ""


def _qr(text: Text, shared: Shared) -> QrCode | None:
    short = short_address(text.address, shared.vocabulary)
    return qr_code(shared.absolute(short)) if short else None


def _topics(text: Text, shared: Shared) -> tuple[Link, ...]:
    root = "/en/temy/" if shared.lang == "en" else "/temy/"
    topics = shared.vocabulary.topics
    return tuple(
        Link(title=topics[slug].name(shared.lang), url=f"{root}{slug}/") for slug in text.topics
    )


def _history(text: Text, shared: Shared) -> tuple[Fact, ...]:
    changes = sorted(text.header.changes, key=lambda change: instant(change.date), reverse=True)
    return tuple(
        Fact(label=long_date(change.date, shared.lang), values=(typeset(change.note),))
        for change in changes
    )


def _outline(body: Body) -> tuple[Link, ...]:
    headings = [heading for heading in body.outline if heading.level == 2]
    if len(headings) < OUTLINE_FROM:
        return ()
    return tuple(Link(title=heading.text, url=f"#{heading.id}") for heading in headings)


def _link(text: Text | None) -> Link | None:
    return Link(title=text.title, url=text.address) if text else None


LANGUAGES = {"uk": "Українською", "en": "In English"}


def _translations(inputs: PageInputs) -> tuple[Link, ...]:
    other = inputs.translation
    if other is None:
        return ()
    lang = other.lang
    return (Link(title=LANGUAGES[lang], url=other.address, lang=lang),)


def _alternates(inputs: PageInputs, shared: Shared) -> tuple[Link, ...]:
    """Return hreflang links when a translation exists, the page itself among them."""
    if inputs.translation is None:
        return ()
    both = sorted((inputs.text, inputs.translation), key=lambda text: text.lang)
    links = [Link(title="", url=shared.absolute(text.address), lang=text.lang) for text in both]
    default = next(link for link in links if link.lang == "uk")
    return (*links, Link(title="", url=default.url))
