"""What the tests of flows share: a sample site, settings that reach it, and one Prefect for the session."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from extract.sample_site import SampleSite
from flows.rules_version import rules_version
from flows.runs import now
from flows.settings import Settings
from transform.organisations import organisations
from transform.speakers import speakers
from warehouse.connect import build_path, writing
from warehouse.vocabulary import load_vocabulary


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine reaches a test, and none of a test's data reaches `data/`."""
    for name in [name for name in os.environ if name.startswith("INSPECTORATE_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("INSPECTORATE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("PREFECT_API_URL", raising=False)


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Iterator[SampleSite]:
    """The sample site with its newest releases, those of 2019 and two pages of other kinds: reading all takes long.

    `parametrize("site", ["whole"], indirect=True)` gives it with everything.
    """
    with SampleSite() as started:
        if getattr(request, "param", None) != "whole":
            _keep_few(started)
        yield started


def _keep_few(site: SampleSite) -> None:
    releases = [truth.name for truth in site.truth("sample_news")[:4]]
    releases += [truth.name for truth in site.truth("sample_old") if truth.published_on.year == 2019]
    others = [page.name for page in site.state.pages() if page.kind != "release"][:2]
    pages = site.state._pages
    for name in set(pages) - {*releases, *others}:
        del pages[name]


@pytest.fixture(scope="session")
def warehouse_without_releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse that holds the vocabulary and nothing else: filling that in takes a second of every test."""
    folder = tmp_path_factory.mktemp("without-releases")
    with writing(folder) as con:
        load_vocabulary(con, speakers(), organisations(), rules_version(), now())
    return build_path(folder)


@pytest.fixture
def bare_settings(site: SampleSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings whose sources are the sample site's, in the environment too; there is no warehouse yet."""
    data = tmp_path / "data"
    site.write_sources(data / "sources", pace=1000.0)
    monkeypatch.setenv("INSPECTORATE_SOURCES_DIR", str(data / "sources"))
    return Settings()


@pytest.fixture
def settings(bare_settings: Settings, warehouse_without_releases: Path) -> Settings:
    """The same with a warehouse that has no releases."""
    bare_settings.pipeline_dir.mkdir(parents=True)
    shutil.copyfile(warehouse_without_releases, build_path(bare_settings.data_dir))
    return bare_settings


@pytest.fixture(scope="session")
def prefect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One Prefect server for all tests of flows: starting it takes seconds.  It asks nothing of the internet.

    What it gives is a copy of its database as it was when nothing had run yet (see `prefect_home`).
    """
    os.environ.update({"PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"})
    from prefect.settings import PREFECT_SERVER_DATABASE_CONNECTION_URL
    from prefect.testing.utilities import prefect_test_harness

    tables = tmp_path_factory.mktemp("prefect") / "prefect.db"
    with prefect_test_harness(server_startup_timeout=120):
        url = str(PREFECT_SERVER_DATABASE_CONNECTION_URL.value())
        with closing(sqlite3.connect(url.partition(":///")[2], timeout=30)) as con:
            con.execute("vacuum into ?", [str(tables)])
        yield tables


@pytest.fixture
def prefect_home(settings: Settings, prefect: Path) -> Path:
    """Our own Prefect's home for these settings, with the tables that a first start takes twenty seconds to make."""
    home = settings.pipeline_dir / "prefect"
    home.mkdir()
    shutil.copyfile(prefect, home / "prefect.db")
    return home
