"""A second database beside the first: what would change, and the swap.  The reading again is `flows/rebuild.py`'s.

Whatever is not read from the raw store is carried over at the swap: operations, the times a row was first seen and
last changed, and what was withdrawn.  A row whose content is the same keeps the rules it was last changed under.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse import connect
from warehouse.catalogue import FACTS, KEYS, LOAD_COLUMNS, fact_columns
from warehouse.database import copy_rows, quoted
from warehouse.errors import NoWarehouse, WarehouseError
from warehouse.rows import RowChange
from warehouse.transactions import transaction

_OPERATIONS = ("documents", "discoveries", "quarantine", "runs", "release_aliases", "row_changes")
_NOT_COMPARED = {*LOAD_COLUMNS, "withdrawn_at", "replaced_at", "is_current"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDifference:
    """What a rebuild would change in one table, with a few examples."""

    table_name: str
    added: int
    gone: int
    changed: int
    examples: tuple[RowChange, ...]


def beside_path(data_dir: Path) -> Path:
    """The database a rebuild loads into."""
    return data_dir / "pipeline" / "rebuild.duckdb"


@contextmanager
def beside(data_dir: Path, *, again: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh database at `pipeline/rebuild.duckdb` to `load` into; the warehouse itself stays free meanwhile.

    `again` opens the one that is there, to add what arrived since (see `unread`).
    """
    path = beside_path(data_dir)
    path.parent.mkdir(parents=True, exist_ok=True)
    for leftover in () if again else (path, path.with_name(f"{path.name}.wal")):
        leftover.unlink(missing_ok=True)
    con = connect.opened(path)
    try:
        yield con
    finally:
        con.close()


def unread(data_dir: Path, *, wait_seconds: float = 60) -> tuple[tuple[str | None, str], ...]:
    """Address and SHA-256 of what the warehouse took in after the rebuild began and the database beside has not."""
    with _both(data_dir, wait_seconds) as con:
        return _unread(con)


def difference(data_dir: Path, *, wait_seconds: float = 60) -> tuple[TableDifference, ...]:
    """What differs between the warehouse and the database beside it, table by table; load columns are not compared."""
    with _both(data_dir, wait_seconds) as con:
        return _difference(con)


def swap(data_dir: Path, *, now: datetime, wait_seconds: float = 60) -> tuple[TableDifference, ...]:
    """Put the database beside in the warehouse's place, compacted; operations and first-seen times are carried over.

    The old file is kept as `pipeline/build.before-rebuild.duckdb` until the next rebuild.  Where nothing differs the
    warehouse stays as it is.
    """
    build = connect.build_path(data_dir)
    compact = build.with_name("rebuild-compact.duckdb")
    with _both(data_dir, wait_seconds) as con:
        if late := _unread(con):
            raise WarehouseError(
                f"{late[0][0] or late[0][1]}: taken in while the archive was read again, and {len(late) - 1} more;"
                " run `inspectorate rebuild --apply` once more"
            )
        found = _difference(con)
        differs = any(table.added or table.gone or table.changed for table in found)
        if differs:
            with transaction(con):
                _carry_over(con, now)
            con.execute("checkpoint").fetchall()
            copy_rows(con, compact)
        con.execute("detach old").fetchall()
        con.close()
        if differs:
            kept = build.with_name("build.before-rebuild.duckdb")
            kept.unlink(missing_ok=True)
            os.link(build, kept)
            compact.replace(build)
    beside_path(data_dir).unlink()
    return found


@contextmanager
def _both(data_dir: Path, wait_seconds: float) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database beside, with the warehouse attached as `old`, under the warehouse's lock."""
    path = beside_path(data_dir)
    if not path.exists():
        raise NoWarehouse(f"{path}: nothing has been read again yet; run `inspectorate rebuild`")
    with connect.locked(data_dir, wait_seconds=wait_seconds):
        build = connect.build_path(data_dir)
        connect.opened(build).close()
        con = connect.opened(path)
        try:
            con.execute(f"attach {quoted(build)} as old (read_only)").fetchall()
            yield con
        finally:
            con.close()


def _unread(con: duckdb.DuckDBPyConnection) -> tuple[tuple[str | None, str], ...]:
    rows = con.execute(
        """
        select distinct d.url, d.sha256
        from old.pipeline.documents as d
        join old.pipeline.readings as r on r.address = coalesce(d.url, 'sha256:' || d.sha256) and r.sha256 = d.sha256
        where d.fetched_at >= (select made_at from pipeline.schema_version)
            and not exists (select 1 from pipeline.documents as n where n.url is not distinct from d.url
                and n.sha256 = d.sha256)
        order by d.url, d.sha256
        """
    ).fetchall()
    return tuple((url, sha256) for url, sha256 in rows)


