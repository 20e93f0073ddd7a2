import io

import pytest
from pypdf import PdfWriter

from plugins.importing.pdf import paragraphs_of, read_pdf
from plugins.importing.refusal import Refusal

LONG = "Виконавчий комітет розглянув подання і встановив таке правило для реко-"


def test_lines_become_paragraphs() -> None:
    """Lines become paragraphs."""
    page = f"2\nПро зразок\nпро правила\n{LONG}\nмендацій.\n1. Перше.\n2. Друге –\nдалі.\n\n- 2 -"
    assert list(paragraphs_of([page])) == [
        "Про зразок про правила",
        f"{LONG[:-1]}мендацій.",
        "1. Перше.",
        "2. Друге – далі.",
    ]


def test_a_paragraph_goes_on_over_a_page() -> None:
    """A paragraph goes on over a page."""
    assert list(paragraphs_of([LONG, "мендацій."])) == [f"{LONG[:-1]}мендацій."]


def pdf(password: str = "") -> bytes:
    """Return a PDF of one empty page."""
    writer, buffer = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [(pdf(), "це скан"), (pdf("x"), "паролем"), (b"%PDF-1.7\n", "не читається як PDF")],
)
def test_what_has_no_text_tells_the_way_out(data: bytes, said: str) -> None:
    """What has no text tells the way out."""
    with pytest.raises(Refusal, match=said):
        read_pdf(data)
