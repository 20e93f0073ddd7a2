"""Files of the old site from the network: only when asked for, only from the old site itself."""

import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO
from urllib.parse import quote, urlsplit

_LARGEST = 100_000_000  # bytes
_PATIENCE = 30  # seconds


class _NoOtherHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to the same host."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str,
        headers: http.client.HTTPMessage, newurl: str,
    ) -> urllib.request.Request | None:  # fmt: skip
        """Return the next request, ``None`` to refuse."""
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if new.scheme not in ("http", "https") or new.hostname != old.hostname:
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches from ``url``, the old site's address; ``say`` tells of each file."""

    url: str
    say: Callable[[str], None]

    def fetch(self, upload: str) -> bytes | None:
        """Return a file's bytes, ``None`` when it is not to be had or too large."""
        address = f"{self.url.rstrip('/')}/wp-content/uploads/{quote(upload)}"
        if urlsplit(address).scheme not in ("http", "https"):
            return None
        opener = urllib.request.build_opener(_NoOtherHost)
        try:
            with opener.open(address, timeout=_PATIENCE) as answer:
                data: bytes = answer.read(_LARGEST + 1)
        except (OSError, urllib.error.URLError, http.client.HTTPException, ValueError):
            return None
        self.say(f"    отримано {address}")
        return data if len(data) <= _LARGEST else None
