"""Signs of other programs, which readers would see as they are typed."""

import re
from collections.abc import Iterator

from plugins.checks.pattern import pattern
from plugins.council.misread_yaml import quoted
from plugins.council.problem import Problem, Severity
from plugins.output import Written, rule

# One of these stands in whatever is looked for; each begins with signs that few texts hold.
_SIGNS = ("{", "<%", "|filename")
_MAY_BE_CODE = (
    pattern(r"=[\"']"),
    pattern(r"\[(?:/|toc|\[?_toc|caption|gallery|embed|video|audio|playlist|vc_|contact)"),
)
_CODE = pattern(r"^(```|~~~).*?^\1|`[^`\n]+`", re.M | re.S)
# Whatever may stand between two signs is as long as people write it: a line of a thousand
# opening brackets is looked through once, not a thousand times.
_EVENT = pattern(r"\{[^{}\n]{0,300}?\bon[a-z]{2,20}\s?=[^}\n]{0,300}\}", re.I)
_ATTRIBUTES = pattern(
    r"\{:? ?[.#][\w-]{1,100}[^{}\n]{0,300}\}|\{:[^{}\n]{0,300}\}"
    r"|(?<=\))\{[^{}=\n]{0,100}=[^{}\n]{0,300}\}"
)
_TEMPLATE = pattern(r"\{\{.{0,300}?\}\}|\{%.{0,300}?%\}|<%.{0,300}?%>|[$#]\{\w[^}\n]{0,300}\}")
_HANDLER = pattern(r"[\"'\s]on[a-z]{3,20}\s?=\s?[\"'][^\"'\n]{0,300}[\"']", re.I)
_PELICAN = pattern(r"(?:\{(?:filename|static|attach|author|category|tag|index)\}|\|filename\|)\S*")
_SHORTCODE = pattern(
    r"\[(?:caption|gallery|embed|video|audio|playlist|vc_\w+|contact-form-7)\b[^\[\]\n]{0,300}\]"
    r"|\[(b|i|u|s|url|img|quote|size|color)(?:=[^\[\]\n]{0,300})?\].{0,300}?\[/\1\]"
    r"|^\[(?:TOC|\[_TOC_\])\]",
    re.I | re.M,
)

_KINDS: tuple[tuple[re.Pattern[str], str, Severity], ...] = (
    (_EVENT, "код у дужках тут не діє і читачам не потрібен. Вилучіть його.", "error"),
    (_ATTRIBUTES, "оформлення в дужках тут не діє, читач побачить його. Вилучіть.", "warning"),
    (_TEMPLATE, "код шаблону тут не виконується, читач побачить його таким.", "warning"),
    (_HANDLER, "код події тут не виконується, він лишиться текстом. Вилучіть його.", "warning"),
    (_PELICAN, "так шлях тут не пишуть. Пишіть його від теки content: files/nazva.pdf.", "warning"),
    (_SHORTCODE, "код іншого сайту тут не діє, читач побачить його. Замініть текстом.", "warning"),
)
_LETTER = pattern(r"\w")
_TAG = pattern(r"</?[a-zA-Z][^>\n]*>|<!--")
_CODE_IN_TITLE = pattern(
    r"</?(?:script|iframe|img|svg|style|object|form)\b|\bon\w+\s*=|javascript:", re.I
)
_MARKS = pattern(r"\*\*[^*\n]+\*\*|\[[^\]\n]+\]\([^)\n]+\)|`[^`\n]+`|^#{1,6} ")


@rule(
    "foreign-code",
    says="У тексті немає знаків, які щось значать лише для інших програм",
    excusable=True,
)
def nothing_is_code_of_other_programs(written: Written) -> Iterator[Problem]:
    """No attribute lists, template code, shortcodes: they do nothing here and readers see them.

    Погано:  ## Заголовок {: .red }
    Добре:   ## Заголовок
    """
    text = written.shown
    if not _may_hold_code(written.lower, written.start):
        return
    text = without_code(text)
    taken: set[int] = set()
    for expression, message, severity in _KINDS:
        if expression is _HANDLER and written.body is None:
            continue  # it stood in a tag, which is told already
        for found in expression.finditer(text, written.start):
            if found.start() in taken:
                continue
            taken.update(range(found.start(), min(found.end(), found.start() + 200)))
            shown = found[0] if len(found[0]) <= 60 else found[0][:60] + "…"
            yield written.problem(found.start(), f"«{shown}»: {message}", "foreign-code", severity)


def _may_hold_code(lower: str, start: int) -> bool:
    return any(lower.find(sign, start) >= 0 for sign in _SIGNS) or any(
        sign.search(lower, start) for sign in _MAY_BE_CODE
    )


def without_code(text: str) -> str:
    """Put blanks where code stands: readers are to see it as it is typed."""
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


@rule("plain-title", says="Назва і короткий виклад – прості слова, без розмітки")
def titles_are_plain(written: Written) -> Iterator[Problem]:
    """A title and a summary hold neither tags nor Markdown: both are shown as they are typed.

    Погано:  title: "<b>Увага</b> **всім**"
    Добре:   title: Увага всім
    """
    if written.text is None:
        return
    header = written.text.header
    if not _LETTER.search(header.title):
        yield Problem(
            path=written.path, line=written.text.lines.get("title", 2), field="title",
            message="у назві немає слів. Назвіть, про що текст.", rule="plain-title",
        )  # fmt: skip
    for field, said in (("title", header.title), ("summary", header.summary)):
        if found := _TAG.search(said) or _MARKS.search(said) or _TEMPLATE.search(said):
            shown = found[0] if len(found[0]) <= 60 else found[0][:60] + "…"
            tag = shown.startswith("<")
            message = f"«{shown}»: тут пишуть лише слова, без {'тегів' if tag else 'розмітки'}."
            yield Problem(
                path=written.path, line=written.text.lines.get(field, 2), field=field,
                message=message, rule="plain-title",
                severity="error" if _CODE_IN_TITLE.search(said) else "warning",
            )  # fmt: skip


_FREE = "title|summary|place|text|image_alt|image_credit|position|author|note|alt|caption|reporter"
_CUT = pattern(rf"^(?:[ -]*)({_FREE}): +([^\s\"'\[{{|>#][^\n]*?(?<! )) #([^\n]*)$", re.M)


@rule("cut-off", says="Значення в шапці прочитано до кінця рядка")
def values_are_read_whole(written: Written) -> Iterator[Problem]:
    """No word of a title is lost behind « #», where YAML begins a comment.

    Who means a comment sets it off by two spaces, as ``make new`` does.

    Погано:  title: Рейс # 5 скасовано
    Добре:   title: "Рейс # 5 скасовано"
    """
    head = written.source[: written.start]
    if " #" not in head:
        return
    for found in _CUT.finditer(head):
        key, kept, lost = found.groups()
        whole = quoted(f"{kept} #{lost}".strip())
        message = (
            f"після знака # сайт не читає: лишиться «{kept}». Візьміть усе в лапки: {key}: {whole}"
        )
        yield Problem(
            path=written.path, line=written.line_at(found.start(1)), field=key, message=message,
            rule="cut-off",
        )  # fmt: skip
