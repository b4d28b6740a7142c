"""A writer's database for tests, in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.connect import writing


@pytest.fixture
def con(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with writing(tmp_path) as con:
        yield con
