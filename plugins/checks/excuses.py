"""Excuses: a rule that does not apply to one text, for a reason that everybody may read."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache

from plugins.council.problem import Problem, Severity
from plugins.council.text import Text
from plugins.output import Site, Written, rule


@cache
def names() -> dict[str, bool]:
    """Return the names of all rules, and of each whether it may be excused."""
    from plugins.checks.catalogue import entries  # which lists the rule below too

    found: dict[str, bool] = {}
    for entry in entries():
        for name in entry.about.names:
            found[name] = found.get(name, False) or entry.about.excusable
    return found


@rule("allow", says="Виняток називає правило, причину і того, хто дозволив")
def excuses_name_a_rule(written: Written) -> Iterator[Problem]:
    """An excuse names a rule that there is and that may be excused; all excuses are listed.

    What keeps readers safe cannot be excused: code, files that are not what they seem, addresses.

    Погано:  allow: [{rule: html, reason: треба, approved_by: я}]
    Добре:   allow: [{rule: personal-data, reason: телефон забудовника, approved_by: юрист}]
    """
    if written.text is None:
        return
    known = names()
    for number, excuse in enumerate(written.text.header.allow):
        line = written.text.lines.get(f"allow.{number}.rule", 1)
        if excuse.rule not in known:
            near = get_close_matches(excuse.rule, known, n=1)
            hint = f"Можливо, «{near[0]}»?" if near else "Назви правил – у docs/rules.md."
            message = f"правила «{excuse.rule}» немає. {hint}"
        elif not known[excuse.rule]:
            message = f"винятків із правила «{excuse.rule}» не буває. Виправте текст."
        else:
            message = f"виняток «{excuse.rule}»: {excuse.reason}. Дозволив: {excuse.approved_by}."
            yield _problem(written, line, message, "note")
            continue
        yield _problem(written, line, message, "error")


def _problem(written: Written, line: int, message: str, severity: Severity) -> Problem:
    return Problem(
        path=written.path, line=line, field="allow", message=message, rule="allow",
        severity=severity,
    )  # fmt: skip


def excused(site: Site) -> Callable[[Problem], bool]:
    """Pardon what a text excuses, in itself or in a file that it shows."""

    @cache
    def texts() -> dict[str, list[Text]]:
        """Return the texts that may excuse something at a path."""
        found: dict[str, list[Text]] = {text.path: [text] for text in site.all_texts}
        for text in site.all_texts:
            for path in {*text.files, *(reference.target for reference in text.references)}:
                if path in site.files:
                    found.setdefault(path, []).append(text)
        return found

    @cache
    def rules(path: str) -> frozenset[str]:
        own = texts().get(path, ())
        return frozenset(excuse.rule for text in own for excuse in text.header.allow)

    def pardoned(problem: Problem) -> bool:
        return names().get(problem.rule, False) and problem.rule in rules(problem.path)

    return pardoned
