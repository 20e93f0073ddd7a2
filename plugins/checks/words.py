"""Words of the header that must be in the council's vocabulary."""

import difflib
from collections.abc import Iterator, Mapping

from plugins.council.header import Act, Bill, Minutes
from plugins.council.problem import Problem
from plugins.council.text import Text
from plugins.council.vocabulary import Entry
from plugins.output import Site


def words_are_known(site: Site) -> Iterator[Problem]:
    """Bodies, kinds of acts and topics are those of content/data/.

    Погано:  body: miskrada
    Добре:   body: miska-rada
    """
    words = site.vocabulary
    for text in site.all_texts:
        for topic in text.header.topics:
            yield from _known(text, "topics", topic, words.topics, "topics.yaml")
        match text.header:
            case Act(body=body, kind=kind) | Bill(body=body, kind=kind):
                yield from _known(text, "body", body, words.bodies, "bodies.yaml")
                yield from _known(text, "kind", kind, words.act_kinds, "act-kinds.yaml")
            case Minutes(body=body):
                yield from _known(text, "body", body, words.bodies, "bodies.yaml")


def _known(
    text: Text, field: str, word: str, known: Mapping[str, Entry], file: str
) -> Iterator[Problem]:
    if word in known:
        return
    near = difflib.get_close_matches(word, known, n=1)
    hint = f"Можливо, «{near[0]}»?" if near else f"Оберіть з: {', '.join(sorted(known))}."
    yield Problem(
        path=text.path, line=text.lines.get(field, 1), field=field, rule="unknown-word",
        message=f"«{word}» немає в data/{file}. {hint}",
    )  # fmt: skip
