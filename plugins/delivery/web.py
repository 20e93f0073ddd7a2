"""What a real web server answers: a plain HTTP client, without redirects followed."""

import http.client
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote, urlsplit

from plugins.delivery.names import RELEASE

_TIMEOUT = 15  # seconds
FRESH = {"Cache-Control": "no-cache", "Accept-Encoding": "identity"}


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


def shows_another(url: str, digest: str) -> str:
    """Return what is wrong when the site's ``release.json`` has not this SHA-256, else nothing."""
    told = ask(url, f"/{RELEASE}", FRESH)
    if told.status != 200:
        return f"/{RELEASE}: {status_of(told)}"
    if sha256(told.body).hexdigest() != digest:
        return f"/{RELEASE}: сервер показує інший випуск"
    return ""


def status_of(answer: Answer) -> str:
    """Return an answer's status as a person reads it."""
    if answer.status:
        return str(answer.status)
    return f"сервер не відповідає ({answer.body.decode(errors='replace')})"
