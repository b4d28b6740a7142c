"""A second database beside the first: what would change, and the swap.  The reading again is `flows/rebuild.py`'s."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse.rows import RowChange


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDifference:
    """What a rebuild would change in one table, with a few examples."""

    table_name: str
    added: int
    gone: int
    changed: int
    examples: tuple[RowChange, ...]


@contextmanager
def beside(data_dir: Path, *, wait_seconds: float = 60) -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh database at `pipeline/rebuild.duckdb` to `load` into; the warehouse itself stays free meanwhile."""
    raise NotImplementedError
    yield


def difference(data_dir: Path, *, wait_seconds: float = 60) -> tuple[TableDifference, ...]:
    """What differs between the warehouse and the database beside it, table by table; load columns are not compared."""
    raise NotImplementedError


def swap(data_dir: Path, *, now: datetime, wait_seconds: float = 60) -> tuple[TableDifference, ...]:
    """Put the database beside in the warehouse's place, compacted; operations and first-seen times are carried over.

    The old file is kept as `pipeline/build.before-rebuild.duckdb` until the next rebuild.
    """
    raise NotImplementedError
