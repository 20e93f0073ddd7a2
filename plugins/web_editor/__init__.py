"""The web editor at /admin/: Decap CMS with forms made of the schema of headers (adr/0014)."""

from collections.abc import Iterable

from plugins.output import Output, OutputGroup, Site, signals


def published(site: Site) -> Iterable[Output | OutputGroup]:
    """Answer ``get_outputs``; only the process that is asked loads what makes the editor's page."""
    from plugins.web_editor.outputs import outputs

    return outputs(site)


def register() -> None:
    """Give the engine the editor's page, where the settings ask for one."""
    signals.get_outputs.connect(published)
