"""``import-zvit.md``: what was carried, what was not and why, in numbers that add up."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from plugins.council.control import without_invisible
from plugins.importing.wordpress.entries import Archive
from plugins.importing.wordpress.plan import Plan

_LONGEST = 2000  # lines of one list


@dataclass(slots=True)
class Account:
    """What became of each item, by its number; ``shown``: texts' addresses by their uploads."""

    written: dict[int, str] = field(default_factory=dict)
    unfinished: dict[int, str] = field(default_factory=dict)
    known: dict[int, str] = field(default_factory=dict)
    left: dict[int, list[str]] = field(default_factory=dict)
    described: dict[str, list[str]] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)


def report_text(archive: Archive, plan: Plan, account: Account, files: dict[str, str]) -> str:
    """Return the report in Markdown. ``files`` are attachments' files by where they were put."""
    lines = ["# Звіт про перенесення сайту", "", *_counts(archive, plan, account, files)]
    lines += _section("Виписка не дочитана", archive.refusals)
    lines += _section(
        "Не записано", [f"{_called(archive, n)}: {why}" for n, why in account.faults.items()]
    )
    lines += _section("Лишилося недописаним (на сайті не видно)", [
        f"`{path}` – {_called(archive, number)}" for number, path in account.unfinished.items()
    ])  # fmt: skip
    lines += _section("Перенесено не все: перегляньте ці тексти", [
        f"`{_path(account, number)}`: {one}"
        for number, some in account.left.items() for one in some
    ])  # fmt: skip
    lines += _section("Зображення, опис яких узято з назви матеріалу: напишіть, що на них видно", [
        f"`{path}`: {', '.join(f'`{one}`' for one in some)}"
        for path, some in account.described.items()
    ])  # fmt: skip
    lines += _section("Не перенесено", [
        f"{_called(archive, number)}: {why}" for number, why in plan.left.items()
    ])  # fmt: skip
    lines += _section("Файли, не використані жодним перенесеним текстом", _unused(archive, files))
    lines += _section("Меню старого сайту (складіть у content/data/site.yaml)", _menus(archive))
    lines += _section("Старі адреси, які вже зайняті або не можуть бути адресами", plan.lost)
    lines += _section("Автори", _authors(archive))
    return "\n".join(lines).rstrip("\n") + "\n"


def _counts(archive: Archive, plan: Plan, account: Account, files: dict[str, str]) -> Iterator[str]:
    types = Counter(entry.type for entry in archive.entries.values())
    media = types["attachment"]
    used = sum(
        bool(one.type == "attachment" and _used(one.file, files))
        for one in archive.entries.values()
    )
    rows = [
        ("перенесено", len(account.written)),
        ("з них недописаних (на сайті не видно)", len(account.unfinished)),
        ("було перенесено раніше", len(account.known)),
        ("не перенесено навмисно", len(plan.left)),
        ("не записано через помилку", len(account.faults)),
        ("файлів і зображень у виписці", media),
        ("з них використано текстами", used),
        ("пунктів меню", types["nav_menu_item"]),
        ("записів, що повторюються", archive.doubled),
    ]
    accounted = (
        len(account.written) + len(account.known) + len(plan.left) + len(account.faults)
        + media + types["nav_menu_item"] + archive.doubled
    )  # fmt: skip
    yield from ("| Записів | Кількість |", "| --- | ---: |", f"| у виписці | {archive.total} |")
    yield from (f"| {what} | {count} |" for what, count in rows)
    yield f"| **разом враховано** | **{accounted}** |"
    yield from ("", f"Коментарів, яких сайт не має: {archive.comments}.")


def _section(title: str, lines: list[str] | Iterator[str]) -> Iterator[str]:
    found = list(lines)
    if not found:
        return
    yield from ("", f"## {title}", "", *(f"- {_plain(line)}" for line in found[:_LONGEST]))
    if len(found) > _LONGEST:
        yield f"- … і ще {len(found) - _LONGEST}"


def _path(account: Account, number: int) -> str:
    return account.written.get(number) or account.known.get(number, "")


def _called(archive: Archive, number: int) -> str:
    entry = archive.entries[number]
    return f"{entry.id}, «{entry.title[:100]}» ({entry.type}, {entry.status})"


def _plain(text: str) -> str:
    """Keep words from being read as Markdown or HTML."""
    return re.sub(r"([<\[*])", r"\\\1", " ".join(without_invisible(text).split()))[:500]


def _used(upload: str, files: dict[str, str]) -> bool:
    return bool(upload) and (upload in files or re.sub(r"-scaled(?=\.\w+$)", "", upload) in files)


def _unused(archive: Archive, files: dict[str, str]) -> Iterator[str]:
    for entry in archive.entries.values():
        if entry.type == "attachment" and not _used(entry.file, files):
            yield f"{entry.file or entry.link or entry.id}"


def _menus(archive: Archive) -> Iterator[str]:
    for entry in archive.entries.values():
        if entry.type == "nav_menu_item":
            sort, url, number = entry.menu
            target = archive.entries.get(number)
            menu = ", ".join(slug for domain, slug in entry.terms if domain == "nav_menu")
            title = entry.title or (target.title if target and sort == "post_type" else "")
            yield f"{menu}: {title} → {url or (target.link if target else number)}"


def _authors(archive: Archive) -> Iterator[str]:
    counts = Counter(entry.creator for entry in archive.entries.values() if entry.creator)
    for login, count in sorted(counts.items()):
        author = archive.authors.get(login)
        yield f"{author.name if author else login} ({login}): {count}"
