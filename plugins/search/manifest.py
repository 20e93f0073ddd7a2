"""The manifest: what the browser must know before it can read the index."""

import json
from collections.abc import Mapping

from plugins.search.buckets import MOST
from plugins.search.facets import FIRST_YEAR, Names
from plugins.search.folding import TABLE
from plugins.search.shape import BLOCK, HEAD, IN_CARD, START, Shape


def manifest(texts: int, ids: int, shape: Shape, names: Names, said: Mapping[str, str]) -> str:
    """Return it as JSON: sizes, the names of facets, the table of folding, words to say."""
    value = {
        "texts": texts, "ids": ids, "buckets": shape.buckets, "shards": shape.shards,
        "block": BLOCK, "card": IN_CARD, "start": START, "head": HEAD, "most": MOST,
        "firstYear": FIRST_YEAR,
        "facets": {
            "type": names.kinds, "body": names.bodies, "status": names.statuses,
            "topic": names.topics,
        },
        "table": TABLE,
        "words": dict(sorted(said.items())),
    }  # fmt: skip
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
