"""Object storage that speaks S3: four requests, signed by AWS Signature Version 4.

https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html. The usual library
holds back python-dateutil, which Pelican needs newer, and weighs more than this site's program.
"""

import hashlib
import hmac
import http.client
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlsplit

from plugins.delivery.errors import Failed
from plugins.delivery.names import is_twin
from plugins.delivery.server.media_types import media_type
from plugins.delivery.server.policy import HEADERS, value_for
from plugins.delivery.targets import S3Target

_TRIES = 4
_TIMEOUT = 60


def signed(
    method: str,
    host: str,
    path: str,
    headers: Mapping[str, str],
    payload: bytes,
    *,
    keys: tuple[str, str],
    region: str,
    now: datetime,
) -> dict[str, str]:
    """Return the headers of a request with its signature; ``path`` is encoded already."""
    access, secret = keys
    moment = now.strftime("%Y%m%dT%H%M%SZ")
    digest = hashlib.sha256(payload).hexdigest()
    sent = {
        **{name.lower(): value for name, value in headers.items()},
        "host": host, "x-amz-content-sha256": digest, "x-amz-date": moment,
    }  # fmt: skip
    names = ";".join(sorted(sent))
    canonical = "".join(f"{name}:{sent[name].strip()}\n" for name in sorted(sent))
    request = f"{method}\n{path}\n\n{canonical}\n{names}\n{digest}"
    scope = f"{moment[:8]}/{region}/s3/aws4_request"
    hashed = hashlib.sha256(request.encode()).hexdigest()
    to_sign = f"AWS4-HMAC-SHA256\n{moment}\n{scope}\n{hashed}"
    key = f"AWS4{secret}".encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    signature = hmac.digest(key, to_sign.encode(), "sha256").hex()
    sent["authorization"] = (
        f"AWS4-HMAC-SHA256 Credential={access}/{scope},SignedHeaders={names},Signature={signature}"
    )
    return sent


class S3Store:
    """A bucket, or what in it begins with a prefix. An object is replaced at once."""

    def __init__(self, target: S3Target, access: str, secret: str) -> None:
        self._target = target
        self._keys = (access, secret)
        self._endpoint = urlsplit(target.endpoint)
        self._connection: http.client.HTTPConnection | None = None

    def close(self) -> None:
        """Close the connection."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def read(self, path: str) -> str | None:
        """Return an object as text, None when there is none."""
        status, body = self._request("GET", path)
        return None if status == 404 else body.decode(errors="replace")

    def send(self, path: str, file: Path) -> None:
        """Put an object there, with its type and how long it may be kept."""
        self._put(path, file.read_bytes())

    def write(self, path: str, text: str) -> None:
        """Put a text there, which nobody keeps unasked."""
        headers = {"Content-Type": media_type(path), "Cache-Control": "no-cache"}
        self._request("PUT", path, text.encode(), headers)

    def copy(self, path: str, to: str) -> bool:
        """Put an object at another path, too, with its type: the storage does it by itself."""
        status, body = self._request("PUT", to, b"", {"X-Amz-Copy-Source": self._address(path)})
        if b"<Error>" in body and status != 404:  # it may say 200 and fail
            raise Failed(_plain(status, body))
        return status != 404

    def remove(self, path: str) -> None:
        """Remove an object; one that is not there is no error."""
        self._request("DELETE", path)

    def claim(self, path: str, text: str) -> bool:
        """Put a text there if there is none; storage that cannot tell is asked first."""
        if self.read(path) is not None:
            return False
        status, _ = self._request("PUT", path, text.encode(), {"If-None-Match": "*"})
        return status != 412 and self.read(path) == text

    def release(self, path: str) -> None:
        """Give up what was claimed, by us or by somebody who died."""
        self.remove(path)

    def wanted(self, path: str) -> bool:
        """Twins are of no use: storage does not choose, a CDN compresses by itself."""
        return not is_twin(path)

    def _address(self, path: str) -> str:
        key = f"{self._target.prefix}{path}".lstrip("/")
        return quote(f"/{self._target.bucket}/{key}", safe="/-_.~")

    def _put(self, path: str, data: bytes) -> None:
        kept = next(one for one in HEADERS if one.name == "Cache-Control")
        headers = {
            "Content-Type": media_type(path),
            "Cache-Control": value_for(kept, f"/{path}"),
        }
        self._request("PUT", path, data, headers)

    def _request(
        self, method: str, path: str, data: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> tuple[int, bytes]:
        """Ask, over a new connection when the old one is lost. Raises Failed."""
        address = f"{self._endpoint.path}{self._address(path)}"
        reason = ""
        for attempt in range(_TRIES):
            try:
                status, body = self._ask(method, address, data, headers or {})
            except (OSError, http.client.HTTPException) as error:
                self.close()
                reason = str(error) or type(error).__name__
            else:
                if status < 400 or status in (404, 412):
                    return _there(status, body, method)
                if status < 500 and status != 429:
                    raise Failed(_plain(status, body))
                reason = _plain(status, body)
            time.sleep(0.3 * attempt)
        raise Failed(f"сховище недосяжне: {reason}")

    def _ask(
        self, method: str, address: str, data: bytes, headers: Mapping[str, str]
    ) -> tuple[int, bytes]:
        if self._connection is None:
            secure = self._endpoint.scheme == "https"
            kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
            self._connection = kind(self._endpoint.netloc, timeout=_TIMEOUT)
        sent = signed(
            method, self._endpoint.netloc, address, headers, data, keys=self._keys,
            region=self._target.region, now=datetime.now(UTC),
        )  # fmt: skip
        self._connection.request(method, address, data, sent)
        response = self._connection.getresponse()
        return response.status, response.read()


def _there(status: int, body: bytes, method: str) -> tuple[int, bytes]:
    """Raise Failed when it is the bucket that is not there."""
    if status == 404 and (b"NoSuchBucket" in body or (method == "PUT" and b"Key" not in body)):
        raise Failed("такого сховища (bucket) немає")
    return status, body


def _plain(status: int, body: bytes) -> str:
    said = body.decode(errors="replace")
    code = said.partition("<Code>")[2].partition("</Code>")[0]
    if status in (401, 403):
        return f"сховище не пускає: перевірте ключі та права ({code or status})"
    return f"сховище відмовило: {code or status}"
