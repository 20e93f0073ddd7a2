import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.delivery.s3 import signed
from tests.delivery import rig
from tests.delivery.s3_server import SECRET, Bucket, storage
from tests.delivery.small_site import files_of, write_site


def test_signature_of_the_documentation() -> None:
    """The example of AWS's documentation: GET of test.txt with a range."""
    told = signed(
        "GET", "examplebucket.s3.amazonaws.com", "/test.txt", {"Range": "bytes=0-9"}, b"",
        keys=("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        region="us-east-1", now=datetime(2013, 5, 24, tzinfo=UTC),
    )  # fmt: skip
    assert told["authorization"].endswith(
        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
    )


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bucket]:
    """Storage, a target for it and a release."""
    monkeypatch.setenv("S3_ACCESS_KEY", "AKIAIOSFODNN7EXAMPLE")
    monkeypatch.setenv("S3_SECRET_KEY", SECRET)
    write_site(tmp_path / "public", "one")
    with storage() as bucket:
        (tmp_path / "deploy.toml").write_text(
            f'[targets.web]\nkind = "s3"\nendpoint = "{bucket.url}"\nbucket = "site"\n'
        )
        yield bucket


def holds(bucket: Bucket, version: str) -> bool:
    """Whether every file of a version is there."""
    return all(
        bucket.objects.get(path, (b"", {}))[0] == data for path, data in files_of(version).items()
    )


def test_types_times_and_order(bucket: Bucket, tmp_path: Path) -> None:
    """Each object has its type and time to be kept; pages come last, the manifest after them."""
    ran = rig.deploy(tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert holds(bucket, "one")
    css = next(path for path in bucket.objects if path.endswith(".css"))
    assert bucket.objects[css][1]["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in bucket.objects[css][1]["cache-control"]
    page = bucket.objects["p/1/index.html"][1]
    assert (page["content-type"], page["cache-control"]) == (
        "text/html; charset=utf-8", "public, max-age=300",
    )  # fmt: skip
    put = [key for command, key in bucket.changes if command == "PUT" and "begun" not in key]
    order = [key for key in put if "lock" not in key]
    assert order.index(css) < order.index("feed.xml") < order.index("index.html")
    assert order[-1] == "manifest.json"


def test_difference_alone_is_sent(bucket: Bucket, tmp_path: Path) -> None:
    """A second deploy sends what changed; old assets stay for one release more, then go."""
    rig.deploy(tmp_path)
    assert "уже є" in rig.deploy(tmp_path).stderr
    css = {name: next(p for p in files_of(name) if p.endswith(".css")) for name in ("one", "two")}
    write_site(tmp_path / "public", "two")
    bucket.changes.clear()
    assert rig.deploy(tmp_path).returncode == 0
    assert ("PUT", "robots.txt") not in bucket.changes
    assert css["one"] in bucket.objects
    write_site(tmp_path / "public", "three")
    assert rig.deploy(tmp_path).returncode == 0
    assert holds(bucket, "three")
    assert css["one"] not in bucket.objects
    assert css["two"] in bucket.objects
    assert not {key for key in bucket.objects if "lock" in key or "begun" in key}


@pytest.mark.parametrize("after", [3, 8, 15, 22])
def test_broken_off(bucket: Bucket, tmp_path: Path, after: int) -> None:
    """A deploy that breaks off says why; another release then comes whole."""
    rig.deploy(tmp_path)
    write_site(tmp_path / "public", "two")
    bucket.fail_after = len(bucket.changes) + after
    ran = rig.deploy(tmp_path)
    assert (ran.returncode, "QuotaExceeded" in ran.stderr) == (1, True), ran.stderr
    bucket.fail_after = 0
    bucket.objects.pop("deploy.lock.json", None)
    write_site(tmp_path / "public", "one")
    ran = rig.deploy(tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert holds(bucket, "one")


def test_wrong_keys(bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that are not accepted, and none at all, are told in words."""
    monkeypatch.setenv("S3_SECRET_KEY", "wrong")
    assert "перевірте ключі" in rig.deploy(tmp_path).stderr
    monkeypatch.delenv("S3_SECRET_KEY")
    assert "немає змінної середовища S3_SECRET_KEY" in rig.deploy(tmp_path).stderr
    assert not bucket.objects


def test_return_to_the_release_before(bucket: Bucket, tmp_path: Path) -> None:
    """It comes from what is kept there, with types and times as they were; and back again."""
    for version in ("one", "two"):
        write_site(tmp_path / "public", version)
        assert rig.deploy(tmp_path).returncode == 0
    shutil.rmtree(tmp_path / "public")
    for version in ("one", "two", "one"):
        ran = rig.run(tmp_path, "rollback")
        assert ran.returncode == 0, ran.stderr
        assert holds(bucket, version)
    page = bucket.objects["p/1/index.html"][1]
    assert (page["content-type"], page["cache-control"]) == (
        "text/html; charset=utf-8", "public, max-age=300",
    )  # fmt: skip
    write_site(tmp_path / "public", "three")
    assert rig.deploy(tmp_path).returncode == 0
    assert holds(bucket, "three")


def test_return_from_half_a_release(bucket: Bucket, tmp_path: Path) -> None:
    """A release that broke off half-way is taken away, and the live one is whole again."""
    rig.deploy(tmp_path)
    write_site(tmp_path / "public", "two")
    bucket.fail_after = len(bucket.changes) + 40
    assert rig.deploy(tmp_path).returncode == 1
    assert not holds(bucket, "one")
    bucket.fail_after = 0
    bucket.objects.pop("deploy.lock.json", None)
    ran = rig.run(tmp_path, "rollback")
    assert ran.returncode == 0, ran.stderr
    assert holds(bucket, "one")


def test_nothing_to_return_to(bucket: Bucket, tmp_path: Path) -> None:
    """The first release has none before it, and where none is kept there is none; only one is."""
    rig.deploy(tmp_path)
    assert "немає випуску" in rig.run(tmp_path, "rollback").stderr
    assert "лише попередній" in rig.run(tmp_path, "rollback", "--to", "1").stderr
    conf = tmp_path / "deploy.toml"
    conf.write_text(conf.read_text() + "rollback = false\n")
    write_site(tmp_path / "public", "two")
    assert rig.deploy(tmp_path).returncode == 0
    assert [key for key in bucket.objects if key.startswith(".former/")] == [
        ".former/manifest.json"
    ]
    ran = rig.run(tmp_path, "rollback")
    assert (ran.returncode, "немає випуску" in ran.stderr) == (2, True), ran.stderr
    assert holds(bucket, "two")


def test_site_shows_something_else(bucket: Bucket, tmp_path: Path) -> None:
    """A CDN that does not show the release gets the one before, without anybody's help."""
    rig.deploy(tmp_path)
    conf = tmp_path / "deploy.toml"
    shown = f'url = "http://127.0.0.1:{rig.free_port()}"\npatience = 0\n'
    conf.write_text(conf.read_text() + shown)
    write_site(tmp_path / "public", "two")
    ran = rig.deploy(tmp_path)
    assert (ran.returncode, "Повернуто попередній випуск" in ran.stderr) == (1, True), ran.stderr
    assert holds(bucket, "one")
