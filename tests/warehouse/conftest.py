"""A writer's database for tests, in a folder of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.connect import build_path, writing


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with tables and views and nothing in them: to make one takes a good part of a short test."""
    folder = tmp_path_factory.mktemp("made")
    with writing(folder):
        pass
    return folder


@pytest.fixture
def data_dir(tmp_path: Path, made: Path) -> Path:
    """A folder with an empty warehouse of its own."""
    build_path(tmp_path).parent.mkdir()
    shutil.copyfile(build_path(made), build_path(tmp_path))
    return tmp_path


@pytest.fixture
def con(data_dir: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with writing(data_dir) as con:
        yield con
