"""The import of an old site: read twice as a stream, written text by text, told in a report."""

import argparse
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from plugins.council.addresses import SECTIONS, TOPICS
from plugins.council.moved import is_page
from plugins.council.quantities import plural
from plugins.council.vocabulary import Vocabulary
from plugins.importing.existing import existing_in
from plugins.importing.placing import put
from plugins.importing.refusal import Refusal
from plugins.importing.wordpress.entries import Archive, read_archive
from plugins.importing.wordpress.fetching import Fetcher
from plugins.importing.wordpress.items import Item
from plugins.importing.wordpress.mapping import Correspondence, mapping_for
from plugins.importing.wordpress.moved import Moved
from plugins.importing.wordpress.plan import Plan, is_free, make_plan, numbers_of_terms
from plugins.importing.wordpress.posts import Surroundings, now_in_kyiv, write_post
from plugins.importing.wordpress.report import Account, report_text
from plugins.importing.wordpress.uploads import Uploads
from plugins.importing.wordpress.wxr import read_export

Say = Callable[[str], None]
_EVERY = 500  # texts between words to the person who waits


def import_wordpress(
    files: list[Path], options: argparse.Namespace, words: Vocabulary, say: Say
) -> int:
    """Carry an old site over and return the exit code."""
    content: Path = options.content
    if options.media is not None and not options.media.is_dir():
        say(f"Теки {options.media} немає. Назвіть копію wp-content/uploads: MEDIA=шлях.")
        return 2
    say("Читаємо виписку…")
    archive = read_archive(files)
    for refusal in archive.refusals:
        say(refusal)
    if not archive.entries:
        say("У виписці немає жодного запису.")
        return 1
    try:
        how, proposed = mapping_for(options.mapping, archive, words, content)
    except Refusal as error:
        say(str(error))
        return 1
    if proposed:
        say(f"Складено {options.mapping}: куди яку рубрику перенести. Його можна змінити.")
    if options.plan:
        return 0
    account = _carry(files, archive, how, options, say)
    say(_summary(account, options))
    return 1 if archive.refusals or account.faults else 0


def _carry(
    files: list[Path], archive: Archive, how: Correspondence, options: argparse.Namespace, say: Say
) -> Account:
    content: Path = options.content
    plan = make_plan(archive, how, existing_in(content))
    fetcher = Fetcher(archive.url, say) if options.fetch else None
    uploads = Uploads(content, options.media, fetcher)
    sections = _lists(archive, how, plan)
    around = Surroundings(archive, plan, how, uploads, sections, now_in_kyiv())
    account, told = Account(), 0
    moved = Moved(content)
    for old, new in sections.items():
        if is_free(old, plan):
            moved.add(old, new)
    for item in _items(files):
        _write(item, around, account, moved, content)
        done = len(account.written) + len(account.known)
        if done >= told + _EVERY:
            told = done
            say(f"  {done} із {len(plan.places)}")
    for old, new in _attachments(archive, plan, account):
        moved.add(old, new)
    _save_report(report_text(archive, plan, account, uploads.placed), options.report)
    return account


def _items(files: Iterable[Path]) -> Iterable[Item]:
    for file in files:
        with suppress(Refusal):  # told by the first reading
            for found in read_export(file):
                if isinstance(found, Item):
                    yield found


def _write(item: Item, around: Surroundings, account: Account, moved: Moved, content: Path) -> None:
    number = item.said("post_id")
    id_ = int(number) if number.isdecimal() and len(number) < 16 else 0
    place = around.plan.places.get(id_)
    if place is None or id_ in account.written or id_ in account.known or id_ in account.faults:
        return
    written = write_post(item, around.archive.entries[id_], place, around)
    for old, new in written.documents:
        moved.add(old, new)
    for upload in written.used if place.finished else ():
        account.shown.setdefault(upload, place.address)
    if written.left:
        account.left[id_] = list(dict.fromkeys(written.left))
    if written.described:
        account.described[place.path] = written.described
    if place.known:  # read again only for the report, which a killed run could not write
        account.known[id_] = place.path
        return
    try:
        if not put(content, place.path, written.text.encode()):
            account.faults[id_] = f"файл {place.path} уже є і не з цієї виписки"
            return
    except Refusal as error:
        account.faults[id_] = str(error)
        return
    account.written[id_] = place.path
    if not written.finished:
        account.unfinished[id_] = place.path


def _lists(archive: Archive, how: Correspondence, plan: Plan) -> dict[str, str]:
    """Return old addresses of categories and tags with the lists that took their place."""
    lists: dict[str, str] = {}
    for domain, name in sorted(numbers_of_terms(plan.places, archive)):
        base = {"category": how.category_base, "post_tag": how.tag_base}.get(domain)
        if base is None:
            continue
        topics = how.topics.get(name, ())
        folder = how.sections.get(name, "news") or "news"
        new = f"/{TOPICS}/{topics[0]}/" if topics else f"/{SECTIONS.get(folder, 'novyny')}/"
        parents = _above(archive, domain, name, 0)
        for path in {"/".join((base, *parents, name)), f"{base}/{name}"}:
            lists[f"/{path.lower()}/"] = new
    return lists


def _attachments(archive: Archive, plan: Plan, account: Account) -> Iterator[tuple[str, str]]:
    """Yield pages of attachments of no carried text, with the text that shows the file."""
    for entry in archive.entries.values():
        shown = account.shown.get(entry.file) if entry.type == "attachment" else None
        if not shown or entry.parent in plan.places:
            continue
        for where in (entry.path, f"/p/{entry.id}/"):
            if where.strip("/") and is_page(where) and is_free(where, plan):
                yield where, shown


def _above(archive: Archive, domain: str, name: str, depth: int) -> tuple[str, ...]:
    term = archive.terms.get((domain, name))
    if term is None or not term.parent or depth > 12:
        return ()
    return (*_above(archive, domain, term.parent, depth + 1), term.parent)


def _save_report(text: str, file: Path) -> None:
    half = file.with_name(f".{file.name}.part")
    half.write_text(text, "utf-8")
    half.replace(file)


def _summary(account: Account, options: argparse.Namespace) -> str:
    written = plural(len(account.written), "текст", "тексти", "текстів")
    words = f"Перенесено: {written}."
    if account.known:
        words += f" Було перенесено раніше: {len(account.known)}."
    if account.unfinished:
        words += f" Недописаних, яких на сайті не видно: {len(account.unfinished)}."
    if account.faults:
        words += f" Не записано: {len(account.faults)}."
    return f"{words}\nЩо перенесено не повністю і чому: {options.report}. Далі: make check."
