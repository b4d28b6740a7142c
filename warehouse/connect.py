"""The only place that opens a database file, and the lock every open of the writer's own is under."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb


def build_path(data_dir: Path) -> Path:
    """The writer's own database."""
    return data_dir / "pipeline" / "build.duckdb"


def public_path(data_dir: Path) -> Path:
    """The snapshot analysts open."""
    return data_dir / "inspectorate.duckdb"


@contextmanager
def writing(data_dir: Path, *, wait_seconds: float = 60) -> Iterator[duckdb.DuckDBPyConnection]:
    """The writer's database, open under its lock; made, or brought up to date, where it has to be.

    Hold it for a batch, never for a fetch.  Raises WarehouseBusy (naming the pid) and NewerWarehouse.
    """
    raise NotImplementedError
    yield


@contextmanager
def reading_build(data_dir: Path, *, wait_seconds: float = 60) -> Iterator[duckdb.DuckDBPyConnection]:
    """The writer's database to read, under the same lock.  Raises NoWarehouse where there is none."""
    raise NotImplementedError
    yield


@contextmanager
def reading(data_dir: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The public file, read-only, without any lock.  Raises NoWarehouse where there is none."""
    raise NotImplementedError
    yield
