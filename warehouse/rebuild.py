"""A second database beside the first, and the swap.  The reading again is `flows/rebuilds.py`'s.

What differs between the two is told by `differences.py`, what the second takes from the first by `carrying_over.py`.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse import connect
from warehouse.carrying_over import carry_over
from warehouse.database import copy_rows, quoted
from warehouse.differences import TableDifference, differences
from warehouse.errors import NoWarehouse, WarehouseError
from warehouse.transactions import transaction


def beside_path(data_dir: Path) -> Path:
    """The database a rebuild loads into."""
    return data_dir / "pipeline" / "rebuild.duckdb"


@contextmanager
def beside(data_dir: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh database at `pipeline/rebuild.duckdb` to `load` into; the warehouse itself stays free meanwhile."""
    path = beside_path(data_dir)
    path.parent.mkdir(parents=True, exist_ok=True)
    for leftover in (path, path.with_name(f"{path.name}.wal")):
        leftover.unlink(missing_ok=True)
    con = connect.opened(path)
    try:
        yield con
    finally:
        con.close()


def difference(data_dir: Path, *, wait_seconds: float = 60) -> tuple[TableDifference, ...]:
    """What differs between the warehouse and the database beside it, table by table; load columns are not compared."""
    with _both(data_dir, wait_seconds) as con:
        return differences(con)


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
        found = differences(con)
        differs = any(table.added or table.gone or table.changed for table in found)
        if differs:
            with transaction(con):
                carry_over(con, now)
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
