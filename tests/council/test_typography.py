import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.council.typography import _ABBREVIATIONS, _SHORT_WORDS, typeset, typeset_html

# In these tests · is the no-break space.
texts = st.text() | st.text(alphabet="\"'«»„“”-–—.… \u00a0\n№ваАБ15:0<>&;()\ue000\ue003")
pieces = ["<p>", "</p>", "<b>", "</b>", "<br>", "&nbsp;", "&quot;", "<img alt='\"a'>", "<", "&"]
pieces += ['<code>" - </code>', '<!-- " -->', "\ue001", '"', "«", "»", "„", "“", " ", "-", " - "]
pieces += [".", "...", "№", "в", "слово", "5", " грн", "\n"]
fragments = st.lists(st.sampled_from(pieces)).map("".join)


def _shown(text: str) -> str:
    return text.replace("\u00a0", "·")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('Рішення "Про бюджет міста"', "Рішення «Про бюджет міста»"),
        ('ТОВ "Відділ "Слово""', "ТОВ «Відділ „Слово“»"),
        ('"«Слово» чи ні"', "«„Слово“ чи·ні»"),
        ('«Відділ "Слово"»', "«Відділ „Слово“»"),
        ('"Так", сказав: "Ні".', "«Так», сказав: «Ні»."),
        ('("так")', "(«так»)"),
        ('ТОВ "Завод "Кристал"', 'ТОВ "Завод «Кристал»'),
        ('труба 5" нова', 'труба 5" нова'),
        ('перший "абзац\n\nдругий" абзац', 'перший "абзац\n\nдругий" абзац'),
        ("п'ять п’ять 'так'", "п’ять п’ять 'так'"),
    ],
)
def test_quotes_and_apostrophes(typed: str, expected: str) -> None:
    """Paired quotes become «…» and „…“ inside them; a quote without its pair stays."""
    assert _shown(typeset(typed)) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("слово - слово", "слово·– слово"),
        ("слово -- слово", "слово·– слово"),
        ("слово – слово — слово", "слово·– слово·— слово"),
        ("5 грн - ціна", "5·грн·– ціна"),
        ("у 2026 - ні", "у·2026·– ні"),
        ("2021 - 2022", "2021 - 2022"),
        ("- пункт\n- другий", "- пункт\n- другий"),
        ("будь-хто --help", "будь-хто --help"),
        ("отже...", "отже…"),
        ("....", "...."),
        ("08:00-17:00, 8:00 - 9:30", "08:00–17:00, 8:00–9:30"),
        ("2021-2022", "2021-2022"),
        ("№ 5/VIII-194", "№·5/VIII-194"),
        ("+38 (0626) 48-55-11", "+38 (0626) 48-55-11"),
        ("2026-11-23T08:00-09:00", "2026-11-23T08:00-09:00"),
    ],
)
def test_dashes_and_dots(typed: str, expected: str) -> None:
    """A dash between words is –; numbers, phones, dates and lists keep their hyphens."""
    assert _shown(typeset(typed)) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("в і на місці", "в·і·на·місці"),
        ("А він і вона", "А·він і·вона"),
        ("будь-що на", "будь-що на"),
        ("рішення № 1359", "рішення №·1359"),
        ("5 грн, 10 км, 3 м² і 15 %", "5·грн, 10·км, 3·м² і·15·%"),
        ("5 метрів", "5 метрів"),
        ("2026 р., 2021–2022 рр.", "2026·р., 2021–2022·рр."),
        ("ст. 15, п. 3", "ст.·15, п.·3"),
        ("м. Краматорськ, пл. Миру", "м.·Краматорськ, пл.·Миру"),
        ("І. І. Сташкевич", "І.·І.·Сташкевич"),
        ("кінець. Початок", "кінець. Початок"),
    ],
)
def test_words_that_stay_together(typed: str, expected: str) -> None:
    """Short words, units, abbreviations and initials do not part from what they belong to."""
    assert _shown(typeset(typed)) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('<p>"<b>Слово</b>" - діло</p>', "<p>«<b>Слово</b>»·– діло</p>"),
        ('<a title="x - y">"так"</a>', '<a title="x - y">«так»</a>'),
        ('<p>"а</p><p>б"</p>', '<p>"а</p><p>б"</p>'),
        ('<code>"a - b"</code> - "так"', '<code>"a - b"</code>·– «так»'),
        (
            '<pre>a - "b"</pre><script>"a" - b</script>',
            '<pre>a - "b"</pre><script>"a" - b</script>',
        ),
        ("№ <b>5</b> ст. <b>15</b>", "№·<b>5</b> ст.·<b>15</b>"),
        ('Тир&nbsp;"Так" &quot;ні&quot; &amp; "є"', "Тир&nbsp;«Так» &quot;ні&quot; &amp; «є»"),
        ('<!-- "a" - b --><code>"', '<!-- "a" - b --><code>"'),
        ("\ue000 - \ue003", "\ue000·– \ue003"),
        ("<li>- а</li>", "<li>- а</li>"),
    ],
)
def test_html(typed: str, expected: str) -> None:
    """Only text changes, a phrase is whole across inline tags, and code is left alone."""
    assert _shown(typeset_html(typed)) == expected


