"""What all tests share: the two sites, each built once by the real engine, and `--accept`."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.site.built_site import COUNCIL, TINY, BuiltSite, built_once

# Machines are shared: how long an example takes says nothing of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option by which `make accept` takes today's pages as golden."""
    parser.addoption("--accept", action="store_true", help="нинішні сторінки стають зразковими")


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder for built sites, one for all workers of a test run."""
    own = tmp_path_factory.getbasetemp()
    return (own if worker_id == "master" else own.parent) / "sites"


@pytest.fixture(scope="session")
def site(builds: Path) -> BuiltSite:
    """The site of a tiny council that exists only in the tests."""
    return built_once(TINY, builds / "tiny")


@pytest.fixture(scope="session")
def council_site(builds: Path) -> BuiltSite:
    """The site of the content that this repository publishes."""
    return built_once(COUNCIL, builds / "council")
