"""What a connection can say of the file it has open."""

from pathlib import Path

import duckdb


def database_path(con: duckdb.DuckDBPyConnection) -> Path | None:
    """The file the connection has open; null for a database in memory."""
    ((path,),) = con.execute("select path from duckdb_databases() where database_name = current_database()").fetchall()
    return Path(path) if path else None


def pipeline_folder(con: duckdb.DuckDBPyConnection) -> Path | None:
    """The folder the open database lies in; null for one in memory."""
    path = database_path(con)
    return path.parent if path else None
