"""The check of one file says what the check of all says of it, though it looks at few texts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest

from plugins.council.problem import Problem
from plugins.incremental import checking
from plugins.incremental.build import check
from plugins.incremental.console import Console
from plugins.incremental.settings import Settings
from plugins.output import Rule, Site, signals
from tests.checks.test_checks import INVALID, VALID, added, expected, files, settings

__all__ = ["settings"]  # the fixture

_EACH = 2  # texts of each rule


def some_of_each_rule() -> Iterator[str]:
    """Yield a few wrong texts of each rule."""
    count: defaultdict[str, int] = defaultdict(int)
    for path in files(INVALID):
        name = expected(path)[0].rpartition("(")[2] if expected(path) else ""
        count[name] += 1
        if count[name] <= _EACH and path.endswith(".md"):
            yield path


@pytest.mark.parametrize("path", list(some_of_each_rule()))
def test_few_texts_suffice(path: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever rule finds something, it finds the same, in the same words."""
    with added(path, (INVALID / path).read_bytes(), settings):
        quickly = check(settings, Console(), frozenset({path}))
        monkeypatch.setattr(checking, "near_content", lambda *_: None)
        assert quickly == check(settings, Console(), frozenset({path}))
        own = {problem for problem in check(settings, Console()) if problem.path == path}
        assert own <= set(quickly)


def test_a_right_text_is_checked_among_its_neighbours(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is usual is quick: the archive is not read for a text without fault."""
    monkeypatch.setattr(checking, "read_site", None)
    news = [path for path in files(VALID) if path.startswith("news/") and path.isascii()]
    assert news
    assert check(settings, Console(), frozenset({news[0]})) == ()


def test_a_rule_of_another_plugin_is_asked_about_all(settings: Settings) -> None:
    """A rule that says nothing of neighbours sees the whole archive, whichever file is checked."""
    seen: list[int] = []

    def counting(site: Site) -> Iterator[Problem]:
        seen.append(len(site.all_texts))
        yield from ()

    def rules() -> Iterable[Rule]:
        return (counting,)

    news = next(path for path in files(VALID) if path.startswith("news/") and path.isascii())
    with signals.get_rules.connected_to(rules):
        assert check(settings, Console(), frozenset({news})) == ()
    assert seen == [sum(path.endswith(".md") for path in files(VALID))]
