"""What the tests of flows share: a sample site, settings that reach it, and one Prefect for the session."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.sample_site import SampleSite
from flows.settings import Settings


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine reaches a test, and none of a test's data reaches `data/`."""
    import os

    for name in [name for name in os.environ if name.startswith("INSPECTORATE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("INSPECTORATE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("PREFECT_API_URL", raising=False)


@pytest.fixture
def site() -> Iterator[SampleSite]:
    with SampleSite() as started:
        yield started


@pytest.fixture
def settings(site: SampleSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings whose sources are the sample site's, in the environment too."""
    data = tmp_path / "data"
    site.write_sources(data / "sources", pace=1000.0)
    monkeypatch.setenv("INSPECTORATE_SOURCES_DIR", str(data / "sources"))
    return Settings()


@pytest.fixture(scope="session")
def prefect() -> Iterator[None]:
    """One Prefect server for all tests of flows: starting it takes seconds."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield
