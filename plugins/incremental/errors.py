"""Why a build ends without a new site; the last good one is untouched each time."""

from plugins.council.problem import Problem


class ContentError(Exception):
    """Texts that must be mended first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class FolderError(Exception):
    """A folder cannot be used; the message says why."""


class RenderError(Exception):
    """Outputs that could not be made, each with the reason: the theme or the code is at fault."""
