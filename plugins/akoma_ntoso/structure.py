"""An arranged act as elements of Akoma Ntoso, each part with its name in the file."""

from collections import Counter
from xml.etree.ElementTree import Element, SubElement

from plugins.akoma_ntoso.arrangement import Arrangement
from plugins.akoma_ntoso.elements import add
from plugins.akoma_ntoso.parts import Part
from plugins.council.markdown.fragments import text_of

_SHORT = {"chapter": "chp", "paragraph": "para", "subparagraph": "subpara"}
"""Elements whose names the Naming Convention shortens in ``eId``."""


def add_structure(act: Element, arrangement: Arrangement) -> None:
    """Add preface or preamble, body and conclusions; an act without parts is one text."""
    parts = arrangement.parts
    if not parts:
        parts = [Part("hcontainer", 0, name="text", blocks=arrangement.opening)]
    elif arrangement.opening:
        _add_opening(act, arrangement.opening)
    body, ids = add(act, "body"), _Ids()
    for part in parts:
        _add_part(body, part, "", ids)
    if arrangement.closing:
        add(act, "conclusions").extend(arrangement.closing)


def _add_opening(act: Element, blocks: list[Element]) -> None:
    """What ends in a colon («міська рада ВИРІШИЛА:») is the preamble, and enacts."""
    *before, last = blocks
    if text_of(last).rstrip().endswith(":") and last.tag == "p":
        preamble = add(act, "preamble")
        preamble.extend(before)
        add(preamble, "formula", name="enacting").append(last)
    else:
        add(act, "preface").extend(blocks)


class _Ids:
    """Gives every part a name once: ``chp_1__para_2__point_a``."""

    def __init__(self) -> None:
        self._turns: Counter[str] = Counter()

    def claim(self, around: str, part: Part) -> str:
        """Return the name of a part by its number, or by its turn where it has none."""
        number = part.number.replace(".", "-")
        short = _SHORT.get(part.tag, part.tag) + (f"_{number}" if number else "")
        wanted = f"{around}__{short}" if around else short
        self._turns[wanted] += 1
        turn = self._turns[wanted]
        return wanted if number and turn == 1 else f"{wanted}_{turn}"


def _add_part(around: Element, part: Part | Element, prefix: str, ids: _Ids) -> None:
    if isinstance(part, Element):
        around.append(part)
        return
    eid = ids.claim(prefix, part)
    made = add(around, part.tag, name=part.name, eId=eid, wId=part.fragment)
    made.extend(one for one in (part.num, part.heading) if one is not None)
    if not part.parts:
        SubElement(made, "content").extend(part.blocks)
        return
    if part.blocks:
        SubElement(made, "intro").extend(part.blocks)
    for inner in part.parts:
        _add_part(made, inner, eid, ids)
