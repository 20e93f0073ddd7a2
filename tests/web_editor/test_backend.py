"""The setting WEB_EDITOR: hosts that Decap knows, and the words for what is wrong."""

import pytest

from plugins.web_editor.backend import SettingError, read_backend

HELPER = "https://oauth.example.org"


def test_this_machine() -> None:
    """Without more words texts are kept by `make editor`."""
    backend = read_backend({"backend": "proxy"})
    assert backend.local and backend.mode == "simple"
    assert backend.origins == ("http://localhost:8081",)


def test_github() -> None:
    """Review by pull request; the page talks to the API, the helper has a window of its own."""
    backend = read_backend(
        {"backend": "github", "repo": "rada/sait", "branch": "main", "base_url": HELPER}
    )
    assert backend.mode == "editorial_workflow" and backend.config["base_url"] == HELPER
    assert backend.origins == ("https://api.github.com",)


def test_gitlab_needs_no_helper() -> None:
    """Review by merge request; the browser logs in itself (PKCE)."""
    given = {"backend": "gitlab", "repo": "rada/veb/sait", "branch": "main", "app_id": "x"}
    backend = read_backend(given)
    assert backend.config["auth_type"] == "pkce" and backend.origins == ("https://gitlab.com",)
    own = {"base_url": "https://git.example.org", "api_root": "https://git.example.org/api/v4"}
    assert read_backend({**given, **own}).origins == ("https://git.example.org",)


@pytest.mark.parametrize("name", ["gitea", "forgejo"])
def test_forgejo(name: str) -> None:
    """Commits to a branch, no review."""
    given = {
        "repo": "rada/sait",
        "branch": "main",
        "app_id": "x",
        "base_url": "https://git.example.org",
    }
    api = {"api_root": "https://git.example.org/api/v1"}
    backend = read_backend({"backend": name, **given, **api})
    assert backend.mode == "simple" and backend.origins == ("https://git.example.org",)


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ({"backend": "netlify"}, "backend – одне з: proxy, github, gitlab, gitea, forgejo"),
        ({}, "а не «»"),
        ({"backend": "github", "branch": "main", "base_url": HELPER}, "потрібен ключ repo"),
        (
            {"backend": "github", "repo": "сайт", "branch": "x", "base_url": HELPER},
            "власник/сховище",
        ),
        ({"backend": "github", "repo": "a/b", "branch": "x", "base_url": "http://a.b"}, "https://"),
        ({"backend": "proxy", "proxy_url": "http://evil.example/api"}, "https://"),
        ({"backend": "proxy", "password": "x"}, "не має ключа password"),
    ],
)
def test_wrong(setting: dict[str, object], words: str) -> None:
    """What is wrong is said with the key and the page of the docs."""
    with pytest.raises(SettingError, match=words):
        read_backend(setting)
