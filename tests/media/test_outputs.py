from importlib import import_module
from pathlib import Path

import pytest

from tests.incremental.tiny_site import TinySite, news, picture, tree

media = import_module("plugins.media.outputs")  # the package has a function of this name


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """A site whose news shows one of two pictures and offers one of two files."""
    tiny = TinySite(tmp_path)
    for name in ("a", "b"):
        tiny.write(f"images/{name}.png", picture())
        tiny.write(f"files/{name}.csv", "1;2\n")
    body = "[таблиця](files/a.csv)"
    tiny.write("news/2026/a.md", news(words=body, image="images/a.png", image_alt="Зразок"))
    return tiny


def published(site: TinySite, folder: str) -> set[str]:
    """Return the names of files published in a folder, digests cut off."""
    return {file.name.split("-")[0] for file in (site.output / folder).iterdir() if file.is_file()}


def test_only_what_a_public_text_shows_is_published(site: TinySite) -> None:
    """A picture or file lying in the content is not public before a text that is names it."""
    site.build()
    assert published(site, "images") == {"a"}
    assert published(site, "files") == {"a.csv"}
    site.write("news/2026/b.md", news(words="[ще](files/b.csv)", publish_at="2026-12-01"))
    site.build()
    assert published(site, "files") == {"a.csv"}


def test_file_is_published_as_it_is(site: TinySite) -> None:
    """An attachment keeps every byte."""
    site.build()
    assert site.read("files/a.csv") == "1;2\n"


def test_original_of_a_picture_is_not_published(site: TinySite) -> None:
    """Only renditions are public, for the original tells where it was taken."""
    site.build()
    original = (site.content / "images/a.png").read_bytes()
    assert original not in tree(site.output).values()


def test_picture_is_encoded_once_for_all_builds(
    site: TinySite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another build takes pictures from the folder of the first, without encoding."""
    site.build()

    def encode(*_: object) -> bytes:
        raise AssertionError("encoded again")

    monkeypatch.setattr(media, "encode", encode)
    assert site.clean_tree() == tree(site.output)


def test_another_encoder_encodes_anew(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures of another version of the encoder are not taken for today's."""
    site.build()
    monkeypatch.setattr(media, "encoder", lambda: "0")
    monkeypatch.setattr(media, "encode", lambda *_: b"anew")
    made = site.clean_tree()
    assert {data for path, data in made.items() if path.startswith("images/a-")} == {b"anew"}


def test_killed_encoding_leaves_no_half_picture(site: TinySite) -> None:
    """Formats of one picture never share a temporary file, and none is left."""
    site.build()
    kept = [file.name for file in site.settings().pictures.iterdir()]
    assert {name.rpartition(".")[2] for name in kept} == {"avif", "webp", "jpg"}
