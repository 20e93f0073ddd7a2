"""What a real web server answers: a plain HTTP client, without redirects followed."""

import http.client
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

_TIMEOUT = 15  # seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer; status 0 means that there was none, and ``body`` says why."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(url: str, path: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Return what the site at ``url`` answers at an address (``/novyny/``)."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.netloc, timeout=_TIMEOUT)
    try:
        connection.request(
            "GET", quote(parts.path + path, safe="/%?=&"), headers=dict(headers or {})
        )
        response = connection.getresponse()
        named = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, named, response.read())
    except (OSError, http.client.HTTPException, ssl.SSLError) as error:
        return Answer(0, {}, str(error).encode())
    finally:
        connection.close()
