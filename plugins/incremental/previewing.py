"""Which branch and commit a preview is of: said by the environment of CI, else by git.

A declared input, part of the settings. A name comes from whoever pushed the branch, so it is
shortened and stripped of what no reader could see.
"""

from collections.abc import Mapping
from pathlib import Path

from plugins.council.preview import Preview
from plugins.incremental.git_repository import repository_of

BRANCH = (
    "PREVIEW_BRANCH", "GITHUB_HEAD_REF", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "GITHUB_REF_NAME",
    "CI_COMMIT_REF_NAME",
)  # fmt: skip
"""Variables that name the branch, the surest first. GitHub's are those of Forgejo and Gitea too."""

COMMIT = ("PREVIEW_COMMIT", "CI_COMMIT_SHA", "GITHUB_SHA")

LONGEST = 80  # characters of a name
ABBREVIATED = 10  # characters of a commit


def preview_of(content: Path, environ: Mapping[str, str]) -> Preview:
    """Return the preview that a build of ``content`` makes."""
    repository = repository_of(content)
    branch = _first(BRANCH, environ) or (repository.branch() if repository else "")
    commit = _first(COMMIT, environ) or (repository.head() if repository else "")
    return Preview(_shown(branch, LONGEST), _shown(commit, ABBREVIATED))


def _first(names: tuple[str, ...], environ: Mapping[str, str]) -> str:
    return next((environ[name] for name in names if environ.get(name)), "")


def _shown(name: str, longest: int) -> str:
    return "".join(character for character in name if character.isprintable())[:longest]
