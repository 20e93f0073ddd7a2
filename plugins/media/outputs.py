"""Which pictures and files are published: those that a public text shows."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.council.files import ContentFile
from plugins.council.renditions import Rendition, renditions
from plugins.media.encoding import RECIPE, encode, encoder
from plugins.output import LazyFile, Output, Site


def outputs(site: Site) -> Iterable[Output]:
    """Return an output for each rendition of each picture and for each file."""
    texts = site.register.texts
    used = {reference.target for text in texts for reference in text.references}
    used |= {mention.target for text in texts for mention in text.mentions}
    files = [site.files[path] for path in sorted(used) if path in site.files]
    return [output for file in files for output in _of_file(file, site)]


def _of_file(file: ContentFile, site: Site) -> Iterator[Output]:
    content = site.content(file)
    if not file.width:
        yield Output(path=file.address[1:], inputs=(content,), render=copy)
        return
    for rendition in renditions(file):
        yield Output(
            path=rendition.address[1:],
            inputs=(content, rendition, RECIPE, str(site.pictures)),
            render=picture,
        )


def copy(content: LazyFile) -> bytes:
    """Return a file as it is."""
    return content.read()


def picture(content: LazyFile, rendition: Rendition, recipe: str, pictures: str) -> bytes:
    """Return a rendition, from the folder of pictures when it was made before."""
    name = f"{content.digest[:32]}-{recipe}-{encoder()}-{rendition.width}.{rendition.format}"
    kept = Path(pictures) / name
    if kept.is_file():
        return kept.read_bytes()
    data = encode(content.read(), rendition)
    kept.parent.mkdir(parents=True, exist_ok=True)
    half = kept.with_name(f"{kept.name}.{os.getpid()}.part")  # several workers, several builds
    half.write_bytes(data)
    half.replace(kept)  # whole or not at all: a killed build leaves no half picture
    return data
