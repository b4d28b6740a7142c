"""Runs `sql/checks/*.sql`, each of which selects the rows that are wrong, and keeps what they found.

The first line of a check says its severity, the second why it is one.  It selects `release_id`, `row_id`, `detail`.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

import duckdb
import pyarrow as pa

from warehouse import catalogue, upsert
from warehouse.rows import Finding, Severity
from warehouse.transactions import transaction

_MARK = "-- severity: "


@cache
def defined() -> dict[str, tuple[Severity, str]]:
    """Every check's severity and statement, by its name."""
    found = {}
    for name, text in catalogue.scripts("checks"):
        first = text.splitlines()[0]
        found[name] = (Severity(first.removeprefix(_MARK)), text)
    return found


def of_releases(con: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> tuple[Finding, ...]:
    """Findings of the per-release checks on staged rows, before anything is written.

    The staged tables stand in for those of the same name, so that one statement serves both.
    """
    with upsert.registered(con, tables):
        return tuple(
            finding
            for name, (severity, statement) in defined().items()
            if severity is Severity.RELEASE
            for finding in _run(con, name, severity, statement)
        )


def check(con: duckdb.DuckDBPyConnection, *, now: datetime) -> tuple[Finding, ...]:
    """Run every check over the whole warehouse; findings are returned and kept in `pipeline.check_results`."""
    findings = tuple(
        finding for name, (severity, statement) in defined().items() for finding in _run(con, name, severity, statement)
    )
    rows = [(f.check_name, f.severity.value, f.release_id, f.row_id, f.detail) for f in findings]
    kept = con.execute("select check_name, severity, release_id, row_id, detail from pipeline.check_results").fetchall()
    if sorted(map(str, rows)) != sorted(map(str, kept)):
        with transaction(con):
            con.execute("delete from pipeline.check_results").fetchall()
            for row in rows:
                con.execute("insert into pipeline.check_results values (?, ?, ?, ?, ?, ?)", [*row, now]).fetchall()
    return findings


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Those that keep a snapshot from being published."""
    return tuple(finding for finding in findings if finding.severity is not Severity.WARNING)


def _run(con: duckdb.DuckDBPyConnection, name: str, severity: Severity, statement: str) -> list[Finding]:
    return [
        Finding(check_name=name, severity=severity, release_id=release_id, row_id=row_id, detail=_short(detail))
        for release_id, row_id, detail in con.execute(statement).fetchall()
    ]


def _short(detail: str, length: int = 300) -> str:
    """One line that a terminal and an event can carry."""
    line = " ".join(detail.split())
    return line if len(line) <= length else line[: length - 1] + "…"
