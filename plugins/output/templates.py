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


class ThemeError(Exception):
    """The theme cannot be used; the message names the file and what is wrong with it."""


class Words(dict[str, str]):
    """Interface strings of one language by key; a key that is not there is the theme's fault."""

    def __missing__(self, key: str) -> str:
        raise ThemeError(f"strings.yaml: немає рядка «{key}»")


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
        try:
            strings: Mapping[str, Mapping[str, str]] = yaml.load(data, Loader=yaml.CSafeLoader)
        except yaml.YAMLError as error:
            raise ThemeError(f"strings.yaml: {error}") from None
        return strings

    def words(self, lang: str) -> Mapping[str, str]:
        """Return all interface strings of one language."""
        return Words((key, said.get(lang, said["uk"])) for key, said in self.strings.items())

    def template(self, name: str) -> "Template":
        """Return a template as an input of an output."""
        return Template(self, name, digest_of(self._closure(name)))

    def static(self, suffix: str) -> tuple[Path, ...]:
        """Return the files of ``static/`` with a suffix, in order of their names."""
        return tuple(sorted((self.folder / "static").rglob(f"*{suffix}")))

    def _closure_of(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return a template and all that it names, by name with source, so that a change shows."""
        names, sources = [name], dict[str, str]()
        while names:
            if (one := names.pop()) in sources:
                continue
            try:
                sources[one], named = self._read(one)
            except jinja2.TemplateError as error:
                line = getattr(error, "lineno", 1)
                raise ThemeError(f"templates/{one}:{line}: {error.message}") from None
            names.extend(named)
        return tuple(sorted(sources.items()))

    def _read(self, name: str) -> tuple[str, list[str]]:
        loader = self.environment.loader
        assert loader is not None
        source = loader.get_source(self.environment, name)[0]
        named = [*jinja2.meta.find_referenced_templates(self.environment.parse(source))]
        if None in named:
            raise ThemeError(f"templates/{name}: names a template by a variable; write its name")
        return source, [one for one in named if one is not None]


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
