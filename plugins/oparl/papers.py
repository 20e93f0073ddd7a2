"""Papers: acts and bills, made from their cards alone: no header of 20,000 is read for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.council.addresses import DATA
from plugins.council.files import ContentFile
from plugins.council.text import Text
from plugins.council.year_pages import YearPage
from plugins.oparl.files import content_file, data_file, page_file
from plugins.oparl.lists import year_page
from plugins.oparl.objects import (
    Object,
    Shared,
    consultation_id,
    meeting_id,
    of_text,
    organization_id,
    paper_id,
    typed,
)
from plugins.output import Gathered, Site, Tie
from plugins.output.digest import digest_of

_RELATED = ("adopted_from", "became")
_FILES = ("attachments", "explanatory_note", "signature")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What the object of an act or a bill is made from; ``files`` lie beside it."""

    text: Text
    ties: tuple[Tie, ...]
    files: tuple[ContentFile, ...]


def papers(texts: list[Text], site: Site) -> Gathered[Paper]:
    """Return the acts and bills of a year; their bodies are not asked for."""
    digest = digest_of("\n".join([_known_by(text, site) for text in texts]))
    return Gathered(digest, lambda: tuple(_paper(text, site) for text in texts))


def _known_by(text: Text, site: Site) -> str:
    ties = site.register.ties.get(text.path, ())
    known = text.digest + "".join(f"|{tie.digest}" for tie in ties if _shown(tie))
    if not text.mentions:
        return known
    return known + "".join(f"|{file.digest}" for file in _files(text, site))


def _paper(text: Text, site: Site) -> Paper:
    ties = site.register.ties.get(text.path, ())
    shown = tuple(tie for tie in ties if _shown(tie))
    return Paper(text=text, ties=shown, files=_files(text, site))


def _shown(tie: Tie) -> bool:
    return tie.name == "considered_at" or tie.name in _RELATED


def _files(text: Text, site: Site) -> tuple[ContentFile, ...]:
    named = [one.target for one in text.mentions if one.name in _FILES and one.sort == "file"]
    return tuple(site.files[path] for path in dict.fromkeys(named) if path in site.files)


def render_papers(page: YearPage, shared: Shared, found: Gathered[Paper]) -> str:
    """Return the page of a year, oldest paper first."""
    chosen = sorted(found.gather(), key=lambda one: one.text.order, reverse=True)
    return year_page(page, (_object(one, shared) for one in chosen), shared)


def _object(paper: Paper, shared: Shared) -> Object:
    text, words = paper.text, shared.words
    address = paper_id(text, shared)
    kind = words.act_kinds[text.act_kind]
    is_act = text.kind == "acts"
    related = [tie.text for tie in paper.ties if tie.name in _RELATED and tie.text]
    assert text.day is not None  # acts and bills have their dates
    return typed(
        "Paper", address,
        body=shared.body,
        name=text.title,
        reference=text.number,
        date=text.day.isoformat(),
        paperType=kind.name() if is_act else f"Проєкт {kind.detail('genitive')}",
        relatedPaper=[paper_id(one, shared) for one in related],
        mainFile=page_file(text, f"{address}/file", shared),
        auxiliaryFile=list(_auxiliary(paper, address, shared)),
        originatorOrganization=[organization_id(text.body, shared)],
        consultation=list(_consultations(paper, shared)),
        keyword=[words.topics[topic].name() for topic in text.topics],
        **of_text(text, shared),
    )  # fmt: skip


def _auxiliary(paper: Paper, address: str, shared: Shared) -> Iterator[Object]:
    if paper.text.kind == "acts":
        yield data_file(paper.text, DATA, "application/json", f"{address}/data", shared)
    for number, file in enumerate(paper.files, 1):
        yield content_file(file, f"{address}/file/{number}", shared)


def _consultations(paper: Paper, shared: Shared) -> Iterator[Object]:
    for tie in paper.ties:
        if tie.name == "considered_at" and tie.text is not None:
            session, place = tie.text, tie.url.removeprefix("#")
            yield typed(
                "Consultation", consultation_id(paper.text, session, place, shared),
                agendaItem=f"{meeting_id(session, shared)}/{place}",
                meeting=meeting_id(session, shared),
                organization=[organization_id(session.body, shared)],
            )  # fmt: skip
