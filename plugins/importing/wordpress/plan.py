"""Where each post goes and by which old addresses it is found: decided before any text is read.

Decided by the export alone and by what lies in ``content/``: the same command after a power cut
comes to the same places, and what is there already stays.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from plugins.council import addresses
from plugins.council.addresses import LONGEST_PART, SECTIONS
from plugins.council.fields import old_address
from plugins.council.transliteration import slug
from plugins.importing.existing import Existing
from plugins.importing.wordpress.entries import Archive, Entry, host_of, path_of
from plugins.importing.wordpress.mapping import Correspondence

_LONGEST = 90  # characters of a file name's slug
_OWN = {
    *SECTIONS.values(), addresses.DISCUSSIONS, addresses.BODIES, addresses.TOPICS, addresses.SEARCH,
    addresses.PUBLICATION, "a", "admin", "p", "en", "oparl", "images", "files", "static",
    "vidkryti-dani", "zaversheni", "istoriia",
}  # fmt: skip
"""First parts of addresses that the site itself answers at."""

_REASONS = {
    "private": "приватний запис: у сховищі його бачив би кожен",
    "trash": "кошик",
    "auto-draft": "порожня автоматична чернетка",
    "inherit": "службовий запис",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one entry goes: its file, folder of content, new address, old addresses."""

    path: str
    folder: str
    address: str
    finished: bool
    aliases: tuple[str, ...] = ()
    known: bool = False


@dataclass(slots=True)
class Plan:
    """What becomes of every entry: a place, or the reason why it stays behind."""

    places: dict[int, Place] = field(default_factory=dict)
    left: dict[int, str] = field(default_factory=dict)
    by_path: dict[str, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)


def make_plan(archive: Archive, how: Correspondence, existing: Existing) -> Plan:
    """Return the plan for all entries but attachments and menus."""
    plan = Plan()
    taken = plan.taken
    taken |= existing.addresses
    addresses_of = {path: where for where, path in existing.addresses.items()}
    taken |= {alias: path for alias, path in existing.old.items() if alias not in taken}
    stems: dict[int, tuple[str, ...]] = {}
    for entry in archive.entries.values():
        if entry.path and entry.path != "/":
            plan.by_path.setdefault(entry.path.lower(), entry.id)
        if entry.type in ("attachment", "nav_menu_item"):
            continue
        folder, reason = _folder(entry, how)
        if reason:
            plan.left[entry.id] = reason
            continue
        if known := existing.old.get(f"/p/{entry.id}/"):
            plan.places[entry.id] = Place(
                path=known, folder=folder, address=addresses_of.get(known, ""),
                finished=_is_finished(entry), known=True,
            )  # fmt: skip
            if known.startswith("pages/"):
                stems[entry.id] = tuple(known.removesuffix(".md").split("/")[1:])
            continue
        plan.places[entry.id] = _place(entry, folder, archive, plan, stems, taken)
    _give_aliases(archive, plan, taken)
    return plan


def _folder(entry: Entry, how: Correspondence) -> tuple[str, str]:
    """Return the folder of an entry, or why it has none."""
    if entry.status in _REASONS:
        return "", _REASONS[entry.status]
    if entry.locked:
        return "", "запис під паролем: у сховищі його бачив би кожен"
    if entry.status in ("draft", "pending") and not how.drafts:
        return "", "чернетка (drafts = false в import.toml)"
    folder = how.types.get(entry.type, {"post": "news", "page": "pages"}.get(entry.type, ""))
    if not folder:
        return "", f"тип «{entry.type}» не перенесено (див. [types] в import.toml)"
    if any(domain == "language" and not name.startswith("uk") for domain, name in entry.terms):
        return "", "текст іншою мовою: перекладу потрібен translation_of"
    if entry.type == "page" or folder == "pages":
        return folder, ""
    named = [how.sections[name] for domain, name in entry.terms
             if domain == "category" and name in how.sections]  # fmt: skip
    if named and not any(named):
        return "", "рубрику не переносимо (див. [sections] в import.toml)"
    special = [one for one in named if one and one != folder]
    return (special[0] if special else folder), ""


def _is_finished(entry: Entry) -> bool:
    return entry.status in ("publish", "future")


def _place(
    entry: Entry, folder: str, archive: Archive, plan: Plan, stems: dict[int, tuple[str, ...]],
    taken: dict[str, str],
) -> Place:  # fmt: skip
    name = _name(entry)
    for stem in (name, f"{name}-{entry.id}"):
        if folder == "pages":
            parts = (*_parents(entry, archive, plan, stems, frozenset()), stem)
            path, where = f"pages/{'/'.join(parts)}.md", f"/{'/'.join(parts)}/"
            free = len(parts) > 1 or stem not in _OWN
        else:
            day = entry.moment.date().isoformat() if entry.moment else ""
            year = day[:4] or "0000"
            path = f"{folder}/{year}/{f'{day}-' if day else ''}{stem}.md"
            where, free = f"/{SECTIONS[folder]}/{year}/{stem}/", True
        if free and where.lower() not in taken:
            break
    if folder == "pages":
        stems[entry.id] = parts
    taken[where.lower()] = path
    return Place(path=path, folder=folder, address=where, finished=_is_finished(entry))


