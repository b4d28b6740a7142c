"""Runs `sql/checks/*.sql`, each of which selects the rows that are wrong, and keeps what they found."""

from datetime import datetime

import duckdb

from warehouse.rows import Finding


def check(con: duckdb.DuckDBPyConnection, *, now: datetime) -> tuple[Finding, ...]:
    """Run every check over the whole warehouse; findings are returned and kept in `pipeline.check_results`."""
    raise NotImplementedError


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that keep a snapshot from being published."""
    raise NotImplementedError
