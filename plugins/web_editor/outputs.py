"""The files of /admin/: the page, its configuration, our scripts and those of Decap."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2

from plugins.output import Output, Site
from plugins.output.admin_policy import ADMIN, admin_policy
from plugins.output.digest import digest_bytes
from plugins.output.json_text import as_json
from plugins.web_editor.backend import read_backend
from plugins.web_editor.configuration import configuration
from plugins.web_editor.vendored import LICENCES, compressed, unpacked, vendored
from plugins.web_editor.words import words

BROWSER = Path(__file__).with_name("browser")
SCRIPTS = ("format.js", "names.js", "moment.js", "preview.js", "start.js")


def outputs(site: Site) -> Iterator[Output]:
    """Yield the editor, nothing unless the settings ask for it."""
    if not site.web_editor:
        return
    backend = read_backend(site.web_editor)
    start = "\n".join(_browser(name) for name in SCRIPTS)
    ours = {
        "start.js": f"{{\n{start}\n}}\n".encode(),
        "editor.css": _browser("editor.css").encode(),
    }
    ours |= {file.name: file.read_bytes() for file in site.theme.static("icon.svg")}
    named = {name: _named(name, data) for name, data in ours.items()}
    for name, data in ours.items():
        yield Output(path=_path(named[name]), inputs=(data,), render=bytes)
    for name in vendored():
        data = compressed(name)
        named[name] = _named(name, data)
        yield Output(path=_path(named[name]), inputs=(data,), render=unpacked)
    yield Output(path=_path("LICENSES.txt"), inputs=(LICENCES.read_bytes(),), render=bytes)
    setup = configuration(site.vocabulary, backend, site.theme.words("uk"), site.url)
    yield Output(path=_path("config.json"), inputs=(setup,), render=as_json)
    policy, title = admin_policy(backend.origins), site.vocabulary.site.get("name", "")
    page = (_browser("index.html"), named, policy, title, words().said["page"])
    yield Output(path=_path("index.html"), inputs=page, render=render_page)


def render_page(
    source: str, named: Mapping[str, str], policy: str, site: Any, said: Mapping[str, str]
) -> str:
    """Return the page that loads the editor or says what it lacks."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return environment.from_string(source).render(
        config="config.json", scripts=[named[name] for name in vendored()], start=named["start.js"],
        style=named["editor.css"], icon=named.get("icon.svg", ""), policy=policy, words=said,
        site=site.get("uk", "") if isinstance(site, Mapping) else site,
    )  # fmt: skip


def _browser(name: str) -> str:
    return (BROWSER / name).read_text("utf-8")


def _named(name: str, data: bytes) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{digest_bytes(data)[:8]}{dot}{suffix}"


def _path(name: str) -> str:
    return f"{ADMIN.strip('/')}/{name}"