def _name(entry: Entry) -> str:
    for text in (entry.slug, entry.title):
        try:
            made = slug(re.sub(r"\.html?$", "", text))
        except ValueError:
            continue
        if len(made) > _LONGEST:
            made = made[:_LONGEST].rpartition("-")[0] or made[:_LONGEST]
        # The site drops a date that a file name begins with: one inside a slug would go as well.
        return f"n-{made}" if re.match(r"\d{4}-\d\d-\d\d-", made) else made
    return f"material-{entry.id}"


def _parents(
    entry: Entry,
    archive: Archive,
    plan: Plan,
    stems: dict[int, tuple[str, ...]],
    below: frozenset[int],
) -> tuple[str, ...]:
    """Return the folders of a page: the names of the pages above it, also of those left behind.

    ``below`` are the pages that were come through: none stands above itself.
    """
    above = archive.entries.get(entry.parent) if entry.parent else None
    below |= {entry.id}
    if above is None or above.id in below or len(below) > 12 or above.type == "attachment":
        return ()
    if above.id in stems:
        return stems[above.id]
    name = _name(above)
    parents = _parents(above, archive, plan, stems, below)
    # The page above may stand later in the export; its own name is decided by the same rules.
    return (*parents, f"{name}-{above.id}" if not parents and name in _OWN else name)


def _give_aliases(archive: Archive, plan: Plan, taken: dict[str, str]) -> None:
    attached: dict[int, list[Entry]] = {}
    for entry in archive.entries.values():
        if entry.type == "attachment" and entry.parent and entry.parent in plan.places:
            attached.setdefault(entry.parent, []).append(entry)
    for id_, place in plan.places.items():
        if place.known:
            continue
        aliases = []
        for typed in _old_addresses(archive.entries[id_], attached.get(id_, []), archive.hosts):
            try:
                where = _short_enough(old_address(typed))
            except ValueError:
                plan.lost.append(f"{typed} – не може бути адресою сторінки ({place.path})")
                continue
            owner = "сам сайт" if _is_ours(where) else taken.get(where.lower(), "")
            if owner == place.path:
                continue
            if owner:
                plan.lost.append(f"{typed} – її має {owner}, а не {place.path}")
                continue
            taken[where.lower()] = place.path
            aliases.append(typed)
        plan.places[id_] = Place(
            path=place.path, folder=place.folder, address=place.address,
            finished=place.finished, aliases=tuple(aliases),
        )  # fmt: skip


def _short_enough(address: str) -> str:
    """Return the address. Raises ValueError when no disk could hold its page."""
    if any(len(part.encode()) > LONGEST_PART for part in address.split("/")):
        raise ValueError(address)
    return address


def _old_addresses(entry: Entry, attached: list[Entry], hosts: frozenset[str]) -> Iterator[str]:
    """Yield the old addresses: its number first, by which a later run knows the text."""
    yield f"/?p={entry.id}"
    found = [entry.path] if "?" not in entry.link else []
    if host_of(entry.guid) in hosts and "?" not in entry.guid:
        found.append(path_of(entry.guid))
    for old in entry.old_slugs:
        if entry.path.count("/") > 1:
            found.append(f"{entry.path.rstrip('/').rpartition('/')[0]}/{old}/")
    for one in attached:
        if "attachment_id=" in one.link:
            found.append(f"/?attachment_id={one.id}")
        elif "." not in one.path.rpartition("/")[2]:
            found.append(one.path)
    yield from (one for one in dict.fromkeys(found) if one not in ("", "/"))


def is_free(where: str, plan: Plan) -> bool:
    """Whether neither a text nor a list of the site answers at an address."""
    return where.lower() not in plan.taken and not _is_ours(where)


def _is_ours(where: str) -> bool:
    """Whether the site's own lists answer there: «/novyny/», «/novyny/2021/»."""
    first, *rest = unquote(where).strip("/").lower().split("/")
    return first in _OWN - {"p"} and all(part.isdecimal() for part in rest)


def numbers_of_terms(places: Mapping[int, Place], archive: Archive) -> set[tuple[str, str]]:
    """Return the terms of texts that are public here: their old lists have somewhere to lead."""
    return {
        term
        for id_, place in places.items() if place.finished
        for term in archive.entries[id_].terms
    }  # fmt: skip
