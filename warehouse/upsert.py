"""Staged rows into tables: what changed is noted, then written; equal rows are not touched.  Decides nothing."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime

import duckdb
import pyarrow as pa

from warehouse.catalogue import KEYS
from warehouse.plan import Plan

_IGNORED = {"releases": (), "release_versions": ("is_current",)}
"""Columns whose change alone is none of the row: they follow from another row's."""


@contextmanager
def registered(con: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> Iterator[None]:
    """Arrow tables as views under the names given, for the time of the block."""
    for name, table in tables.items():
        con.register(name, table)
    try:
        yield
    finally:
        for name in tables:
            # In a transaction an error has ended, nothing more can be done: the views go with its rollback.
            with suppress(duckdb.TransactionException):
                con.unregister(name)


def write(
    con: duckdb.DuckDBPyConnection,
    tables: Mapping[str, pa.Table],
    *,
    before: frozenset[str],
    rules_only: frozenset[str],
    moved: Mapping[str, str],
    now: datetime,
) -> frozenset[str]:
    """Write the staged tables, drop the rows of the releases in `before` that are no more, note every change.

    Returns the releases of which something changed.
    """
    names = {f"staged_{table}": rows for table, rows in tables.items()}
    names["standing"] = pa.table({"release_id": pa.array(sorted(before), pa.string())})
    names["moved"] = pa.table(
        {"old": pa.array(list(moved), pa.string()), "new": pa.array(list(moved.values()), pa.string())}
    )
    names["only_rules"] = pa.table({"release_id": pa.array(sorted(rules_only & before), pa.string())})
    with registered(con, names):
        changed = _noted_changes(con, tables, now) if before else set()
        for table, rows in tables.items():
            if rows.num_rows:
                _note_new(con, table, now)
                con.execute(_upsert(table, rows.column_names), [now, now]).fetchall()
            if moved:
                _keep_first_seen(con, table)
            if before:
                con.execute(
                    f"delete from {table} where release_id in (select release_id from standing)"  # noqa: S608
                    f" and {KEYS[table]} not in (select {KEYS[table]} from staged_{table})"
                ).fetchall()
    new = {str(one) for one in tables["releases"].column("release_id").to_pylist()} - before
    return frozenset(changed | new)


def _noted_changes(con: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table], now: datetime) -> set[str]:
    """Compare what is staged of releases that stand with what stands; note what differs, row by row."""
    changed: set[str] = set()
    con.execute("create or replace temp table noted as from pipeline.row_changes limit 0").fetchall()
    for table, rows in tables.items():
        key = KEYS[table]
        compared = [c for c in rows.column_names if c not in (key, "rules_version", *_IGNORED.get(table, ()))]
        old = ", ".join(f'o."{c}"' for c in compared)
        new = ", ".join(f's."{c}"' for c in compared)
        con.execute(
            f"""
            insert into noted
            with old as (select * from {table} where release_id in (select release_id from standing)),
            new as (
                select * from staged_{table}
                where release_id in (select release_id from standing) or {key} in (select {key} from old)
            )
            select
                '{table}' as table_name,
                coalesce(o.{key}, s.{key}) as row_id,
                coalesce(s.release_id, o.release_id) as release_id,
                ?::timestamptz as changed_at,
                case when o.{key} is null then 'added' when s.{key} is null then 'gone' else 'changed' end as change,
                case when coalesce(s.release_id, o.release_id) in (select release_id from only_rules)
                    then 'rules' else 'text' end as why,
                case when o.{key} is not null then to_json(o)::varchar end as old_row
            from old as o
            full join new as s on o.{key} = s.{key}
            where o.{key} is null or s.{key} is null or row({old}) is distinct from row({new})
            """,  # noqa: S608 - names of our own catalogue
            [now],
        ).fetchall()
    changed.update(release_id for (release_id,) in con.execute("select distinct release_id from noted").fetchall())
    con.execute("insert into pipeline.row_changes from noted").fetchall()
    con.execute("drop table noted").fetchall()
    return changed


