"""What must hold before a release goes out: each guard gives reasons to refuse, or none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from plugins.council.quantities import file_size, plural
from plugins.delivery.manifest import Manifest
from plugins.delivery.names import RELEASE, address_of, is_address, is_page, never_public, path_of

REQUIRED = (
    "index.html", "404.html", "sitemap.xml", "feed.xml", "robots.txt", "poshuk/index.html",
    "poshuk/data/index.json", "build.json", RELEASE,
)  # fmt: skip
"""Without one of these the build is half of one."""

FOR_PROGRAMS = ("sitemap.xml", "feed.xml")
"""… but a preview has none of these: what is made for programs is not made for it."""

COMES_AND_GOES = ("/*/istoriia/",)
"""Addresses that nobody was promised: a page of versions goes with a redaction (adr/0007)."""

JUMP = 3
"""The site may become this many times larger or smaller, in bytes or in files, unasked."""
SMALL = 50
"""… unless it is smaller than that many files: a young site grows in jumps."""

_SHOWN = 10
_LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What a person has allowed for this one run: how many addresses may be lost; whether the
    site may grow in a jump, become older, replace what somebody else has put there.
    """

    shrink: int = 0
    growth: bool = False
    older: bool = False
    foreign: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What is judged: the release, what is live (None for the first), addresses promised.

    ``before`` says that git knows the release's commit as an ancestor of the live one's;
    ``local`` that nobody but us reads the target, ``preview`` that nobody should.
    """

    new: Manifest
    live: Manifest | None
    promised: Sequence[str] = ()
    preview: bool = False
    local: bool = False
    before: bool = False
    allowed: Allowed = Allowed()


def refusals(judged: Judged) -> list[str]:
    """Return every reason not to let the release out."""
    return [
        *_half(judged.new, judged.preview),
        *_not_public(judged.new),
        *_foreign(judged),
        *_broken_promises(judged.new, judged.promised),
        *_vanished(judged),
        *_older(judged),
        *_jumps(judged),
    ]


def vanished(new: Manifest, live: Manifest | None) -> list[str]:
    """Return the addresses that answer now and would answer nothing."""
    if live is None:
        return []
    gone = (address_of(path) for path in live.files.keys() - new.files.keys() if is_address(path))
    return sorted(
        one for one in gone if not any(fnmatchcase(one, known) for known in COMES_AND_GOES)
    )


def _half(new: Manifest, preview: bool) -> Iterator[str]:
    for path in REQUIRED:
        if preview and path in FOR_PROGRAMS:
            continue
        if path not in new.files:
            yield f"немає {path}: збірка не повна"
        elif not new.files[path].size:
            yield f"{path} порожній: збірка не повна"
    yield from (
        f"{path} порожній" for path in new.files if is_page(path) and not new.files[path].size
    )


def _not_public(new: Manifest) -> Iterator[str]:
    why = ((path, never_public(path)) for path in sorted(new.files))
    yield from _first(
        (f"{path}: {reason}, такого не оприлюднюємо" for path, reason in why if reason)
    )


def _foreign(judged: Judged) -> Iterator[str]:
    new, live = judged.new, judged.live
    if judged.preview:
        if new.site:
            yield "robots.txt дозволяє пошуковикам читати попередній перегляд (SITE_INDEXED)"
        return
    if not new.site:
        yield "robots.txt забороняє пошуковикам читати сайт: це збірка для перегляду, не для людей"
    elif urlsplit(new.site).hostname in _LOCAL and not judged.local:
        yield f"складено для {new.site}: це збірка для себе (make html). Потрібна make publish"
    if live is not None and live.site and new.site and live.site != new.site:
        yield f"складено для {new.site}, а там {live.site}: інший сайт або інша адреса (SITEURL)"


def _broken_promises(new: Manifest, promised: Iterable[str]) -> Iterator[str]:
    lost = (one for one in dict.fromkeys(promised) if path_of(one) not in new.files)
    yield from _first(
        f"{one}: адресу обіцяно в content/data/ledger.tsv, а там нічого немає" for one in lost
    )


def _vanished(judged: Judged) -> Iterator[str]:
    gone = vanished(judged.new, judged.live)
    if len(gone) > judged.allowed.shrink:
        yield from _first(
            f"{one}: зараз відповідає, а після розгортання не відповідала б" for one in gone
        )
        words = plural(len(gone), "адреса зникла б", "адреси зникли б", "адрес зникло б")
        yield f"{words}. Якщо так і треба: make deploy … ALLOW_SHRINK={len(gone)}"


def _older(judged: Judged) -> Iterator[str]:
    new, live = judged.new, judged.live
    if live is None or judged.allowed.older:
        return
    by_time = bool(new.committed) and new.committed < live.committed
    if by_time or judged.before:
        yield (
            f"цей випуск старший за той, що на сайті: {_version(new)} проти {_version(live)}. "
            "Повернути попередній: make rollback; якщо так і треба: ALLOW_OLDER=1"
        )


def _version(manifest: Manifest) -> str:
    return f"{manifest.committed} ({manifest.commit[:12]})"


def _jumps(judged: Judged) -> Iterator[str]:
    live, new = judged.live, judged.new
    if live is None or len(live.files) < SMALL or not live.size:  # a damaged one has no sizes
        return
    bytes_, files = (live.size, new.size), (len(live.files), len(new.files))
    grown = any(now > before * JUMP for before, now in (bytes_, files))
    shrunk = any(now * JUMP < before for before, now in (bytes_, files))
    if (grown and not judged.allowed.growth) or (shrunk and not judged.allowed.shrink):
        was, now = (
            f"{count} файлів, {file_size(size)}" for count, size in zip(files, bytes_, strict=True)
        )
        way_out = "ALLOW_GROWTH=1" if grown else "ALLOW_SHRINK=…"
        yield f"розмір сайту стрибнув: було {was}, стане {now}. Якщо так і треба: {way_out}"


def _first(reasons: Iterable[str]) -> Iterator[str]:
    told = list(reasons)
    yield from told[:_SHOWN]
    if len(told) > _SHOWN:
        yield f"… і ще {len(told) - _SHOWN} таких"
