"""The web editor at /admin/: Decap CMS with forms made of the schema of headers (adr/0014)."""

from plugins.output import signals
from plugins.web_editor.outputs import outputs


def register() -> None:
    """Give the engine the editor's page, where the settings ask for one."""
    signals.get_outputs.connect(outputs)
