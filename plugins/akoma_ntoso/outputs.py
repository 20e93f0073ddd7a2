"""Which files there are: one for each public act, planned together by month and language."""

from collections.abc import Iterable, Iterator
from functools import cache

from plugins.akoma_ntoso.act_inputs import ActInputs, Publisher, act_inputs, known_by, publisher_of
from plugins.council.addresses import AKN
from plugins.council.header import Lang
from plugins.council.text import Text
from plugins.output import Gathered, Output, OutputGroup, Site
from plugins.output.digest import digest_of


def outputs(site: Site) -> Iterable[OutputGroup]:
    """Yield a group for each month and language; its pages are none, so no sitemap has it."""

    @cache
    def publisher(lang: Lang) -> Publisher:
        return publisher_of(site, lang)

    groups: dict[str, list[Text]] = {}
    for text in site.register.texts:
        if text.kind == "acts":
            groups.setdefault(_group(text), []).append(text)
    for name, texts in groups.items():
        inputs = (publisher(texts[0].lang), _acts(texts, site))
        yield OutputGroup(name=name, inputs=inputs, expand=expand_acts)


def _group(act: Text) -> str:
    assert act.day is not None  # an act without a date of adoption is refused
    return f"akn-{act.day.isoformat()[:7]}{'' if act.lang == 'uk' else '-' + act.lang}"


def _acts(texts: list[Text], site: Site) -> Gathered[ActInputs]:
    digest = digest_of("\n".join([known_by(text, site) for text in texts]))
    return Gathered(digest, lambda: tuple(act_inputs(text, site) for text in texts))


def expand_acts(publisher: Publisher, acts: Gathered[ActInputs]) -> Iterator[Output]:
    """Yield the file of each act of a group."""
    for inputs in acts.gather():
        path = inputs.text.address.lstrip("/") + AKN
        yield Output(path=path, inputs=(publisher, inputs), render=render_act)


def render_act(publisher: Publisher, inputs: ActInputs) -> bytes:
    """Return the file of an act."""
    # Loaded when there is a file to make: most edits are of other texts, and save some 15 ms.
    from plugins.akoma_ntoso.document import document

    return document(publisher, inputs)
