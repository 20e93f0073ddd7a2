"""One file, one source: two texts that want the same address stop the build."""

import posixpath
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Set

from plugins.council.moved import FILE as MOVED
from plugins.council.moved import numbered
from plugins.council.problem import Problem
from plugins.incremental.errors import ContentError
from plugins.output import Site, page_path


def require_one_source(
    planned: list[str], kept: Set[str], before: Container[str], site: Site
) -> None:
    """Raise ContentError when one file has two sources, or one lies outside the folder.

    Paths that differ only in case count as one, since some hosts cannot tell them apart, and so
    do a file and a folder of one name. Those ``kept`` stood beside one another in the last build,
    and beside those of ``before``: only what was not there then can get in their way.
    """
    new = any(path not in before for path in planned)
    paths = [*planned, *kept] if new or not kept.isdisjoint(planned) else planned
    if twice := _twice(paths):
        problems = sorted({_problem(path, site) for path in twice})
        by_alias = [one for one in problems if one.field == "aliases" or one.path == MOVED]
        raise ContentError(tuple(by_alias or problems))


def _twice(paths: list[str]) -> list[str]:
    """Return the paths that stand in the way of another, or leave the folder."""
    names = [_normal(path.lower()) for path in paths]
    once = set(names)
    folders = _folders(names)
    blocked = folders & once
    if len(once) == len(names) and not blocked and not any(map(_leaves, names)):
        return []
    count = Counter(names)
    return [
        path
        for path, name in zip(paths, names, strict=True)
        if count[name] > 1 or _leaves(name) or (blocked and not blocked.isdisjoint(_up(name)))
    ]


def _leaves(name: str) -> bool:
    return name.startswith(("/", ".."))


def _normal(path: str) -> str:
    # Nearly all paths are plain; normpath costs ten times the question.
    return posixpath.normpath(path) if "./" in path or "//" in path else path


def _folders(names: Iterable[str]) -> set[str]:
    """Return all folders in which something lies, level by level: there are few above many."""
    found: set[str] = set()
    level = {name.rpartition("/")[0] for name in names} - {""}
    while level:
        found |= level
        level = {name.rpartition("/")[0] for name in level} - found - {""}
    return found


def _up(folder: str) -> Iterator[str]:
    """Yield a path and all folders above it."""
    while folder not in ("", "/"):
        yield folder
        folder = folder.rpartition("/")[0]


def _problem(path: str, site: Site) -> Problem:
    """Blame the alias that claims the file, or the text whose page it is."""
    message = f"на адресу /{path.removesuffix('index.html')} претендують два матеріали. "
    for text in site.register.texts:
        for alias in text.header.aliases:
            if page_path(alias) == path:
                return Problem(
                    path=text.path, line=text.lines.get("aliases", 1), field="aliases",
                    message=message + "Вилучіть її з aliases.", rule="address-twice",
                )  # fmt: skip
    for number, pair in numbered(site.vocabulary.moved):
        if pair is not None and page_path(pair[0]) == path:
            return Problem(
                path=MOVED, line=number, field="дані",
                message=message + "Вилучіть цей рядок.", rule="address-twice",
            )  # fmt: skip
    owner = next((t.path for t in site.register.texts if page_path(t.address) == path), path)
    return Problem(
        path=owner, line=1, field="назва файла",
        message=message + "Перейменуйте один із файлів.", rule="address-twice",
    )  # fmt: skip
