"""The plan: every output of the site with the key of its inputs, made anew in each build."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator

from plugins.council.problem import Problem
from plugins.incremental.errors import ContentError
from plugins.incremental.folders import MARK
from plugins.output import Output, Site, page_path, signals

Plan = dict[str, Output]


def make_plan(site: Site) -> Plan:
    """Ask all plugins for their outputs, first those of records, then those of outputs.

    The mark comes first, so that a build killed midway leaves a folder known as ours. Raises
    ContentError when one file has two sources: paths that differ only in case count as one,
    since some hosts cannot tell them apart, and so do a file and a folder of one name.
    """
    outputs = _asked(signals.ask(signals.get_outputs, site))
    derived = _asked(signals.ask(signals.get_derived_outputs, site, tuple(outputs)))
    found = sorted([*outputs, *derived], key=lambda output: output.path)
    if twice := _twice([_mark(), *found]):
        problems = sorted({_problem(path, site) for path in twice})
        by_alias = [problem for problem in problems if problem.field == "aliases"]
        raise ContentError(tuple(by_alias or problems))
    return {output.path: output for output in [_mark(), *found]}


def _twice(outputs: list[Output]) -> list[str]:
    """Return the paths that stand in the way of another, or leave the folder."""
    names = [posixpath.normpath(output.path.lower()) for output in outputs]
    count = Counter(names)
    folders = {up for folder in set(map(posixpath.dirname, names)) for up in _up(folder)}
    blocked = folders & count.keys()
    return [
        output.path
        for output, name in zip(outputs, names, strict=True)
        if count[name] > 1
        or name.startswith(("/", ".."))
        or (blocked and not blocked.isdisjoint(_up(name)))
    ]


def _up(folder: str) -> Iterator[str]:
    """Yield a path and all folders above it."""
    while folder not in ("", "/"):
        yield folder
        folder = posixpath.dirname(folder)


def _mark() -> Output:
    return Output(path=MARK, inputs=("kramatorsk-council-site",), render=_mark_json)


def _mark_json(generator: str) -> str:
    return f'{{"generator":"{generator}"}}\n'


def addresses_of(plan: Plan) -> frozenset[str]:
    """Return every address at which something answers: pages end in ``/``, files do not."""
    return frozenset(map(_address, plan))


def _asked(answers: Iterable[Iterable[Output]]) -> list[Output]:
    return [output for answer in answers for output in answer]


def _problem(path: str, site: Site) -> Problem:
    """Blame the alias that claims the file, or the text whose page it is."""
    message = f"на адресу {_address(path)} претендують два матеріали. "
    for text in site.register.texts:
        for alias in text.header.aliases:
            if page_path(alias) == path:
                return Problem(
                    path=text.path, line=text.lines.get("aliases", 1), field="aliases",
                    message=message + "Вилучіть її з aliases.", rule="address-twice",
                )  # fmt: skip
    owner = next((t.path for t in site.register.texts if page_path(t.address) == path), path)
    return Problem(
        path=owner, line=1, field="назва файла",
        message=message + "Перейменуйте один із файлів.", rule="address-twice",
    )  # fmt: skip


def _address(path: str) -> str:
    return "/" + path.removesuffix("index.html")
