import os
from pathlib import Path

import pytest

from plugins.delivery.errors import Refused
from plugins.delivery.folder import seal, sealed
from plugins.delivery.known import cache_of
from plugins.delivery.manifest import checksums, manifest_text, read_manifest
from plugins.delivery.repository import Version
from tests.delivery.small_site import write_site


def test_same_content_same_bytes(tmp_path: Path) -> None:
    """The manifest follows from content and commit: no time, no folder, no order stands in it."""
    one = write_site(tmp_path / "a", "one", committed="2026-11-24T10:00:00Z")
    two = write_site(tmp_path / "elsewhere/b", "one", committed="2026-11-24T10:00:00Z")
    assert manifest_text(one) == manifest_text(two)
    assert sealed(tmp_path / "a") == one
    assert write_site(tmp_path / "c", "two").build != one.build


def test_id_is_of_the_files_alone(tmp_path: Path) -> None:
    """Another commit with the same files is the same build."""
    first = write_site(tmp_path / "a", "one", committed="2026-11-24T10:00:00Z")
    assert write_site(tmp_path / "a", "one", committed="2026-11-25T10:00:00Z").build == first.build


@pytest.mark.parametrize("cut", [0, 1, 100, -3])
def test_damaged_manifest_is_none(tmp_path: Path, cut: int) -> None:
    """A manifest cut short, changed or foreign is not taken for one."""
    text = manifest_text(write_site(tmp_path / "a", "one"))
    assert read_manifest(text[:cut]) is None
    assert read_manifest(text.replace('"robots.txt"', '"robots.tx"')) is None
    assert read_manifest("[]") is None


def test_checksums_are_those_of_sha256sum(tmp_path: Path) -> None:
    """Any host can check a release by its own means."""
    import subprocess

    manifest = write_site(tmp_path / "a", "one")
    (tmp_path / "sums").write_text(checksums(manifest))
    ran = subprocess.run(["sha256sum", "-c", "--quiet", "../sums"], cwd=tmp_path / "a", check=False)
    assert ran.returncode == 0


def test_known_digests_change_nothing(tmp_path: Path) -> None:
    """With digests of the last time, without, or with damaged ones the manifest is the same."""
    site = tmp_path / "site"
    (tmp_path / ".build").mkdir()
    first = write_site(site, "one")
    assert cache_of(site).is_file()
    assert seal(site, Version("0" * 40)) == first
    page = site / "p/1/index.html"
    beside = site / "p/1/new"
    beside.write_bytes(page.read_bytes().swapcase())
    os.utime(beside, ns=(page.stat().st_atime_ns, page.stat().st_mtime_ns))
    beside.replace(page)
    changed = seal(site, Version("0" * 40))
    assert changed.files["p/1/index.html"] != first.files["p/1/index.html"]
    cache_of(site).write_text("damaged\n")
    assert seal(site, Version("0" * 40)) == changed


def test_links_are_refused(tmp_path: Path) -> None:
    """A symbolic link in a build is refused, to a file or to a folder."""
    write_site(tmp_path / "site", "one")
    (tmp_path / "site/etc").symlink_to("/etc")
    with pytest.raises(Refused, match="etc: символічне посилання"):
        seal(tmp_path / "site", Version())
