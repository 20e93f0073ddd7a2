"""Storage that speaks enough S3 for a deploy, and checks every signature anew.

The signature is computed here from what came over the wire, by the description of AWS and not by
the code under test.
"""

import hashlib
import hmac
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"


@dataclass
class Bucket:
    """Objects by key: (bytes, headers), and the order of requests that changed them."""

    objects: dict[str, tuple[bytes, dict[str, str]]] = field(default_factory=dict)
    changes: list[tuple[str, str]] = field(default_factory=list)
    fail_after: int = 0
    url: str = ""


def signature_of(handler: BaseHTTPRequestHandler, body: bytes) -> str:
    """Return the signature that the request must carry."""
    told = handler.headers["authorization"]
    parts = dict(one.split("=", 1) for one in told.partition(" ")[2].split(","))
    _, day, region, service, _ = parts["Credential"].split("/")
    names = parts["SignedHeaders"].split(";")
    lines = "".join(f"{name}:{(handler.headers[name] or '').strip()}\n" for name in names)
    digest = hashlib.sha256(body).hexdigest()
    assert handler.headers["x-amz-content-sha256"] == digest
    request = "\n".join([handler.command, handler.path, "", lines, parts["SignedHeaders"], digest])
    moment, scope = handler.headers["x-amz-date"], f"{day}/{region}/{service}/aws4_request"
    hashed = hashlib.sha256(request.encode()).hexdigest()
    key: bytes = b"AWS4" + SECRET.encode()
    for part in (day, region, service, "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    text = f"AWS4-HMAC-SHA256\n{moment}\n{scope}\n{hashed}"
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


@contextmanager
def storage() -> Iterator[Bucket]:
    """Run storage with one bucket, «site», while the block lasts."""
    bucket = Bucket()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self, status: int, body: bytes = b"") -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _ask(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            if not self.headers["authorization"].endswith(signature_of(self, body)):
                self._answer(403, b"<Error><Code>SignatureDoesNotMatch</Code></Error>")
                return
            key = unquote(self.path).removeprefix("/site/")
            if self.command == "GET":
                found = bucket.objects.get(key)
                self._answer(200, found[0]) if found else self._answer(
                    404, b"<Code>NoSuchKey</Code>"
                )
                return
            if bucket.fail_after and len(bucket.changes) >= bucket.fail_after:
                self._answer(400, b"<Error><Code>QuotaExceeded</Code></Error>")
                return
            if self.headers["if-none-match"] and key in bucket.objects:
                self._answer(412)
                return
            source = unquote(self.headers["x-amz-copy-source"] or "").removeprefix("/site/")
            if source and source not in bucket.objects:
                self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
                return
            bucket.changes.append((self.command, key))
            if source:
                bucket.objects[key] = bucket.objects[source]
            elif self.command == "PUT":
                sent = {name.lower(): value for name, value in self.headers.items()}
                bucket.objects[key] = (body, sent)
            else:
                bucket.objects.pop(key, None)
            self._answer(200 if self.command == "PUT" else 204)

        do_GET = do_PUT = do_DELETE = _ask

        def log_message(self, format: str, *args: object) -> None:
            """Stay quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        bucket.url = f"http://127.0.0.1:{server.server_port}"
        yield bucket
        server.shutdown()
