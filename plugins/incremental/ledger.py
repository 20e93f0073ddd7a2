"""``make ledger``: what is public now is remembered for ever; CI commits it after a deploy."""

from plugins.council.ledger import extended, ledger_text
from plugins.incremental.build import planned_site
from plugins.incremental.console import Console
from plugins.incremental.plan import addresses_of
from plugins.incremental.settings import Settings


def write_ledger(settings: Settings, console: Console) -> int:
    """Add a line for each public text that has none; return how many were added.

    Only addresses that answer are promised: an alert has no page of its own. New texts follow
    in the order (first publication by their own date, identity).
    """
    site, plan = planned_site(settings, console)
    answers = addresses_of(plan)
    texts = (text for text in site.register.texts if text.address in answers)
    published = sorted((text.identity, text.address) for text in texts)
    ledger = extended(site.ledger, published, site.now.strftime("%Y-%m-%dT%H:%M:%SZ"))
    file = settings.content / "data" / "ledger.tsv"
    if len(ledger) > len(site.ledger):
        file.parent.mkdir(exist_ok=True)
        file.write_text(ledger_text(ledger), "utf-8")
    return len(ledger) - len(site.ledger)
