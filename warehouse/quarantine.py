"""What could not be taken in, with everything needed to try again (`pipeline.quarantine`)."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime

import duckdb

from warehouse import ledger
from warehouse.folding import digest
from warehouse.rows import Arrival, Quarantined, QuarantineRow
from warehouse.transactions import revised, transaction

_COLUMNS = ", ".join(field.name for field in fields(QuarantineRow))


def put(con: duckdb.DuckDBPyConnection, items: Iterable[Quarantined], *, now: datetime) -> tuple[str, ...]:
    """Put items into quarantine (a second time counts a further try), mark their addresses, return their ids."""
    with transaction(con):
        ids = add(con, items, now=now)
        if ids:
            revised(con, now)
    return ids


def add(con: duckdb.DuckDBPyConnection, items: Iterable[Quarantined], *, now: datetime) -> tuple[str, ...]:
    """`put`, for callers that have a transaction open."""
    ids = []
    for item in items:
        quarantine_id = id_of(item.url, item.sha256, item.name)
        con.execute(
            f"""
            insert into pipeline.quarantine ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            on conflict (quarantine_id) do update set
                name = coalesce(excluded.name, quarantine.name), sha256 = excluded.sha256, source = excluded.source,
                stage = excluded.stage, reason = excluded.reason, detail = excluded.detail,
                rules_version = excluded.rules_version, last_tried_at = excluded.last_tried_at,
                tries = quarantine.tries + 1
            """,  # noqa: S608 - a constant of this module
            [
                *(quarantine_id, item.url, item.name, item.sha256, item.source, item.stage, item.reason, item.detail),
                *(item.rules_version, now, now),
            ],
        ).fetchall()
        if item.url is not None:
            ledger.quarantined(con, item, now=now)
        ids.append(quarantine_id)
    return tuple(ids)


def id_of(url: str | None, sha256: str | None, name: str | None = None) -> str:
    """Id of the quarantine row of an address, of a file's bytes, or of a file that has none."""
    return digest("quarantine", url or sha256 or name)


def clear(con: duckdb.DuckDBPyConnection, arrivals: Iterable[Arrival]) -> int:
    """Take out what has been taken in after all; returns how many rows went.  Needs an open transaction."""
    ids = {id_of(arrival.url, arrival.sha256) for arrival in arrivals}
    return len(
        con.execute(
            "delete from pipeline.quarantine where quarantine_id in (select unnest(?::varchar[])) returning 1",
            [list(ids)],
        ).fetchall()
    )


def listed(con: duckdb.DuckDBPyConnection) -> tuple[QuarantineRow, ...]:
    """Everything in quarantine, oldest first."""
    return _rows(con, "true", [])


def found(con: duckdb.DuckDBPyConnection, name: str) -> tuple[QuarantineRow, ...]:
    """What an id (or its beginning), an address, a file's name or a SHA-256 stands for."""
    return _rows(con, "starts_with(quarantine_id, $1) or url = $1 or name = $1 or sha256 = $1", [name])


def retry(con: duckdb.DuckDBPyConnection, ids: Iterable[str]) -> int:
    """Make the addresses of these pending again; the rows go when they are taken in.  Returns how many."""
    return len(
        con.execute(
            """
            update pipeline.discoveries set state = 'pending', due_because = 'retry', attempts = 0, polls_pending = 0,
                last_attempt_poll = null
            where url in (
                select url from pipeline.quarantine where quarantine_id in (select unnest(?::varchar[]))
            ) and state = 'quarantined'
            returning 1
            """,
            [list(ids)],
        ).fetchall()
    )


def _rows(con: duckdb.DuckDBPyConnection, where: str, parameters: list[str]) -> tuple[QuarantineRow, ...]:
    rows = con.execute(
        f"select {_COLUMNS} from pipeline.quarantine where {where} order by quarantined_at, quarantine_id",  # noqa: S608
        parameters,
    ).fetchall()
    names = [name.strip() for name in _COLUMNS.split(",")]
    return tuple(QuarantineRow(**dict(zip(names, row, strict=True))) for row in rows)
