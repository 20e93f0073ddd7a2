"""Pictures for `--images`: drawn by arithmetic, each name its own."""

from hashlib import blake2b
from pathlib import Path

from PIL import Image

SIZE = (1600, 1000)  # pixels: what a telephone's camera gives after an editor's cut


def write_picture(file: Path) -> None:
    """Draw a picture whose colours come from the file's name."""
    seed = blake2b(file.name.encode(), digest_size=2).digest()
    across, down = Image.linear_gradient("L").resize(SIZE), Image.radial_gradient("L").resize(SIZE)
    flat = Image.new("L", SIZE, seed[0])
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.merge("RGB", (across, down, flat)).save(file, quality=85)
