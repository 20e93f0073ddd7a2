"""The theme: templates known by the digest of all that they extend, include and import."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import jinja2
import jinja2.meta
import yaml
from markupsafe import Markup

from plugins.output.digest import digest_of


class Theme:
    """A theme folder: ``templates/``, ``static/`` and the catalogue ``strings.yaml``."""

    def __init__(self, folder: Path) -> None:
        """Open the theme; nothing is read before it is asked for."""
        self.folder = folder
        self._closure = cache(self._closure_of)

    @cached_property
    def environment(self) -> jinja2.Environment:
        """Jinja2 as templates get it: escaping on, an undeclared name is an error."""
        return jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folder / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )

    @cached_property
    def strings(self) -> Mapping[str, Mapping[str, str]]:
        """The catalogue: interface strings by key, then by language."""
        data = (self.folder / "strings.yaml").read_bytes()
        strings: Mapping[str, Mapping[str, str]] = yaml.load(data, Loader=yaml.CSafeLoader)
        return strings

    def words(self, lang: str) -> Mapping[str, str]:
        """Return all interface strings of one language."""
        return {key: said.get(lang, said["uk"]) for key, said in self.strings.items()}

    def template(self, name: str) -> "Template":
        """Return a template as an input of an output."""
        return Template(self, name, digest_of(self._closure(name)))

    def static(self, suffix: str) -> tuple[Path, ...]:
        """Return the files of ``static/`` with a suffix, in order of their names."""
        return tuple(sorted((self.folder / "static").rglob(f"*{suffix}")))

    def _closure_of(self, name: str) -> tuple[str, ...]:
        """Return the sources of a template and of all it names, so that a change shows."""
        names, sources = [name], {}
        while names:
            if (one := names.pop()) in sources:
                continue
            loader = self.environment.loader
            assert loader is not None
            source = loader.get_source(self.environment, one)[0]
            sources[one] = source
            for other in jinja2.meta.find_referenced_templates(self.environment.parse(source)):
                if other is None:
                    raise ValueError(f"{one}: names a template by a variable; write its name")
                names.append(other)
        return tuple(sources[key] for key in sorted(sources))


@dataclass(frozen=True, slots=True)
class Template:
    """A template by name, with the digest of its whole closure."""

    theme: Theme
    name: str
    digest: str

    def render(self, **view: Any) -> str:
        """Return the page: a template sees what it is given and nothing else."""
        return self.theme.environment.get_template(self.name).render(**view)

    def macro(self, name: str) -> Callable[..., Markup]:
        """Return a macro of the template, to be called with a finished object."""
        macro: Callable[..., Markup] = getattr(
            self.theme.environment.get_template(self.name).module, name
        )
        return macro
