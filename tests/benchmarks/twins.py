"""`make bench-twins`: bytes and milliseconds of compressing pages, by encoding and quality."""

import gzip
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import brotli

from tests.benchmarks.corpus import make_corpus
from tests.benchmarks.measure import measure
from tests.benchmarks.ours import Ours
from tests.benchmarks.surroundings import place

SIZE = 300  # documents of the corpus
WAYS: dict[str, Callable[[bytes], bytes]] = {
    "gzip 9": partial(gzip.compress, compresslevel=9, mtime=0),
    **{
        f"brotli {quality}": partial(brotli.compress, mode=brotli.MODE_TEXT, quality=quality)
        for quality in (5, 7, 9, 11)
    },
}


def main() -> int:
    """Build a small site and print the table."""
    with tempfile.TemporaryDirectory(prefix="bench-", dir=place(SIZE)) as folder:
        site = Ours(Path(folder) / "ours")
        site.start(make_corpus(SIZE))
        measure(site, watch_memory=False)
        pages = [file.read_bytes() for file in sorted(site.output.rglob("index.html"))]
    print(f"{len(pages)} pages of {sum(map(len, pages)) / len(pages):,.0f} bytes")
    for name, compress in WAYS.items():
        started = time.process_time()
        size = sum(len(compress(page)) for page in pages)
        took = time.process_time() - started
        print(f"{name:<10}{size / len(pages):>8,.0f} bytes {1000 * took / len(pages):>6.2f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
