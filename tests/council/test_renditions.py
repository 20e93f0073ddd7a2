from hypothesis import given
from hypothesis import strategies as st

from plugins.council.files import ContentFile
from plugins.council.renditions import FALLBACK, TYPES, WIDTHS, fallback, renditions


def picture(width: int, height: int, path: str = "images/Фото 1.JPG") -> ContentFile:
    """Return a picture of this size in pixels."""
    return ContentFile(
        path=path, digest="0123456789abcdef", size=1, format="JPEG", width=width, height=height
    )


sizes = st.builds(picture, st.integers(1, 9000), st.integers(1, 9000))


@given(sizes)
def test_no_rendition_is_larger_than_the_picture(file: ContentFile) -> None:
    """A picture is never stretched, keeps its shape, and its largest size is for a desktop."""
    for one in renditions(file):
        assert 1 <= one.width <= min(file.width, WIDTHS[-1])
        assert one.height >= 1
        assert abs(one.height - file.height * one.width / file.width) <= 1


@given(sizes)
def test_every_rendition_has_an_address_of_its_own(file: ContentFile) -> None:
    """No two sizes or formats share a file, and each format is one that we can name."""
    found = renditions(file)
    assert len({one.address for one in found}) == len(found)
    assert {one.format for one in found} == set(TYPES)
    assert found[-1] == fallback(file)


def test_the_sizes_of_a_large_picture() -> None:
    """A photo gets every width in both modern formats and one JPEG."""
    found = [(one.format, one.width, one.height) for one in renditions(picture(4000, 3000))]
    assert found == [
        *(("avif", width, round(width * 0.75)) for width in WIDTHS),
        *(("webp", width, round(width * 0.75)) for width in WIDTHS),
        ("jpg", FALLBACK, 810),
    ]


def test_the_sizes_of_a_small_picture() -> None:
    """A picture between two widths is published in its own size too."""
    assert [one.width for one in renditions(picture(500, 500))] == [360, 500, 360, 500, 500]
    assert [one.width for one in renditions(picture(360, 10))] == [360, 360, 360]


def test_a_new_picture_gets_new_addresses() -> None:
    """The digest stands in the address, so that a browser may keep a picture for ever."""
    assert fallback(picture(500, 500)).address == "/images/foto-1-01234567-500.jpg"
