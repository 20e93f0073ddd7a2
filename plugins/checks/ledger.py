"""The ledger of addresses: what was published once stays told, and nothing tells it otherwise.

A preview publishes nothing: of it the ledger demands nothing.
"""

from collections.abc import Container, Iterator

from plugins.council.dates import KYIV, long_date
from plugins.council.ledger import FILE, moment_of
from plugins.council.ledger_witness import doubles, not_kept
from plugins.council.problem import Problem
from plugins.output import Site, rule


@rule("address-lost", says="Оприлюднена адреса відповідає завжди")
def ledger_still_answers(site: Site, addresses: Container[str]) -> Iterator[Problem]:
    """An address that was ever published still answers, with a page or a redirect.

    Погано:  файл вилучено або перейменовано
    Добре:   aliases: [/novyny/2026/stara-nazva/] у тексті, що його замінив
    """
    for line in site.ledger if site.preview is None else ():
        if line.address not in addresses:
            yield Problem(
                path=FILE, line=line.number, field="address", rule="address-lost",
                message=f"{line.address} вже оприлюднено, а тепер там нічого немає. Поверніть "
                f"файл або допишіть «aliases: [{line.address}]» в тексті, що його замінив.",
            )  # fmt: skip


@rule("ledger", says="Реєстр адрес лише росте")
def ledger_only_grows(site: Site) -> Iterator[Problem]:
    """What the ledger said in former versions it says still: git's history is the witness.

    Погано:  рядок вилучено, змінено адресу або час
    Добре:   нові рядки – після наявних
    """
    if site.preview is None:
        yield from not_kept(site.history.remembered, site.ledger)


@rule("ledger", says="Реєстр адрес не повторюється")
def ledger_says_it_once(site: Site) -> Iterator[Problem]:
    """A text with its address stands once; after a merge of branches it may stand twice.

    Погано:  дві гілки, кожна з власним «make ledger»
    Добре:   реєстр дописує лише автоматична збірка, після оприлюднення
    """
    if site.preview is None:
        yield from doubles(site.ledger)


@rule("published-later", says="Дата оприлюднення – не пізніша за справжню", excusable=True)
def published_is_not_later_than_it_was(site: Site) -> Iterator[Problem]:
    """A header does not say a day of publication on which the text already stood on this site.

    A warning: a date never stops a site, least of all an urgent one. An earlier day is no fault:
    the act may have been published elsewhere before.

    Погано:  published: 2026-11-26, а в реєстрі адрес 2026-11-24
    Добре:   published: 2026-11-24
    """
    first = site.history.first
    for text in site.all_texts:
        said = first.get((text.identity, text.address))
        if not said or text.published is None or text.published.isoformat() <= said[:10]:
            continue
        day = moment_of(said).astimezone(KYIV).date()
        if text.published > day:
            yield Problem(
                path=text.path, line=text.lines.get("published", 1), field="published",
                message=f"текст уже був на сайті {long_date(day)}, так записано в реєстрі адрес. "
                "Напишіть день, коли його справді оприлюднено.",
                rule="published-later", severity="warning",
            )  # fmt: skip
