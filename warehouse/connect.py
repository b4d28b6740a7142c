"""The only place that opens a database file, and the lock every open of the writer's own is under."""

import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from warehouse import migrate
from warehouse.database import connected, create
from warehouse.errors import NoWarehouse, WarehouseBusy

_WAL_LIMIT = "256MB"
_MEMORY = "512MB"


def build_path(data_dir: Path) -> Path:
    """The writer's own database."""
    return data_dir / "pipeline" / "build.duckdb"


def public_path(data_dir: Path) -> Path:
    """The snapshot analysts open."""
    return data_dir / "inspectorate.duckdb"


@contextmanager
def locked(data_dir: Path, *, wait_seconds: float = 60) -> Iterator[None]:
    """The lock of the writer's database; the system frees it when its holder dies.  Raises WarehouseBusy."""
    folder = data_dir / "pipeline"
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / "build.lock", timeout=wait_seconds, thread_local=False)
    # The lock file itself is truncated by everybody who waits for it, so the holder's number stands beside it.
    holder = folder / "build.lock.pid"
    try:
        lock.acquire()
    except Timeout:
        pid = _pid(holder)
        who = f"process {pid}" if pid else "another process"
        raise WarehouseBusy(
            f"{build_path(data_dir)}: {who} has held the lock for {wait_seconds:g} seconds; wait for it, or end it",
            pid=pid,
        ) from None
    try:
        holder.write_text(f"{os.getpid()}\n", encoding="ascii")
        yield
    finally:
        lock.release()


def _pid(holder: Path) -> int | None:
    with suppress(OSError, ValueError):
        return int(holder.read_text(encoding="ascii"))
    return None


@contextmanager
def writing(data_dir: Path, *, wait_seconds: float = 60) -> Iterator[duckdb.DuckDBPyConnection]:
    """The writer's database, open under its lock; made, or brought up to date, where it has to be.

    Hold it for a batch, never for a fetch.  Raises WarehouseBusy (naming the pid) and NewerWarehouse.
    """
    with locked(data_dir, wait_seconds=wait_seconds):
        path = build_path(data_dir)
        con = opened(path)
        try:
            if migrate.is_older(con, path):
                con.close()
                migrate.bring_up(path, now=datetime.now(UTC))
                con = opened(path)
            yield con
        finally:
            con.close()


@contextmanager
def reading_build(data_dir: Path, *, wait_seconds: float = 60) -> Iterator[duckdb.DuckDBPyConnection]:
    """The writer's database to read, under the same lock.  Raises NoWarehouse where there is none."""
    path = build_path(data_dir)
    if not path.exists():
        raise NoWarehouse(
            f"{path}: nothing has been loaded yet; try `inspectorate watch` or `inspectorate ingest FILE`"
        )
    # Opened like a writer's: a write-ahead log left by a killed writer is then folded in, and older tables brought up.
    with writing(data_dir, wait_seconds=wait_seconds) as con:
        yield con


@contextmanager
def reading(data_dir: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The public file, read-only, without any lock.  Raises NoWarehouse where there is none."""
    path = public_path(data_dir)
    if not path.exists():
        raise NoWarehouse(
            f"{path}: nothing has been published yet; try `inspectorate watch` or `inspectorate ingest FILE`"
        )
    con = connected(path, read_only=True)
    try:
        con.execute("set TimeZone = 'UTC'").fetchall()
        yield con
    finally:
        con.close()


def opened(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection that writes to `path`; file, tables and views are made where they are missing."""
    if not path.exists():
        # Under another name until it is whole: DuckDB 1.5 cannot replay the making of views from a write-ahead log.
        for leftover in path.parent.glob(f"{path.name}.*.new*"):
            leftover.unlink()
        half = path.with_name(f"{path.name}.{secrets.token_hex(6)}.new")
        create(half)
        _connected(half).close()
        half.replace(path)
    return _connected(path)


def _connected(path: Path) -> duckdb.DuckDBPyConnection:
    with ExitStack() as undo:
        con = connected(path)
        undo.callback(con.close)
        con.execute("set TimeZone = 'UTC'").fetchall()
        # A checkpoint rewrites what it touches; closing makes one anyway.
        con.execute(f"set wal_autocheckpoint = '{_WAL_LIMIT}'").fetchall()
        # By default DuckDB keeps as much of the file in memory as the machine has, and a long backfill grows with it.
        con.execute(f"set memory_limit = '{_MEMORY}'").fetchall()
        migrate.make(con, now=datetime.now(UTC))
        undo.pop_all()
    return con
