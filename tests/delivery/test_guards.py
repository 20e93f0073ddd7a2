"""What a guard refuses, on records; and that the command refuses, on a real folder."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.delivery.guards import Allowed, Judged, refusals
from plugins.delivery.manifest import File, Manifest, build_id
from tests.delivery import rig
from tests.delivery.small_site import files_of, write_site


def manifest(change: Callable[[dict[str, File]], object] = dict) -> Manifest:
    """Return the manifest of a whole small site, after a change."""
    files = {path: File("0" * 64, len(data)) for path, data in files_of("one").items()}
    files["release.json"] = File("1" * 64, 10)
    change(files)
    return Manifest(
        build=build_id(files), commit="a", committed="2026-11-24T10:00:00Z",
        site="https://example.org", files=files,
    )  # fmt: skip


def test_whole_release_goes_out() -> None:
    """A whole release is refused nothing, first or not."""
    assert refusals(Judged(new=manifest(), live=None)) == []
    assert refusals(Judged(new=manifest(), live=manifest())) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda files: files.pop("index.html"), "немає index.html"),
        (lambda files: files.pop("404.html"), "немає 404.html"),
        (lambda files: files.pop("sitemap.xml"), "немає sitemap.xml"),
        (lambda files: files.pop("feed.xml"), "немає feed.xml"),
        (lambda files: files.pop("robots.txt"), "немає robots.txt"),
        (lambda files: files.pop("poshuk/data/index.json"), "немає poshuk/data/index.json"),
        (lambda files: files.update({"index.html": File("0" * 64, 0)}), "index.html порожній"),
        (lambda files: files.update({".env": File("0" * 64, 1)}), "прихований файл, такого"),
        (lambda files: files.update({"a/.git/x": File("0" * 64, 1)}), "прихований файл"),
        (lambda files: files.update({"p/1.html~": File("0" * 64, 1)}), "тимчасова копія"),
        (lambda files: files.update({"p/1.bak": File("0" * 64, 1)}), "p/1.bak"),
        (lambda files: files.clear(), "збірка не повна"),
    ],
)
def test_half_or_private(change: Callable[[dict[str, File]], object], said: str) -> None:
    """A half of a build and files that are not for the public are refused."""
    assert any(said in one for one in refusals(Judged(new=manifest(change), live=None)))


def test_preview_has_nothing_for_programs() -> None:
    """A preview is whole without a map and a feed; the site is not."""
    new = replace(
        manifest(lambda files: (files.pop("sitemap.xml"), files.pop("feed.xml"))), site=""
    )
    assert refusals(Judged(new=new, live=None, preview=True)) == []
    assert refusals(Judged(new=new, live=None))


def test_well_known_is_public() -> None:
    """Of names that begin with a dot one is public (RFC 8615)."""
    new = manifest(lambda files: files.update({".well-known/security.txt": File("0" * 64, 1)}))
    assert refusals(Judged(new=new, live=None)) == []


def test_vanished_addresses() -> None:
    """An address that answers now must answer after, unless a person allows so many to go."""
    new = manifest(lambda files: (files.pop("p/1/index.html"), files.pop("p/2/index.html")))
    told = refusals(Judged(new=new, live=manifest()))
    assert any(one.startswith("/p/1/: зараз відповідає") for one in told)
    assert "ALLOW_SHRINK=2" in told[-1]
    one, two = (Allowed(shrink=count) for count in (1, 2))
    assert refusals(Judged(new=new, live=manifest(), allowed=one))
    assert refusals(Judged(new=new, live=manifest(), allowed=two)) == []


def test_hashed_files_may_go() -> None:
    """A style under a new name takes the old one's place."""
    live = manifest(lambda files: files.update({"static/main.0a1b2c3d.css": File("0" * 64, 9)}))
    assert refusals(Judged(new=manifest(), live=live)) == []


def test_promised_addresses() -> None:
    """An address of the ledger answers, allowed or not."""
    judged = Judged(new=manifest(), live=None, promised=("/p/1/", "/nema/"))
    allowed = replace(judged, allowed=Allowed(shrink=99))
    for told in (refusals(judged), refusals(allowed)):
        assert [one.split(":")[0] for one in told] == ["/nema/"]


