"""Readers: keep-alive clients that open a page and then what it asks for, as fast as they can."""

import asyncio
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]

_VERSION = re.compile(rb'data-version="([^"]+)"')
_ASSET = re.compile(rb'(?:href|src)="/(static/[^"]+)"')


@dataclass
class Seen:
    """What readers saw: answers, those that were wrong, versions of pages."""

    answers: int = 0
    wrong: list[str] = field(default_factory=list)
    versions: set[str] = field(default_factory=set)


@contextmanager
def readers(
    url: str, versions: Mapping[str, Mapping[str, bytes]], count: int = 8
) -> Iterator[Seen]:
    """Let readers read while the block lasts. ``versions`` are the files of each version."""
    seen, stop = Seen(), threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(_all(url, versions, count, seen, stop)))
    thread.start()
    try:
        yield seen
    finally:
        stop.set()
        thread.join()


async def _all(
    url: str, versions: Mapping[str, Mapping[str, bytes]], count: int, seen: Seen,
    stop: threading.Event,
) -> None:  # fmt: skip
    await asyncio.gather(*(_reader(url, versions, number, seen, stop) for number in range(count)))


async def _reader(
    url: str, versions: Mapping[str, Mapping[str, bytes]], number: int, seen: Seen,
    stop: threading.Event,
) -> None:  # fmt: skip
    host, port = str(urlsplit(url).hostname), urlsplit(url).port
    pages = sorted(path for path in next(iter(versions.values())) if path.startswith("p/"))
    connection = await asyncio.open_connection(host, port)
    try:
        while not stop.is_set():
            number = (number * 31 + 7) % 104729
            await _look(connection, pages[number % len(pages)], number, versions, seen)
    except (OSError, EOFError) as error:
        seen.wrong.append(f"the server has hung up: {error!r}")
    finally:
        connection[1].close()
        await connection[1].wait_closed()


async def _look(
    connection: Connection, path: str, number: int, versions: Mapping[str, Mapping[str, bytes]],
    seen: Seen,
) -> None:  # fmt: skip
    body = await _get(connection, "/" + path.removesuffix("index.html"), seen)
    found = _VERSION.search(body)
    version = found[1].decode() if found else ""
    if version not in versions or versions[version][path] != body:
        seen.wrong.append(f"{path}: not a page of any version: {body[:60]!r}")
        return
    seen.versions.add(version)
    await asyncio.sleep(0.002 * (number % 5))  # a browser reads before it asks on
    for asset in _ASSET.findall(body):
        name = asset.decode()
        if await _get(connection, f"/{name}", seen) != versions[version][name]:
            seen.wrong.append(f"{name}: asked for by a page of {version}, not there")


async def _get(connection: Connection, address: str, seen: Seen) -> bytes:
    reader, writer = connection
    writer.write(f"GET {address} HTTP/1.1\r\nHost: test\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = int(re.search(r"(?i)content-length: (\d+)", head)[1])  # type: ignore[index]
    body = await reader.readexactly(length)
    seen.answers += 1
    if not head.startswith("HTTP/1.1 200"):
        seen.wrong.append(f"{address}: {head.splitlines()[0]}")
    return body
