"""The site speaks Ukrainian first (law 2704-VIII art. 27(6))."""

from collections.abc import Iterator

from plugins.checks.wanted import in_header
from plugins.council.problem import Problem
from plugins.output import Site, rule


@rule("language", says="Текст іншою мовою має український")
def other_languages_follow_ukrainian(site: Site) -> Iterator[Problem]:
    """A text in another language has its Ukrainian one, since the law wants that to be whole.

    Погано:  lang: en
    Добре:   lang: en
             translation_of: pages/kontakty.md
    """
    by_path = site.all_by_path
    for text in site.all_texts:
        named = [one.target for one in text.mentions if one.name == "translation_of"]
        if text.lang == "uk":
            if named:
                message = "у перекладі допишіть мову: lang: en. Або вилучіть translation_of."
                yield in_header(text, "translation_of", message, "language")
            continue
        original = by_path.get(named[0]) if named else None
        if not named or (original and original.lang != "uk"):
            yield Problem(
                path=text.path, line=text.lines.get("lang", 1), field="translation_of",
                message="текст іншою мовою перекладає український (закон 2704-VIII, ст. 27, ч. 6). "
                "Допишіть, який саме: translation_of: pages/kontakty.md.",
                rule="language",
            )  # fmt: skip
