"""Reads `pipeline.discoveries`: the state of an address, and which addresses are due.  Writes nothing."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime

import duckdb

from warehouse.rows import Discovery, Due, Reason

UNCLAIMED = "(claimed_until is null or claimed_until <= $now)"
"""Condition on a row that nobody holds; its parameter is `now`."""

_COLUMNS = ", ".join(field.name for field in fields(Discovery))
_DUE = "url, source, coalesce(due_because, 'retry'), fetch_url, captured_at, polls_pending"


def discovery(con: duckdb.DuckDBPyConnection, url: str) -> Discovery | None:
    """The row of one address, or null."""
    return known(con, [url]).get(url)


def known(con: duckdb.DuckDBPyConnection, urls: Iterable[str]) -> dict[str, Discovery]:
    """The rows of addresses, by address; those never seen are left out."""
    names = [field.name for field in fields(Discovery)]
    rows = con.execute(
        f"select {_COLUMNS} from pipeline.discoveries where url in (select unnest(?::varchar[]))",  # noqa: S608
        [list(urls)],
    ).fetchall()
    return {row[0]: Discovery(**dict(zip(names, row, strict=True))) for row in rows}


def due(con: duckdb.DuckDBPyConnection, *, now: datetime, rules_version: str) -> tuple[Due, ...]:
    """Everything nobody has claimed that is pending, was quarantined under other rules, or was found gone once.

    An address of a known release that was gone a day ago or more is asked for once more.
    """
    return due_where(
        con,
        """(
            state = 'pending'
            or state = 'quarantined' and rules_version is distinct from $rules_version
            or state = 'gone' and gone_at <= $now - interval 1 day and settled_at < gone_at + interval 1 day
                and url in (select u.url from release_urls as u)
        )""",
        now=now,
        rules_version=rules_version,
    )


def due_where(con: duckdb.DuckDBPyConnection, where: str, *, now: datetime, **parameters: object) -> tuple[Due, ...]:
    """Unclaimed addresses a condition holds for, the newest first."""
    rows = con.execute(
        f"select {_DUE} from pipeline.discoveries where {where} and {UNCLAIMED}"  # noqa: S608 - constants of this module
        " order by published_on desc nulls last, first_sighted_at, url",
        {"now": now, **parameters},
    ).fetchall()
    return tuple(
        Due(url=url, source=source, reason=Reason(why), fetch_url=fetch, captured_at=captured, polls_pending=polls)
        for url, source, why, fetch, captured, polls in rows
    )
