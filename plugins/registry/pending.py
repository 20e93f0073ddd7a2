"""What is not public yet, as a preview shows it: marked wherever its title stands."""

from collections.abc import Iterable, Iterator

from plugins.council.dates import instant, long_moment
from plugins.council.text import Text
from plugins.output import Site


def is_public(text: Text, site: Site) -> bool:
    """Whether a text is finished and its hour has come."""
    publish_at = text.publish_at
    return text.state == "ready" and (publish_at is None or instant(publish_at) <= site.now)


def shown_in(site: Site) -> tuple[Text, ...]:
    """Return the texts that a build shows: what is public, in a preview the rest too, marked."""
    if site.preview is None:
        return tuple(text for text in site.all_texts if is_public(text, site))
    return tuple(_marked(site.all_texts, site))


def _marked(texts: Iterable[Text], site: Site) -> Iterator[Text]:
    for text in texts:
        if is_public(text, site):
            yield text
            continue
        mark = _mark(text, site)
        yield text._replace(
            title=f"[{mark}] {text.title}",
            state="unfinished" if text.state == "unfinished" else "scheduled",
            digest=f"{text.digest}|{mark}",
        )


def _mark(text: Text, site: Site) -> str:
    words = site.theme.words(text.lang)
    if text.state == "unfinished" or text.publish_at is None:
        return words["unfinished_mark"]
    return words["scheduled_mark"].format(date=long_moment(text.publish_at, text.lang))
