"""Which calendars there are: beside each session and each term, and of all sessions of a body."""

from collections.abc import Iterable, Iterator

from plugins.calendars.entries import Wording, entry
from plugins.council.addresses import ICS, SECTIONS
from plugins.council.header import Lang
from plugins.council.text import Text
from plugins.council.vocabulary import said
from plugins.output import Gathered, Output, OutputGroup, Site
from plugins.output.digest import digest_of


def outputs(site: Site) -> Iterable[Output | OutputGroup]:
    """Yield a group for each kind, year and language, and a calendar for each body."""
    by_group: dict[str, list[Text]] = {}
    by_body: dict[str, list[Text]] = {}
    for text in site.register.texts:
        if text.convening is not None or _has_term(text):
            by_group.setdefault(_group(text), []).append(text)
        if text.convening is not None and text.lang == "uk":
            by_body.setdefault(text.body, []).append(text)
    for name, texts in by_group.items():
        inputs = (_wording(site, texts[0].lang), _gathered(texts))
        yield OutputGroup(name=name, inputs=inputs, expand=expand_texts)
    for body, texts in by_body.items():
        address = f"/{SECTIONS['sessions']}/{body}/"
        name = next((one.name for one in site.register.collections if one.address == address), "")
        yield Output(
            path=f"{address[1:]}{ICS}",
            inputs=(name, _wording(site, "uk"), _gathered(texts)),
            render=render_body,
        )


def _has_term(text: Text) -> bool:
    said = text.discussion
    return said is not None and said.comments_until is not None and not text.withdrawn


def _group(text: Text) -> str:
    assert text.day is not None  # each of these kinds has its date
    return f"calendar-{text.kind}-{text.day.year}{'' if text.lang == 'uk' else '-' + text.lang}"


def _wording(site: Site, lang: Lang) -> Wording:
    name = said(site.vocabulary.site.get("name") or {"uk": ""}, lang)
    return Wording(site.url, name, site.theme.words(lang)["calendar_deadline"])


def _gathered(texts: list[Text]) -> Gathered[Text]:
    return Gathered(digest_of("\n".join([text.digest for text in texts])), lambda: tuple(texts))


def expand_texts(wording: Wording, texts: Gathered[Text]) -> Iterator[Output]:
    """Yield the calendar of each text of a group."""
    for text in texts.gather():
        path = text.address.lstrip("/") + ICS
        yield Output(path=path, inputs=(wording, text), render=render_text)


def render_text(wording: Wording, text: Text) -> bytes:
    """Return a calendar of one entry."""
    return _rendered(wording.site, wording, (text,))


def render_body(name: str, wording: Wording, texts: Gathered[Text]) -> bytes:
    """Return the calendar of all sessions of a body."""
    return _rendered(name, wording, texts.gather())


def _rendered(name: str, wording: Wording, texts: Iterable[Text]) -> bytes:
    # Loaded when there is a file to make: most edits are of other texts.
    from plugins.calendars.ical import calendar

    return calendar(name, filter(None, (entry(text, wording) for text in texts)))