def _note_new(con: duckdb.DuckDBPyConnection, table: str, now: datetime) -> None:
    """Note the rows of releases that did not stand before; nothing has to be compared for them."""
    con.execute(
        f"""
        insert into pipeline.row_changes
        select '{table}', {KEYS[table]}, release_id, ?::timestamptz, 'added', 'text', null
        from staged_{table}
        where release_id not in (select release_id from standing)
        """,  # noqa: S608 - names of our own catalogue
        [now],
    ).fetchall()


def _keep_first_seen(con: duckdb.DuckDBPyConnection, table: str) -> None:
    """Rows of a release whose id moved were seen when their equals under the old id were."""
    if table == "release_urls":
        return  # known by their address, which did not move
    place = {"releases": "true", "release_versions": "n.text = o.text"}
    con.execute(
        f"""
        update {table} as n set first_seen_at = least(n.first_seen_at, o.first_seen_at)
        from {table} as o join moved as m on o.release_id = m.old
        where n.release_id = m.new and {place.get(table, "n.text = o.text and n.start_char = o.start_char")}
        """  # noqa: S608 - names of our own catalogue
    ).fetchall()


def _upsert(table: str, staged: list[str]) -> str:
    """The statement that writes a staged table; its parameters are the time, twice."""
    key = KEYS[table]
    values = [c for c in staged if c not in (key, "rules_version")]
    compared = [c for c in values if c not in _IGNORED.get(table, ())]
    updates = ", ".join(f'"{c}" = excluded."{c}"' for c in values)
    old = ", ".join(f'{table}."{c}"' for c in compared)
    new = ", ".join(f'excluded."{c}"' for c in compared)
    columns = ", ".join(f'"{c}"' for c in staged)
    return f"""
        insert into {table} ({columns}, first_seen_at, last_changed_at)
        select {columns}, ?::timestamptz, ?::timestamptz from staged_{table}
        on conflict ({key}) do update set {updates},
            last_changed_at = excluded.last_changed_at, rules_version = excluded.rules_version
        where row({old}) is distinct from row({new})
        """  # noqa: S608 - names of our own catalogue


def follow(con: duckdb.DuckDBPyConnection, planned: Plan, readings: pa.Table, now: datetime) -> None:
    """What follows from a batch: readings, which version is current, ids given up, withdrawals taken back."""
    updates = ", ".join(f"{c} = excluded.{c}" for c in readings.column_names if c not in ("address", "sha256"))
    current = pa.table({"release_id": pa.array(sorted(planned.before | set(planned.release_of.values())))})
    with registered(con, {"staged_readings": readings, "affected": current}):
        con.execute(
            "insert into pipeline.readings by name from staged_readings"
            f" on conflict (address, sha256) do update set {updates}"
        ).fetchall()
        if planned.before:
            _mark_current(con, planned, now)
    for old, new in planned.moved.items():
        con.execute("update pipeline.release_aliases set release_id = ? where release_id = ?", [new, old]).fetchall()
        con.execute(
            "insert into pipeline.release_aliases values (?, ?, ?)"
            " on conflict (alias_id) do update set release_id = excluded.release_id",
            [old, new, now],
        ).fetchall()


def _mark_current(con: duckdb.DuckDBPyConnection, planned: Plan, now: datetime) -> None:
    """Versions of releases that stood before: which is current, and when the one before it ceased to be."""
    current = pa.table({"version_id": pa.array(sorted(planned.current_versions))})
    with registered(con, {"current_texts": current}):
        con.execute(
            """
            update release_versions set is_current = not is_current,
                replaced_at = case when is_current then ?::timestamptz end
            where release_id in (select release_id from affected)
                and is_current <> (version_id in (select version_id from current_texts))
            """,
            [now],
        ).fetchall()
        con.execute(
            "delete from pipeline.release_aliases where alias_id in (select release_id from affected)"
            " and alias_id in (select release_id from releases)"
        ).fetchall()
        con.execute(
            "update releases set withdrawn_at = null where withdrawn_at is not null"
            " and release_id in (select unnest(?::varchar[]))",
            [sorted(planned.seen_live)],
        ).fetchall()
