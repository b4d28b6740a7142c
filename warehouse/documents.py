"""Fetches and runs, one row each (`pipeline.documents`, `pipeline.runs`).  The bytes are in the raw store."""

import json
from collections.abc import Iterable
from datetime import datetime

import duckdb
import pyarrow as pa

from warehouse import staging, upsert
from warehouse.folding import digest
from warehouse.rows import Fetch, Run

_SCHEMA = staging.columns(
    document_id=pa.string(),
    url=pa.string(),
    final_url=pa.string(),
    source=pa.string(),
    sha256=pa.string(),
    fetched_at=pa.timestamp("us", tz="UTC"),
    captured_at=pa.timestamp("us", tz="UTC"),
    status=pa.int32(),
)


def record(con: duckdb.DuckDBPyConnection, fetches: Iterable[Fetch]) -> None:
    """Note documents received.  `load` does this for what it is given; call it for what never gets there."""
    rows = {
        digest(f.url, f.sha256, f.source, (f.captured_at or f.fetched_at).isoformat(), f.fetched_at.isoformat()): f
        for f in fetches
    }
    if not rows:
        return
    table = staging.table_of(
        _SCHEMA,
        [
            (key, f.url, f.final_url, f.source, f.sha256, f.fetched_at, f.captured_at, f.status)
            for key, f in rows.items()
        ],
    )
    with upsert.registered(con, {"staged_documents": table}):
        con.execute(
            "insert into pipeline.documents by name select document_id, url, final_url, source, sha256, fetched_at,"
            " captured_at, status from staged_documents on conflict (document_id) do nothing"
        ).fetchall()


def read_at(con: duckdb.DuckDBPyConnection, urls: Iterable[str]) -> dict[str, set[datetime]]:
    """When the fetches of these addresses that were ever read came, by address; those without any are left out."""
    found: dict[str, set[datetime]] = {}
    for url, at in con.execute(
        "select url, fetched_at from pipeline.documents where url in (select unnest(?::varchar[]))", [list(urls)]
    ).fetchall():
        found.setdefault(url, set()).add(at)
    return found


def record_run(con: duckdb.DuckDBPyConnection, run: Run) -> None:
    """Note a run that did something."""
    con.execute(
        "insert into pipeline.runs values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (run_id) do nothing",
        [
            run.run_id,
            run.command,
            run.source,
            run.started_at,
            run.ended_at,
            run.state,
            run.reason,
            run.rules_version,
            json.dumps(run.outcomes, sort_keys=True),
        ],
    ).fetchall()
