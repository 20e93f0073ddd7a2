import io
import zipfile

import pytest

from plugins.importing.odt import read_odt
from plugins.importing.packages import open_package
from plugins.importing.refusal import Refusal
from tests.importing.reading import blocks

_O = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    f'xmlns:{short}="{_O}:{long}:1.0"'
    for short, long in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip
STYLES = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/>'
    "</text:list-style>"
    '<style:style style:name="Bold" style:family="text"><style:text-properties '
    'fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Hidden" style:family="text"><style:text-properties '
    'text:display="none"/></style:style>'
)


def odt(body: str, **parts: str) -> bytes:
    """Return a file with this body."""
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, data in {"content.xml": content, **parts}.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def read(body: str) -> list[str]:
    """Return the blocks of a body."""
    return blocks(read_odt(open_package(odt(body))))


def items(*texts: str, more: str = "") -> str:
    """Return a numbered list."""
    made = "".join(f"<text:list-item><text:p>{one}</text:p></text:list-item>" for one in texts)
    return f'<text:list text:style-name="L"{more}>{made}</text:list>'


def test_numbers_are_those_that_the_reader_saw() -> None:
    """Numbers are those that the reader saw."""
    inner = "<text:list><text:list-item><text:p>б</text:p></text:list-item></text:list>"
    nested = (
        f'<text:list text:style-name="L"><text:list-item><text:p>а</text:p>{inner}'
        "</text:list-item><text:list-item><text:p>в</text:p></text:list-item></text:list>"
    )
    assert read(nested) == ["1. а", "1.1. б", "2. в"]


def test_a_list_goes_on_only_where_it_is_said() -> None:
    """A list goes on only where it is said."""
    on = ' text:continue-numbering="true"'
    body = items("а") + "<text:p>між</text:p>" + items("б", more=on) + items("в")
    assert read(body) == ["1. а", "між", "2. б", "1. в"]


def test_words_in_all_their_places() -> None:
    """Words in all their places."""
    body = (
        '<text:p>Слово <text:span text:style-name="Bold">жирне</text:span><text:s text:c="3"/>'
        'далі<text:tab/>кінець<text:note><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Виноска.</text:p></text:note-body></text:note></text:p>"
        "<text:p>Рамка<draw:frame><draw:text-box><text:p>У рамці</text:p></draw:text-box>"
        "</draw:frame></text:p>"
    )  # fmt: skip
    assert read(body) == ["Слово **жирне** далі кінець[^1]", "Рамка", "У рамці", "[^1]: Виноска."]


def test_what_was_deleted_or_noted_or_hidden_stays_behind() -> None:
    """What was deleted or noted or hidden stays behind."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>старе</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes><text:p>Нове"
        "<office:annotation><text:p>примітка</text:p></office:annotation>"
        '<text:span text:style-name="Hidden">таємне</text:span></text:p>'
    )
    document = read_odt(open_package(odt(body)))
    assert blocks(document) == ["Нове"]
    assert document.private
    assert len(document.remarks) == 3


def test_merged_cells() -> None:
    """Merged cells."""
    body = (
        '<table:table><table:table-row><table:table-cell table:number-columns-spanned="2">'
        "<text:p>А</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
        "<table:table-row><table:table-cell><text:p>б</text:p></table:table-cell>"
        "<table:table-cell><text:p>в</text:p></table:table-cell></table:table-row></table:table>"
    )
    (made,) = read(body)
    assert '<th colspan="2">А</th>' in made
    assert "<td>б</td><td>в</td>" in made


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"Basic/Standard/x.xml": "<x/>"}, "макрос"),
        ({"META-INF/manifest.xml": "<manifest:encryption-data/>"}, "паролем"),
    ],
)
def test_a_program_or_a_password_is_refused(parts: dict[str, str], said: str) -> None:
    """A program or a password is refused."""
    with pytest.raises(Refusal, match=said):
        read_odt(open_package(odt("", **parts)))
