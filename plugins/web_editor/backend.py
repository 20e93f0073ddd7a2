"""Where the editor keeps what is written: the setting ``WEB_EDITOR`` as Decap asks for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from plugins.output import ThemeError

PROXY = "proxy"
_PROXY_URL = "http://localhost:8081/api/v1"
_SIMPLE, _REVIEW = "simple", "editorial_workflow"
_REPO = re.compile(r"[\w.-]+(?:/[\w.-]+)+")


class SettingError(ThemeError):
    """``WEB_EDITOR`` cannot be used; the message says how to write it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a host of repositories needs to be told, and whether it knows review by request.

    ``talks_to`` are the addresses that the browser asks where the setting names no other.
    """

    needs: tuple[str, ...]
    may: tuple[str, ...] = ()
    mode: str = _REVIEW
    talks_to: tuple[str, ...] = ()
    fixed: Mapping[str, Any]


KINDS = {
    PROXY: Kind(
        needs=(), may=("proxy_url", "branch"), mode=_SIMPLE, fixed={"proxy_url": _PROXY_URL}
    ),
    "github": Kind(
        needs=("repo", "branch", "base_url"), may=("auth_endpoint", "api_root", "site_domain"),
        talks_to=("https://api.github.com",), fixed={"squash_merges": True},
    ),
    "gitlab": Kind(
        needs=("repo", "branch", "app_id"), may=("base_url", "api_root", "auth_endpoint"),
        talks_to=("https://gitlab.com",), fixed={"auth_type": "pkce", "squash_merges": True},
    ),
    "gitea": Kind(
        needs=("repo", "branch", "app_id", "base_url", "api_root"), may=("auth_endpoint",),
        mode=_SIMPLE, fixed={},
    ),
    "forgejo": Kind(
        needs=("repo", "branch", "app_id", "base_url", "api_root"), may=("auth_endpoint",),
        mode=_SIMPLE, fixed={},
    ),
}  # fmt: skip
"""By Decap's names (decapcms.org, «Backends»)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backend:
    """A backend as Decap's configuration has it, and the origins that the browser talks to."""

    config: Mapping[str, Any]
    mode: str
    origins: tuple[str, ...]

    @property
    def local(self) -> bool:
        """Whether texts are kept on this machine by `make editor`."""
        return bool(self.config["name"] == PROXY)


def read_backend(setting: Mapping[str, Any]) -> Backend:
    """Return the backend of a setting. Raises SettingError in words for who sets the site up."""
    given = {key: value for key, value in setting.items() if key != "backend"}
    name = str(setting.get("backend", ""))
    kind = KINDS.get(name)
    if kind is None:
        raise SettingError(f"WEB_EDITOR: backend – одне з: {', '.join(KINDS)}, а не «{name}».")
    for key in kind.needs:
        if not given.get(key):
            raise SettingError(f"WEB_EDITOR: для {name} потрібен ключ {key} (docs/web-editor.md).")
    for key, value in given.items():
        _check(name, kind, key, value)
    config = {"name": name, **kind.fixed, **given}
    urls = [config[key] for key in ("proxy_url", "base_url", "api_root") if key in config]
    # The window of an OAuth helper is no request of the page: GitHub's base_url is only opened.
    asked = [config["api_root"]] if name == "github" and "api_root" in config else urls
    talks = kind.talks_to if name == "github" and "api_root" not in config else tuple(asked)
    origins = {_origin(url) for url in talks or kind.talks_to}
    return Backend(config=config, mode=kind.mode, origins=tuple(sorted(origins)))


def _check(name: str, kind: Kind, key: str, value: Any) -> None:
    if key not in (*kind.needs, *kind.may):
        raise SettingError(f"WEB_EDITOR: {name} не має ключа {key} (docs/web-editor.md).")
    if key == "repo" and not _REPO.fullmatch(str(value)):
        raise SettingError("WEB_EDITOR: repo пишуть так: власник/сховище.")
    local = name == PROXY and str(value).startswith("http://localhost:")
    if key in ("base_url", "api_root", "proxy_url") and not local:
        parts = urlsplit(str(value))
        if parts.scheme != "https" or not parts.hostname:
            raise SettingError(f"WEB_EDITOR: {key} – адреса, що починається з https://.")


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
