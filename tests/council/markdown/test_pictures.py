import pytest

from plugins.council.markdown import read_body


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (
            '![опис](images/x.jpg "підпис")',
            '<figure><img src="content:images/x.jpg" alt="опис">'
            "<figcaption>підпис</figcaption></figure>",
        ),
        (
            "![опис](images/x.jpg)",
            '<figure><img src="content:images/x.jpg" alt="опис"></figure>',
        ),
        (
            '![а](images/1.jpg)\n![б](images/2.jpg "два")',
            '<div class="gallery"><figure><img src="content:images/1.jpg" alt="а"></figure>'
            '<figure><img src="content:images/2.jpg" alt="б"><figcaption>два</figcaption></figure>'
            "</div>",
        ),
        (
            'Текст ![опис](images/x.jpg "підпис")',
            '<p>Текст <img src="content:images/x.jpg" alt="опис"></p>',
        ),
    ],
)
def test_a_picture_alone_is_a_figure(source: str, html: str) -> None:
    """One picture is a figure with its caption, several a gallery, one in a line stays there."""
    body, faults = read_body(source, legal=False)
    assert (body.html, faults) == (html, ())
