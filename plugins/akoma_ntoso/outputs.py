"""Which files there are: one for each public act, planned together by year and language."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from plugins.akoma_ntoso.act_inputs import ActInputs, Publisher, act_inputs, known_by, publisher_of
from plugins.akoma_ntoso.document import document
from plugins.council.addresses import AKN
from plugins.council.text import Text
from plugins.output import Output, OutputGroup, Site
from plugins.output.digest import digest_of


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts of a group, known by one digest and gathered only when it is expanded."""

    digest: str
    gather: Callable[[], tuple[ActInputs, ...]]


def outputs(site: Site) -> Iterable[OutputGroup]:
    """Return a group for each year and language; its pages are none, so no sitemap has it."""
    groups: dict[str, list[Text]] = {}
    for text in site.register.texts:
        if text.kind == "acts":
            groups.setdefault(_group(text), []).append(text)
    return [_output_group(name, texts, site) for name, texts in groups.items()]


def _group(act: Text) -> str:
    assert act.day is not None  # an act without a date of adoption is refused
    return f"akn-{act.day.year}{'' if act.lang == 'uk' else '-' + act.lang}"


def _output_group(name: str, texts: list[Text], site: Site) -> OutputGroup:
    publisher = publisher_of(site, texts[0].lang)
    digest = digest_of("\n".join([known_by(text, site) for text in texts]))
    acts = Acts(digest, lambda: tuple(act_inputs(text, site) for text in texts))
    return OutputGroup(name=name, inputs=(publisher, acts), expand=expand_acts)


def expand_acts(publisher: Publisher, acts: Acts) -> Iterator[Output]:
    """Yield the file of each act of a group."""
    for inputs in acts.gather():
        path = inputs.text.address.lstrip("/") + AKN
        yield Output(path=path, inputs=(publisher, inputs), render=document)
