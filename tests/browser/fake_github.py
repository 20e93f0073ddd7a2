"""As much of GitHub's REST API as a first draft needs (docs.github.com/rest)."""

import json
from base64 import b64decode
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, Route

API = "https://api.github.com"
REPOSITORY = "/repos/rada/sait"
_CORS = {
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "authorization, content-type, cache-control",
    "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
}
_USER = {"backendName": "github", "token": "zrazok", "login": "redaktor", "name": "Редактор"}


@dataclass
class FakeGitHub:
    """An empty repository; ``asked`` are the changes that the page asked for: address, body."""

    asked: list[tuple[str, Any]] = field(default_factory=list)

    def serve(self, page: Page) -> None:
        """Answer in place of GitHub, to a reader who has logged in."""
        user = json.dumps(json.dumps(_USER))
        page.add_init_script(f"localStorage.setItem('decap-cms-user', {user})")
        page.route(f"{API}/**", self._answer)

    def bodies(self, address: str) -> list[Any]:
        """Return what was sent to an address of the repository."""
        return [body for path, body in self.asked if path == REPOSITORY + address]

    def texts(self) -> list[str]:
        """Return the files that were sent."""
        return [b64decode(body["content"]).decode() for body in self.bodies("/git/blobs")]

    def _answer(self, route: Route) -> None:
        request = route.request
        path = request.url.removeprefix(API).partition("?")[0]
        body = json.loads(request.post_data) if request.post_data else {}
        if request.method not in ("GET", "OPTIONS"):
            self.asked.append((path, body))
        known = self._made(path, body) if request.method == "POST" else self._known(path)
        route.fulfill(
            status=404 if known is None else 200, headers=_CORS,
            content_type="application/json", body=json.dumps({} if known is None else known),
        )  # fmt: skip

    def _known(self, path: str) -> Any:
        if path == "/user":
            return _USER
        if path == REPOSITORY:
            return {"owner": {"login": "rada"}, "permissions": {"push": True}}
        if path.startswith(f"{REPOSITORY}/branches/"):
            return {"name": "main", "commit": {"sha": "c0"}}
        if path.startswith(f"{REPOSITORY}/git/trees/"):
            return {"sha": "t0", "tree": [], "truncated": False}
        return [] if path == f"{REPOSITORY}/pulls" else {}

    def _made(self, path: str, body: Any) -> Any:
        return {
            "/git/blobs": {"sha": "b1"},
            "/git/trees": {"sha": "t1", **body},
            "/git/commits": {"sha": "c1", "parents": [{"sha": "c0"}]},
            "/git/refs": {"object": {"sha": "c1"}, **body},
            "/pulls": {"number": 7, "head": {"ref": body.get("head"), "sha": "c1"}, "labels": []},
        }.get(path.removeprefix(REPOSITORY), [])
