"""Where a text answers: its permanent address, made of what does not change.

Folder, year, number and file name make an address; the title never does. Every address ends
in ``/``. Slugs follow Cabinet resolution 55 of 27.01.2010.
"""

from plugins.council.dates import as_date
from plugins.council.header import Act, Bill, Consultation, Header, Minutes, Reported, Session
from plugins.council.numbers import number_slug
from plugins.council.transliteration import slug, strip_date

SECTIONS = {
    "news": "novyny",
    "announcements": "oholoshennia",
    "reports": "zvity",
    "acts": "dokumenty",
    "bills": "proiekty",
    "consultations": "konsultatsii",
    "minutes": "protokoly",
    "sessions": "sesii",
    "units": "pidrozdily",
    "people": "posadovi-osoby",
    "services": "posluhy",
    "alerts": "spovishchennia",
}
"""Folder of content → first part of the address. Pages stand at the root."""

LONGEST_PART = 200
"""Bytes of one part of an address: file systems take 255, compressed twins add more."""

DISCUSSIONS = "obhovorennia"
AWAITED = f"{DISCUSSIONS}/ochikuiut-zvitu"
BODIES = "orhany"
TOPICS = "temy"
SEARCH = "poshuk"
PUBLICATION = "stan-opryliudnennia"
PAST = "zaversheni"
HISTORY = "istoriia/"
"""After the address of a text: its editions and how they differ."""
FACETS = {
    "kind": "vydy",
    "status": "chynnist",
    "convocation": "sklykannia",
    "topic": TOPICS,
}
"""What acts are chosen by → the folder of its lists below the acts; a body stands there itself."""

ALERTS = "alerts.json"
"""The file from which every page has the alerts of this minute."""

DATA = "data.json"
"""The file beside the page of an act that says the same to programs."""

OPARL = "oparl/v1.1"
"""The folder of the interface for programs that know OParl."""

ICS = "kalendar.ics"
"""After the address of a session, of what may be commented or of a body's sessions: the dates."""

AKN = "akn.xml"
"""After the address of an act: the same act as Akoma Ntoso, for programs."""


def body_address(slug: str) -> str:
    """Return where a body has its page."""
    return f"/{BODIES}/{slug}/"


def convocation_address(slug: str, number: int) -> str:
    """Return where a convocation of a council has its page."""
    return f"{body_address(slug)}{FACETS['convocation']}-{number}/"


def identity(header: Header, where: str) -> str:
    """Return what a text is called for ever: ``miska-rada/rishennia/2021/5-viii-194``.

    Acts, bills and sessions are named by what the law names them by; other texts by ``where``
    they answer, their address without slashes at the ends.
    """
    return _by_law(header) or where.strip("/")


def _by_law(header: Header) -> str:
    match header:
        case Act():
            return f"{header.body}/{header.kind}/{header.adopted.year}/{number_slug(header.number)}"
        case Bill():
            year = as_date(header.published).year
            return f"{header.body}/proiekty/{year}/{number_slug(header.number)}"
        case Session():
            return f"{header.body}/sesii/{header.convocation}/{number_slug(header.number)}"
    return ""


def address(kind: str, path: str, header: Header) -> str:
    """Return the address on the site, English texts under ``/en/``.

    Raises ValueError (in Ukrainian) when the file name gives no letters to make a slug of.
    """
    prefix = "/en/" if header.lang == "en" else "/"
    return prefix + "/".join(_parts(kind, path, header)) + "/"


def _parts(kind: str, path: str, header: Header) -> list[str]:
    match header:
        case Act():
            return [SECTIONS[kind], *_by_law(header).split("/")]
        case Bill():
            body, _, year, number = _by_law(header).split("/")
            return [SECTIONS[kind], body, year, number]
        case Minutes() | Session():
            place = [SECTIONS[kind], header.body, str(as_date(header.date).year)]
            return [*place, _name(path, header)]
        case Consultation():
            return [SECTIONS[kind], str(as_date(header.published).year), _name(path, header)]
        case Reported():
            return [SECTIONS[kind], str(as_date(header.date).year), _name(path, header)]
    if kind == "pages":
        folders = path.split("/")[1:-1]
        if header.lang == "en" and folders[:1] == ["en"]:  # the address has its /en/ already
            folders = folders[1:]
        return [*map(slug, folders), _name(path, header)]
    return [SECTIONS[kind], _name(path, header)]


def _name(path: str, header: Header) -> str:
    stem = path.rpartition("/")[2].removesuffix(".md")
    return slug(strip_date(stem.removesuffix(".en") if header.lang == "en" else stem))
