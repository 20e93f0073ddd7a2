"""The files of /admin/: only when asked for, hidden from search, under a policy of their own."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from plugins.incremental.errors import RenderError
from plugins.output.admin_policy import admin_policy
from tests.incremental.tiny_site import TinySite, tree

GITHUB = {
    "backend": "github", "repo": "rada/sait", "branch": "main", "base_url": "https://oauth.example.org",
}  # fmt: skip


class EditedSite(TinySite):
    """A tiny site with an editor."""

    editor: dict[str, str] | None = {"backend": "proxy"}  # noqa: RUF012  # a default of the tests

    def settings(self, output: str = "output") -> Any:
        """Return the settings with that of the editor."""
        from dataclasses import replace

        return replace(super().settings(output), web_editor=self.editor or {})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> EditedSite:
    """It, built."""
    site = EditedSite(tmp_path_factory.mktemp("edited"))
    site.build()
    return site


def test_not_without_the_setting(tmp_path: Path) -> None:
    """A public site has no editor unless somebody asked for one."""
    site = TinySite(tmp_path)
    site.build()
    assert not [path for path in tree(site.output) if path.startswith("admin/")]


def test_files(site: EditedSite) -> None:
    """The page names what it loads by content; all of it lies beside it."""
    page = site.read("admin/index.html")
    named = set(re.findall(r"[\w.-]+\.[0-9a-f]{8}\.(?:js|css|svg)", page))
    lie = {path.removeprefix("admin/") for path in tree(site.output) if path.startswith("admin/")}
    assert lie == named | {"index.html", "config.json", "LICENSES.txt"} and len(named) == 5
    assert "http://" not in page.replace("http://localhost:8081", "") and "https://" not in page


def test_nobody_finds_it(site: EditedSite) -> None:
    """Search engines are told to pass by; neither the map nor our own search knows of it."""
    assert '<meta name="robots" content="noindex, nofollow">' in site.read("admin/index.html")
    for path, data in tree(site.output).items():
        if not path.startswith("admin/"):
            assert b"/admin/" not in data, path


def test_policy(site: EditedSite) -> None:
    """The page says its own policy, which lets it talk to the repository and to nobody else."""
    policy = admin_policy(("http://localhost:8081",))
    page = site.read("admin/index.html").replace("&#39;", "'")
    assert f'content="{policy}"' in page
    assert "default-src 'none'" in policy and "script-src 'self' 'unsafe-eval'" in policy
    assert "connect-src 'self' blob: http://localhost:8081;" in policy and "*" not in policy


def test_public_editor(tmp_path: Path) -> None:
    """With a host of repositories drafts are reviewed, and the public address is named."""
    site = EditedSite(tmp_path)
    site.editor = GITHUB
    site.build()
    config = json.loads(site.read("admin/config.json"))["config"]
    assert config["publish_mode"] == "editorial_workflow" and config["locale"] == "uk"
    assert config["backend"]["repo"] == "rada/sait"
    assert "https://api.github.com" in site.read("admin/index.html")


def test_wrong_setting(tmp_path: Path) -> None:
    """A wrong setting stops the build in words."""
    site = EditedSite(tmp_path)
    site.editor = {"backend": "github"}
    with pytest.raises(RenderError, match="WEB_EDITOR: для github потрібен ключ repo"):
        site.build()


def test_forms(site: EditedSite) -> None:
    """Options come from the site's data, folders of kinds and years from the schema."""
    config = json.loads(site.read("admin/config.json"))["config"]
    kinds = {one["name"]: one for one in config["collections"]}
    fields = {field["name"]: field for field in kinds["acts"]["fields"]}
    assert fields["body"]["options"] == [{"label": "Зразкова рада", "value": "miska-rada"}]
    assert [one["value"] for one in fields["topics"]["options"]] == ["voda", "transport"]
    assert fields["state"]["default"] == "unfinished" and fields["number"]["required"]
    assert fields["_text"]["modes"] == ["raw"] and fields["_text"]["sanitize_preview"]
    assert not kinds["acts"]["delete"] and kinds["news"]["delete"]
    assert kinds["news"]["path"] == "{{_folder}}/{{slug}}" and "path" not in kinds["people"]
    assert kinds.pop("section_pages")["folder"] == "content/pages"
    assert all(one["folder"] == f"content/{name}" for name, one in kinds.items())


def test_only_folders_of_texts_and_files(site: EditedSite) -> None:
    """No collection and no upload leads to the data of the site or outside the content."""
    places = re.findall(
        r'"(?:folder|media_folder|file)": "([^"]*)"', site.read("admin/config.json")
    )
    allowed = r"/?content/(?:images|files|[a-z]+)"
    assert places and all(re.fullmatch(allowed, place) for place in places)
    assert not [place for place in places if "data" in place]


def test_an_edit_leaves_it(site: EditedSite) -> None:
    """A new text changes nothing in /admin/."""
    site.write("news/2026/x.md", "---\ntitle: А\ndate: 2026-11-20\n---\nТекст.\n")
    assert not [path for path in site.build().changes.written if path.startswith("admin/")]