def _difference(con: duckdb.DuckDBPyConnection) -> tuple[TableDifference, ...]:
    found = []
    for table in FACTS:
        counted = con.execute(
            f"""
            select change, count(*) as changes, list({{'id': id, 'release_id': release_id, 'o': o, 'n': n}})[1:3]
            from ({_compared(table)}) group by change
            """  # noqa: S608 - names of our own catalogue
        ).fetchall()
        counts = {change: number for change, number, _ in counted}
        examples = tuple(
            RowChange(
                table_name=table,
                row_id=one["id"],
                release_id=one["release_id"] if table not in ("speakers", "organisations") else None,
                change=change,
                old=json.loads(one["o"]) if one["o"] else None,
                new=json.loads(one["n"]) if one["n"] else None,
            )
            for change, _, some in counted
            for one in some
        )
        found.append(
            TableDifference(
                table_name=table,
                added=counts.get("added", 0),
                gone=counts.get("gone", 0),
                changed=counts.get("changed", 0),
                examples=examples,
            )
        )
    return tuple(found)


def _compared(table: str) -> str:
    """The rows of a table that differ, with both sides as JSON."""
    key = KEYS[table]
    columns = [name for name in fact_columns(table) if name != key and name not in _NOT_COMPARED]
    old = ", ".join(f'o."{name}"' for name in columns)
    new = ", ".join(f'n."{name}"' for name in columns)
    release = "coalesce(n.release_id, o.release_id)" if "release_id" in fact_columns(table) else "null"
    return f"""
        select
            coalesce(n.{key}, o.{key}) as id,
            {release} as release_id,
            case when o.{key} is null then 'added' when n.{key} is null then 'gone' else 'changed' end as change,
            case when o.{key} is not null then to_json(o)::varchar end as o,
            case when n.{key} is not null then to_json(n)::varchar end as n
        from old.main.{table} as o
        full join {table} as n on o.{key} = n.{key}
        where o.{key} is null or n.{key} is null or row({old}) is distinct from row({new})
    """  # noqa: S608 - names of our own catalogue


def _carry_over(con: duckdb.DuckDBPyConnection, now: datetime) -> None:
    """Bring into the new database what only the old one knows, and note what differs."""
    for table in _OPERATIONS:
        kept = "" if table == "row_changes" else " on conflict do nothing"
        if table in ("row_changes", "quarantine", "discoveries"):
            con.execute(f"create or replace temp table read_again as from pipeline.{table}").fetchall()
            con.execute(f"delete from pipeline.{table}").fetchall()  # noqa: S608
        con.execute(f"insert into pipeline.{table} by name from old.pipeline.{table}{kept}").fetchall()
        if table == "discoveries":
            con.execute("insert into pipeline.discoveries from read_again on conflict do nothing").fetchall()
            con.execute(
                "update pipeline.discoveries as d set state = n.state, reason = n.reason, due_because = null,"
                " settled_at = n.settled_at, rules_version = n.rules_version from read_again as n"
                " where n.url = d.url and d.state in ('loaded', 'quarantined') and n.state <> d.state"
            ).fetchall()
        if table == "quarantine":
            # What was read this time is out of quarantine, and what failed this time is in.
            con.execute(
                "delete from pipeline.quarantine where sha256 in (select sha256 from pipeline.readings)"
            ).fetchall()
            con.execute("insert into pipeline.quarantine from read_again on conflict do nothing").fetchall()
    for table in FACTS:
        key = KEYS[table]
        con.execute(
            "insert into pipeline.row_changes"  # noqa: S608 - names of our own catalogue
            f" select '{table}', id, release_id, ?::timestamptz, change, 'rules', o from ({_compared(table)})",
            [now],
        ).fetchall()
        columns = [name for name in fact_columns(table) if name != key and name not in _NOT_COMPARED]
        old = ", ".join(f'o."{name}"' for name in columns)
        new = ", ".join(f'n."{name}"' for name in columns)
        same = f"row({old}) is not distinct from row({new})"
        con.execute(
            f"""
            update {table} as n set
                first_seen_at = o.first_seen_at,
                last_changed_at = case when {same} then o.last_changed_at else ?::timestamptz end,
                rules_version = case when {same} then o.rules_version else n.rules_version end
            from old.main.{table} as o where o.{key} = n.{key}
            """,  # noqa: S608 - names of our own catalogue
            [now],
        ).fetchall()
    con.execute(
        "update releases as n set withdrawn_at = o.withdrawn_at from old.main.releases as o"
        " where o.release_id = n.release_id"
    ).fetchall()
    con.execute(
        "update release_versions as n set replaced_at = o.replaced_at from old.main.release_versions as o"
        " where o.version_id = n.version_id and not n.is_current"
    ).fetchall()
    con.execute(
        """
        insert into pipeline.release_aliases
        select distinct on (o.release_id) o.release_id, n.release_id, ?::timestamptz
        from old.pipeline.readings as o
        join pipeline.readings as n on o.address = n.address and o.sha256 = n.sha256
        where o.release_id <> n.release_id and o.release_id not in (select r.release_id from releases as r)
        on conflict do nothing
        """,
        [now],
    ).fetchall()
    con.execute(
        "delete from pipeline.release_aliases where alias_id in (select r.release_id from releases as r)"
        " or release_id not in (select r.release_id from releases as r)"
    ).fetchall()
    con.execute(
        "update pipeline.revision set revised_at = ?,"
        " revision = (select o.revision + 1 from old.pipeline.revision as o)",
        [now],
    ).fetchall()
