"""The theme: templates known by the digest of all that they extend, include and import."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from plugins.output.digest import digest_of

if TYPE_CHECKING:  # Jinja2 is slow to load, and a check renders nothing
    import jinja2
    from markupsafe import Markup

_TAG = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)%\}", re.DOTALL)
_NAMED = re.compile(r'\s*"([^"]+)"\s*(?:(?:as|import|ignore|with|without)\b[\w\s,]*)?[-+]?')
"""A search, since every build asks every template and parsing them would cost far more."""


class ThemeError(Exception):
    """The theme cannot be used; the message names the file and what is wrong with it."""


class UnknownWordError(ThemeError, AttributeError):
    """A template asks for a string that the catalogue has not."""


class Words(dict[str, str]):
    """Interface strings of one language by key; a key that is not there is the theme's fault.

    Templates say ``words.close``, so each is an attribute too, save those that are called as a
    method of ``dict`` is.
    """

    def __init__(self, said: Iterable[tuple[str, str]]) -> None:
        """Take the strings."""
        super().__init__(said)
        self.__dict__.update({key: word for key, word in self.items() if not hasattr(dict, key)})

    def __missing__(self, key: str) -> str:
        raise UnknownWordError(f"strings.yaml: немає рядка «{key}»")

    def __getattr__(self, key: str) -> str:
        return self[key]


class Theme:
    """A theme folder: ``templates/``, ``static/`` and the catalogue ``strings.yaml``."""

    def __init__(self, folder: Path, compiled: Path | None = None) -> None:
        """Open the theme; ``compiled`` is a folder for templates as Python code."""
        self.folder = folder
        self._compiled = compiled
        self.environment = cache(self._environment_of)
        self.words = cache(self._words_of)
        self.template = cache(self._template_of)
        self._closure = cache(self._closure_of)
        self._read = cache(self._read_once)

    @cached_property
    def _loader(self) -> "jinja2.FileSystemLoader":
        import jinja2

        return jinja2.FileSystemLoader(self.folder / "templates")

    def _environment_of(self, lang: str) -> "jinja2.Environment":
        """Jinja2 as templates get it.

        ``words`` is the catalogue of the language. It is a global, not a part of the view, so
        that an imported macro can read it and is compiled and run once, not for every page.
        """
        from plugins.output.environment import environment_of

        return environment_of(self._loader, self._compiled, self.words(lang))

    @cached_property
    def strings(self) -> Mapping[str, Mapping[str, str]]:
        """The catalogue: interface strings by key, then by language."""
        data = (self.folder / "strings.yaml").read_bytes()
        try:
            strings: Mapping[str, Mapping[str, str]] = yaml.load(data, Loader=yaml.CSafeLoader)
        except yaml.YAMLError as error:
            raise ThemeError(f"strings.yaml: {error}") from None
        return strings

    def _words_of(self, lang: str) -> Mapping[str, str]:
        """Return all interface strings of one language."""
        return Words((key, said.get(lang, said["uk"])) for key, said in self.strings.items())

    def _template_of(self, name: str, lang: str) -> "Template":
        """Return a template in a language, as an input of an output.

        Asked by every group of pages and digested once: a digest of all words takes 1 ms.
        """
        return Template(self, name, lang, digest_of(self._closure(name), self.words(lang)))

    def static(self, suffix: str) -> tuple[Path, ...]:
        """Return the files of ``static/`` with a suffix, in order of their names."""
        return tuple(sorted((self.folder / "static").rglob(f"*{suffix}")))

    def _closure_of(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return a template and all that it names, by name with source, so that a change shows."""
        import jinja2

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

    def _read_once(self, name: str) -> tuple[str, list[str]]:
        """Return the source of a template and the names of those that it names."""
        source = self._loader.get_source(self.environment("uk"), name)[0]
        named = [_NAMED.fullmatch(rest) for rest in _TAG.findall(source)]
        if None in named:
            raise ThemeError(f"templates/{name}: name a template by its name alone, in quotes")
        return source, [match[1] for match in named if match]


@dataclass(frozen=True, slots=True)
class Template:
    """A template by name, with the digest of its whole closure and of the words it may say."""

    theme: Theme
    name: str
    lang: str
    digest: str

    def render(self, **view: Any) -> str:
        """Return the page: a template sees what it is given and nothing else."""
        return self.theme.environment(self.lang).get_template(self.name).render(**view)

    def macro(self, name: str) -> "Callable[..., Markup]":
        """Return a macro of the template, to be called with a finished object."""
        macro: Callable[..., Markup] = getattr(
            self.theme.environment(self.lang).get_template(self.name).module, name
        )
        return macro
