"""Personal data stay out of what is published: in texts, and inside the files beside them."""

from collections.abc import Callable, Iterator

from plugins.checks.pattern import pattern
from plugins.checks.personal import Found, blank_addresses, in_addresses, numbers
from plugins.checks.personal_births import births, years
from plugins.checks.personal_contacts import contacts, homes, mask_box, mask_phone
from plugins.checks.personal_health import health
from plugins.checks.personal_licences import licences
from plugins.checks.personal_numbers import is_rnokpp, masked
from plugins.checks.personal_tables import in_tables, without_sums
from plugins.checks.personal_view import as_seen, ascii_digits
from plugins.council.control import without_invisible
from plugins.council.header import Contact
from plugins.council.problem import Problem, Severity
from plugins.output import Site, Written, rule

RULE = "personal-data"
_ADVICE = "Приберіть; якщо закон велить оприлюднити, поясніть це в allow."
_OF_WORK = (
    "Приберіть. Службовий підпишіть назвою установи або впишіть у {key} її сторінки; "
    "якщо закон велить оприлюднити, поясніть це в allow (rule: personal-data)."
)
_KEYS = {"особистий телефон": "phones", "приватна пошта": "email"}


@rule(RULE, says="У тексті немає персональних даних", excusable=True)
def persons_stay_private(written: Written) -> Iterator[Problem]:
    """No number of a person, private account, phone, mailbox, home, birthday, health (law 2297-VI).

    What belongs to an office is no personal datum: phones and mailboxes of units, accounts of the
    Treasury, numbers of acts and codes of bodies. Contacts in the headers of units and persons are
    public by office.

    Погано:  Заяву подав мешканець, РНОКПП 3184710691, тел. 050 123 45 67
    Добре:   Заяву подав мешканець міста
    """
    text = without_sums(ascii_digits(without_invisible(written.source)))
    start = _body_of(written, text) if written.kind in _OF_OFFICE else 0
    for line, one in sorted(set(_by_lines(text[start:])), key=lambda found: found[0]):
        number = text.count("\n", 0, start) + line
        yield Problem(
            path=written.path, line=number, message=message_of(one), rule=RULE,
            field="текст" if number >= written.body_line else "шапка",
            severity="error" if one.sure else "warning",
        )  # fmt: skip
    yield from persons_in_name(written.path, "назва файла", "error")


def _by_lines(text: str) -> Iterator[tuple[int, Found]]:
    """Yield what is personal with its line: as typed, as readers see it, and in tables."""
    seen, lines = as_seen(text) or (text, text)
    told: set[tuple[int, str]] = set()
    for view, breaks in ((text, text), (seen, lines)) if seen is not text else ((text, text),):
        for one in personal(view):
            line = breaks.count("\n", 0, one.offset) + 1
            told.add((line, one.what))
            yield line, one._replace(offset=0)
    if "\n|" in lines:
        for one in in_tables(lines):
            line = lines.count("\n", 0, one.offset) + 1
            if (line, one.what) not in told:
                yield line, one._replace(offset=0)


def persons_in_name(path: str, field: str, severity: Severity) -> Iterator[Problem]:
    """Yield the taxpayers' numbers in the name of a file, which becomes its address."""
    for run in _TEN.findall(path.rpartition("/")[2]):
        if is_rnokpp(run):
            message = f"у назві «{masked(run)}» – РНОКПП. Перейменуйте файл."
            yield Problem(
                path=path, line=1, field=field, message=message, rule=RULE, severity=severity
            )


_TEN = pattern(r"(?<![0-9])[0-9]{10}(?![0-9])")


_OF_OFFICE = ("units", "people", "services")
"""Kinds whose headers hold contacts of an office."""


def _body_of(written: Written, text: str) -> int:
    at = 0
    for _ in range(written.body_line - 1):
        at = text.find("\n", at) + 1
    return at


def personal(text: str) -> Iterator[Found]:
    """Yield what is personal in a plain text, its digits ASCII's."""
    yield from in_addresses(text)
    text = blank_addresses(text)
    lower = text.lower()
    yield from numbers(text, lower)
    yield from contacts(text)
    yield from homes(text, lower)
    yield from licences(text, lower)
    yield from health(text, lower)
    if any(word.search(lower) for word in _OF_BIRTH):
        yield from births(text)
        yield from years(text)


_OF_BIRTH = tuple(map(pattern, ("народ(?:ж|ив|ил)", r"\.(?<=[рд]\.) ?н", r"нар\.", "уродж")))


def message_of(found: Found) -> str:
    """Say what was found and what to do."""
    if found.what.startswith("рахунок"):
        return f"«{found.shown}» – {found.what}. Звірте його з документом."
    like = "" if found.sure else "схоже на "
    key = _KEYS.get(found.what)
    advice = _OF_WORK.format(key=key) if key else _ADVICE
    return f"«{found.shown}» – {like}{found.what}. {advice}"


def contacts_of_offices(site: Site) -> Callable[[Problem], bool]:
    """Pardon what units, persons and the site itself give as their own phone or mailbox."""
    known: list[frozenset[str]] = []

    def pardoned(problem: Problem) -> bool:
        if problem.rule != RULE or not problem.message.startswith("«"):
            return False
        if not known:  # asked only where something was found
            known.append(frozenset(_own(site)))
        return problem.message.partition("»")[0][1:] in known[0]

    return pardoned


def _own(site: Site) -> Iterator[str]:
    for text in site.all_texts:
        if text.kind in _OF_OFFICE and isinstance(header := text.header, Contact):
            yield from map(mask_phone, header.phones)
            yield from map(mask_box, header.email)
    said = [str(value) for value in _leaves(site.vocabulary.site)]
    said += [
        str(value)
        for entry in site.vocabulary.bodies.values()
        for value in _leaves(dict(entry.details))
    ]
    for value in said:
        yield mask_box(value) if "@" in value else mask_phone(value)


def _leaves(tree: object) -> Iterator[object]:
    if isinstance(tree, dict):
        for value in tree.values():
            yield from _leaves(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _leaves(value)
    elif tree is not None:
        yield tree
