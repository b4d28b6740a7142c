"""What could not be taken in, with everything needed to try again (`pipeline.quarantine`)."""

from collections.abc import Iterable
from datetime import datetime

import duckdb

from warehouse.rows import Quarantined, QuarantineRow


def put(con: duckdb.DuckDBPyConnection, items: Iterable[Quarantined], *, now: datetime) -> tuple[str, ...]:
    """Put items into quarantine (a second time counts a further try), mark their addresses, return their ids."""
    raise NotImplementedError


def listed(con: duckdb.DuckDBPyConnection) -> tuple[QuarantineRow, ...]:
    """Everything in quarantine, oldest first."""
    raise NotImplementedError


def found(con: duckdb.DuckDBPyConnection, name: str) -> tuple[QuarantineRow, ...]:
    """What an id (or its beginning), an address, a file's name or a SHA-256 stands for."""
    raise NotImplementedError


def retry(con: duckdb.DuckDBPyConnection, ids: Iterable[str]) -> int:
    """Make the addresses of these pending again; the rows go when they are taken in.  Returns how many."""
    raise NotImplementedError
