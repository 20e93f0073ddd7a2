"""The vocabulary of this repository's content."""

from pathlib import Path

from plugins.council.vocabulary import FILES, read_vocabulary

CONTENT = Path(__file__).parents[2] / "content"
VOCABULARY = read_vocabulary({name: (CONTENT / "data" / name).read_bytes() for name in FILES})
