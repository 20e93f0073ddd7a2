"""Jinja2 as templates of a theme get it."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from plugins.output import template_code
from plugins.output.digest import digest_bytes
from plugins.output.template_code import TemplateCode


class _Template(jinja2.Template):
    """A template whose globals are those of its environment, whoever imports it."""

    def _get_default_module(self, ctx: jinja2.runtime.Context | None = None) -> Any:
        """Return the macros without comparing globals with the importer's at every import."""
        return super()._get_default_module()


class _Environment(jinja2.Environment):
    """Jinja2 for templates that stay as they were opened."""

    template_class = _Template
    code_generator_class = TemplateCode

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        # Views are records whose fields are attributes, never items: to ask as Python does is
        # an error for a field that is not there, and a tenth of a page's time less.
        self.getattr = getattr  # type: ignore[method-assign,assignment]  # the builtin, in place of a method
        self._opened = cache(self._open)

    def get_template(
        self, name: str | jinja2.Template, parent: str | None = None, globals: Any = None
    ) -> jinja2.Template:
        """Return a template, without renewing the globals of one already opened each time."""
        return self._opened(name)

    def _open(self, name: str | jinja2.Template) -> jinja2.Template:
        """Open a template; Jinja2's chain of globals is walked for every include of every page."""
        template = super().get_template(name)
        template.globals = dict(template.globals)
        return template


def environment_of(
    loader: jinja2.BaseLoader, compiled: Path | None, words: Mapping[str, str]
) -> jinja2.Environment:
    """Return an environment with escaping on, where an undeclared name is an error."""
    environment = _Environment(
        loader=loader,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_bytecode(compiled),
    )
    environment.globals["words"] = words
    return environment


def _bytecode(compiled: Path | None) -> jinja2.BytecodeCache | None:
    """Return the place of compiled templates: an edit renders one page and need not compile."""
    if compiled is None:
        return None
    compiled.mkdir(parents=True, exist_ok=True)
    code = digest_bytes(Path(template_code.__file__).read_bytes())
    return jinja2.FileSystemBytecodeCache(str(compiled), f"{code[:8]}-%s.cache")
