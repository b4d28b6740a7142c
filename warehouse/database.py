"""How every file is opened, and what a connection can say of the one it has open."""

from pathlib import Path

import duckdb

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # Metadata kept from an earlier checkpoint is what DuckDB 1.2 cannot read back, whatever the storage version
    # ("Failed to load metadata pointer", seen 2026-11 with a file DuckDB 2.0 had written to many times).
    "experimental_metadata_reuse": False,
}


def connected(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection to a file, with the settings every one of ours has."""
    return duckdb.connect(str(path), read_only=read_only, config=dict(SETTINGS))


def database_path(con: duckdb.DuckDBPyConnection) -> Path | None:
    """The file the connection has open; null for a database in memory."""
    ((path,),) = con.execute("select path from duckdb_databases() where database_name = current_database()").fetchall()
    return Path(path) if path else None


def pipeline_folder(con: duckdb.DuckDBPyConnection) -> Path | None:
    """The folder the open database lies in; null for one in memory."""
    path = database_path(con)
    return path.parent if path else None