def test_older_release() -> None:
    """A release made from an older commit does not replace a newer one by mistake."""
    old = replace(manifest(), committed="2026-11-23T10:00:00Z")
    assert "старший" in refusals(Judged(new=old, live=manifest()))[0]
    assert refusals(Judged(new=old, live=manifest(), allowed=Allowed(older=True))) == []


def test_older_commit_of_the_same_second() -> None:
    """Where git knows that a commit came before, no clock is needed."""
    assert "старший" in refusals(Judged(new=manifest(), live=manifest(), before=True))[0]


@pytest.mark.parametrize("site", ["", "http://localhost:8000", "https://example.net"])
def test_foreign_build(site: str) -> None:
    """A preview, a build for oneself and another site's build are refused."""
    assert refusals(Judged(new=replace(manifest(), site=site), live=manifest()))


def test_preview_is_for_nobody() -> None:
    """To a preview goes only what search engines are forbidden to read."""
    assert refusals(Judged(new=manifest(), live=None, preview=True))
    hidden = replace(manifest(), site="")
    assert refusals(Judged(new=hidden, live=None, preview=True)) == []


def test_jump_in_size() -> None:
    """A site that suddenly is many times larger waits for a person."""
    more = {f"x/{n}.json": File("0" * 64, 1) for n in range(60)}
    live = manifest(lambda files: files.update(more))
    new = manifest(lambda files: files.update({**more, "film.mp4": File("0" * 64, 10**9)}))
    assert "стрибнув" in refusals(Judged(new=new, live=live))[0]
    assert refusals(Judged(new=new, live=live, allowed=Allowed(growth=True))) == []


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A folder with a release of «one» that is live already."""
    return rig.live_folder(tmp_path)


def empty(public: Path) -> None:
    """Leave nothing of the build."""
    shutil.rmtree(public)
    public.mkdir()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (empty, "немає цілого випуску"),
        (shutil.rmtree, "make publish"),
        (lambda public: (public / "manifest.json").write_text("{"), "немає цілого"),
        (lambda public: (public / "p/1/index.html").unlink(), "немає файла, який є у випуску"),
        (lambda public: (public / "p/1/index.html").write_text("x</html>"), "байти не ті"),
        (lambda public: (public / "more.html").write_text("x"), "файл не з цього випуску"),
        (lambda public: (public / "link").symlink_to("/etc/passwd"), "символічне посилання"),
    ],
)  # fmt: skip
def test_command_refuses(base: Path, spoil: Callable[[Path], object], said: str) -> None:
    """The command refuses in words, and the live site stays byte for byte."""
    spoil(base / "public")
    ran = rig.deploy(base)
    assert ran.returncode in (1, 2)
    assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    live = base / "host" / "current"
    assert all((live / path).read_bytes() == data for path, data in files_of("one").items())


def test_page_cut_short_is_refused(base: Path) -> None:
    """A page without its end does not go out even when the manifest knows it so."""
    from plugins.delivery.folder import seal
    from plugins.delivery.repository import Version

    (base / "public/p/1/index.html").write_text("<!DOCTYPE html><p>обір")
    seal(base / "public", Version())
    ran = rig.deploy(base)
    assert (ran.returncode, "обірвано" in ran.stderr) == (1, True)


def test_allowed_loss_is_written_down(base: Path) -> None:
    """What a person has allowed stands in the host's log."""
    write_site(base / "public", "two", pages=10)
    assert rig.deploy(base).returncode == 1
    assert rig.deploy(base, "--allow-shrink", "2").returncode == 0
    assert "allowed to lose 2 of 2: /p/10/ /p/11/" in (base / "host/log").read_text()


def test_ledger_is_a_promise(base: Path) -> None:
    """The ledger of the content is asked."""
    ledger = base / "content/data/ledger.tsv"
    ledger.parent.mkdir(parents=True)
    ledger.write_text("identity\taddress\tfirst_published\nx\t/nema/\t2026-11-24T10:00:00Z\n")
    write_site(base / "public", "two")
    ran = rig.deploy(base)
    assert (ran.returncode, "/nema/: адресу обіцяно" in ran.stderr) == (1, True)
