"""The published file, and the writer's database behind it, as the commands open them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flows.settings import Settings, settings

if TYPE_CHECKING:
    import duckdb


@contextmanager
def published(found: Settings | None = None) -> Iterator["duckdb.DuckDBPyConnection"]:
    """The published file, read-only.  Raises NoWarehouse where there is none."""
    from warehouse.connect import reading

    with reading((found or settings()).data_dir) as con:
        yield con


@contextmanager
def warehouse(found: Settings | None = None) -> Iterator["duckdb.DuckDBPyConnection"]:
    """The writer's own database, to read, under its lock.  Raises NoWarehouse, WarehouseBusy and NewerWarehouse."""
    from warehouse.connect import reading_build

    chosen = found or settings()
    with reading_build(chosen.data_dir, wait_seconds=chosen.lock_seconds) as con:
        yield con
