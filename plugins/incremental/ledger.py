"""``make ledger``: what is public now is remembered for ever; CI commits it after a deploy."""

from datetime import date
from pathlib import Path

from plugins.council.ledger import FILE, Ledger, extended, ledger_text
from plugins.council.text import Text
from plugins.incremental.build import planned_site
from plugins.incremental.console import Console
from plugins.incremental.errors import FolderError
from plugins.incremental.plan import Addresses
from plugins.incremental.settings import Settings


def write_ledger(settings: Settings, console: Console) -> int:
    """Add a line for each public text that has none; return how many were added.

    Only addresses that answer are promised: an alert has no page of its own. New texts follow
    in the order (publication by their own date, identity); what stands in the file is not
    touched. Raises as ``build`` does, so nothing is added to a ledger that lost a line.
    """
    if settings.preview is not None:
        raise FolderError("попередній перегляд нічого не оприлюднює, тож реєстру не дописує.")
    site, plan = planned_site(settings, console)
    answers = Addresses(plan)
    texts = sorted((one for one in site.register.texts if one.address in answers), key=_order)
    published = [(text.identity, text.address) for text in texts]
    ledger = extended(site.ledger, published, site.now.strftime("%Y-%m-%dT%H:%M:%SZ"))
    added = ledger[len(site.ledger) :]
    if added:
        _append(settings.content / FILE, added)
    return len(added)


def _order(text: Text) -> tuple[date, str]:
    """Texts without a date come first: pages, units, services."""
    return text.published or text.day or date.min, text.identity


def _append(file: Path, lines: Ledger) -> None:
    file.parent.mkdir(exist_ok=True)
    before = file.read_bytes() if file.is_file() else b""
    whole = not before or before.endswith(b"\n")
    with file.open("ab") as at_end:
        at_end.write((b"" if whole else b"\n") + ledger_text(lines, head=not before).encode())
