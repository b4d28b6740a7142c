"""Fetches and runs, one row each (`pipeline.documents`, `pipeline.runs`).  The bytes are in the raw store."""

from collections.abc import Iterable

import duckdb

from warehouse.rows import Fetch, Run


def record(con: duckdb.DuckDBPyConnection, fetches: Iterable[Fetch]) -> None:
    """Note documents received.  `load` does this for what it is given; call it for what never gets there."""
    raise NotImplementedError


def record_run(con: duckdb.DuckDBPyConnection, run: Run) -> None:
    """Note a run that did something."""
    raise NotImplementedError