@given(texts)
@example('«x "a “b" y»')
def test_typesetting_twice_changes_nothing(text: str) -> None:
    """A set text is set."""
    assert typeset(typeset(text)) == typeset(text)


@given(fragments | texts)
def test_typesetting_html_twice_changes_nothing(html: str) -> None:
    """Set HTML is set."""
    assert typeset_html(typeset_html(html)) == typeset_html(html)


@given(texts)
def test_letters_and_digits_stay(text: str) -> None:
    """No letter and no digit comes, goes or moves."""
    assert re.findall(r"\w", typeset(text)) == re.findall(r"\w", text)


words = [*_SHORT_WORDS.split("|"), *_ABBREVIATIONS.split("|"), *"’(А", "ЗА", "Бо", "-за", "Я."]
phrases = st.lists(st.sampled_from([*words, ".", " ", "  ", "\n", "слово"])).map("".join)


# An ellipsis and a dash have rules of their own, which the plain spelling leaves out.
@given(phrases.filter(lambda text: not re.search(r"\.\.\.| --?\s", text)))
@example("а в за  бо слово, за-бо по’за (у  м. Я")
@example("вул. А. Б.  Слово, ст. Г, авул. Я, б.  А")
def test_looking_back_finds_what_looking_ahead_would(text: str) -> None:
    """The patterns that begin with a space set what their plain spelling sets."""
    plain = re.sub(rf"(?<![\w’-])((?i:{_SHORT_WORDS})) +(?=\S)", "\\1\u00a0", text)
    plain = re.sub(rf"(?<![\w-])((?:{_ABBREVIATIONS})\.) +(?=[А-ЯҐЄІЇ])", "\\1\u00a0", plain)
    plain = re.sub(r"(?<!\w)([А-ЯҐЄІЇ]\.) +(?=[А-ЯҐЄІЇ])", "\\1\u00a0", plain)
    assert typeset(text) == plain


@given(fragments)
def test_markup_stays(html: str) -> None:
    """Tags, comments, code and entities come out as they went in."""
    markup = re.compile(r"<code>.*?</code>|<!--.*?-->|<[a-z/][^>]*>|&\w+;")
    assert markup.findall(typeset_html(html)) == markup.findall(html)


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        '"а ',
        ' "',
        "<a",
        '<a "',
        "<b>",
        "<!--",
        "<code>",
        "&a",
        "a",
        " ",
        " -",
        "№ ",
        "\n",
        "1:0",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    """A hundred thousand of anything is set in well under a few seconds."""
    started = time.perf_counter()
    typeset_html(piece * 100_000)
    typeset_html("<" + piece * 100_000)
    assert time.perf_counter() - started < 5
