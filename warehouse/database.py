"""How every file is made, opened, attached and copied, and what a connection can say of the one it has open."""

import os
from pathlib import Path

import duckdb

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # Metadata kept from an earlier checkpoint is what DuckDB 1.2 cannot read back, whatever the storage version
    # ("Failed to load metadata pointer", seen 2026-11 with a file DuckDB 2.0 had written to many times).
    "experimental_metadata_reuse": False,
}


STORAGE_VERSION = "v1.2.0"
"""Read by DuckDB 1.2 and newer; a file keeps the version it was made with."""


def quoted(path: Path) -> str:
    """A path as SQL writes it, between quote marks; for statements that take no parameter in its place."""
    return "'" + str(path).replace("'", "''") + "'"


def create(path: Path) -> None:
    """Make an empty file of the storage version analysts can read."""
    with duckdb.connect(":memory:", config=dict(SETTINGS)) as con:
        con.execute(f"attach {quoted(path)} as fresh (storage_version '{STORAGE_VERSION}')").fetchall()


def copy_rows(con: duckdb.DuckDBPyConnection, target: Path) -> None:
    """Copy the open database, row by row, into a fresh file: nothing of deleted rows, nor room they took, is in it.

    `target` appears only once it is whole.
    """
    ((name,),) = con.execute("select current_database()").fetchall()
    half = target.with_name(f"{target.name}.half")
    for leftover in (target, half):
        leftover.unlink(missing_ok=True)
    create(half)
    con.execute(f"attach {quoted(half)} as half").fetchall()
    con.execute(f'copy from database "{name}" to half').fetchall()
    con.execute("detach half").fetchall()
    half.replace(target)


def connected(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection to a file, with the settings every one of ours has."""
    return duckdb.connect(str(path), read_only=read_only, config=dict(SETTINGS))


def sync(path: Path) -> None:
    """Wait until a file or folder is on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def database_path(con: duckdb.DuckDBPyConnection) -> Path | None:
    """The file the connection has open; null for a database in memory."""
    ((path,),) = con.execute("select path from duckdb_databases() where database_name = current_database()").fetchall()
    return Path(path) if path else None


def pipeline_folder(con: duckdb.DuckDBPyConnection) -> Path | None:
    """The folder the open database lies in; null for one in memory."""
    path = database_path(con)
    return path.parent if path else None
