"""The plan: every output of the site with the key of its inputs, made anew in each build."""

from collections.abc import Iterable

from plugins.council.problem import Problem
from plugins.output import Output, Site, signals

Plan = dict[str, Output]

MARK = "build.json"
"""The output by which a build knows a folder as one of its own."""


class PlanError(Exception):
    """Two plugins or texts want the same file; ``problems`` name it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def make_plan(site: Site) -> Plan:
    """Ask all plugins for their outputs, first those of records, then those of outputs.

    Raises PlanError when one file has two sources: paths that differ only in case count as
    one, since some hosts cannot tell them apart.
    """
    outputs = _asked(signals.ask(signals.get_outputs, site))
    derived = _asked(signals.ask(signals.get_derived_outputs, site, tuple(outputs)))
    plan: Plan = {}
    taken: dict[str, str] = {}
    twice = []
    for output in sorted([*outputs, *derived, _mark()], key=lambda o: o.path):
        if output.path.lower() in taken:
            twice.append(_twice(output.path))
        taken[output.path.lower()] = output.path
        plan[output.path] = output
    if twice:
        raise PlanError(tuple(twice))
    return plan


def _mark() -> Output:
    return Output(path=MARK, inputs=("kramatorsk-council-site",), render=_mark_json)


def _mark_json(generator: str) -> str:
    return f'{{"generator":"{generator}"}}\n'


def addresses_of(plan: Plan) -> frozenset[str]:
    """Return every address at which something answers: pages end in ``/``, files do not."""
    return frozenset("/" + path.removesuffix("index.html") for path in plan)


def _asked(answers: Iterable[Iterable[Output]]) -> list[Output]:
    return [output for answer in answers for output in answer]


def _twice(path: str) -> Problem:
    address = "/" + path.removesuffix("index.html")
    message = f"на адресу {address} претендують два матеріали. Перейменуйте один із файлів."
    return Problem(path=path, line=1, field="адреса", message=message, rule="address-twice")
