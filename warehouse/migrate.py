"""Makes the tables of a new file, and brings an older file up.  A newer one is refused.

`sql/migrations/history.txt` has one line a version of the tables: its number and the hash of `sql/tables/`.
`sql/migrations/NNN_….sql` exists only where version NNN renamed something or recast values; it runs on a copy of the
older file, with the older tables, before the rows are taken over by name.
"""

import shutil
from datetime import datetime
from importlib import resources
from pathlib import Path

import duckdb

from warehouse import catalogue
from warehouse.database import connected, create, quoted, sync
from warehouse.errors import NewerWarehouse
from warehouse.transactions import revised, transaction


def make(con: duckdb.DuckDBPyConnection, *, now: datetime) -> None:
    """Tables and views where there are none; the views again where theirs changed.  Older tables are left alone."""
    hashes = _hashes(con)
    tables, views = catalogue.scripts_hash("tables"), catalogue.scripts_hash("views")
    if hashes is None:
        with transaction(con):
            catalogue.make_tables(con)
            con.execute("insert into pipeline.schema_version values (?, ?, ?)", [tables, views, now]).fetchall()
            con.execute("insert into pipeline.revision values (0, ?)", [now]).fetchall()
            catalogue.make_views(con)
    elif hashes[0] == tables and hashes[1] != views:
        with transaction(con):
            catalogue.drop_views(con)
            catalogue.make_views(con)
            con.execute("update pipeline.schema_version set views_hash = ?", [views]).fetchall()
            revised(con, now)
        con.execute("checkpoint").fetchall()


def is_older(con: duckdb.DuckDBPyConnection, path: Path) -> bool:
    """Whether the file has tables of an earlier version.  Raises NewerWarehouse where no version of ours knows them."""
    hashes = _hashes(con)
    if hashes is None or hashes[0] == catalogue.scripts_hash("tables"):
        return False
    if hashes[0] not in history():
        raise NewerWarehouse(
            f"{path}: its tables ({hashes[0]}) were made by a newer version of inspectorate; upgrade this one"
        )
    return True


def history() -> dict[str, int]:
    """Number of every version of the tables by its hash, the oldest first."""
    text = (resources.files("warehouse") / "sql" / "migrations" / "history.txt").read_text(encoding="ascii")
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {tables_hash: int(number) for number, tables_hash in lines}


def bring_up(path: Path, *, now: datetime) -> Path:
    """Build fresh tables, take the rows over, and put the new file in the old one's place; returns the copy kept."""
    with connected(path) as con:
        hashes = _hashes(con)
    assert hashes is not None
    number = history()[hashes[0]]
    kept = path.with_name(f"{path.stem}.version-{number}{path.suffix}")
    shutil.copyfile(path, kept)
    old, fresh = path.with_name("migrating-old.duckdb"), path.with_name("migrating-new.duckdb")
    for leftover in (old, fresh):
        leftover.unlink(missing_ok=True)
        leftover.with_name(leftover.name + ".wal").unlink(missing_ok=True)
    shutil.copyfile(path, old)
    _rename(old, number)
    create(fresh)
    with connected(fresh) as con:
        make(con, now=now)
        con.execute(f"attach {quoted(old)} as old (read_only)").fetchall()
        with transaction(con):
            _take_over(con)
        con.execute("detach old").fetchall()
        con.execute("checkpoint").fetchall()
    sync(fresh)
    fresh.replace(path)
    old.unlink()
    return kept


def _rename(old: Path, number: int) -> None:
    """Run the renames of every later version on the copy."""
    later = [text for name, text in _numbered() if name > number]
    with connected(old) as con, transaction(con):
        catalogue.drop_views(con)
        for text in later:
            con.execute(text).fetchall()


def _numbered() -> list[tuple[int, str]]:
    folder = resources.files("warehouse") / "sql" / "migrations"
    found = [entry for entry in folder.iterdir() if entry.name.endswith(".sql")]
    return sorted((int(entry.name[:3]), entry.read_text(encoding="utf-8")) for entry in found)


def _take_over(con: duckdb.DuckDBPyConnection) -> None:
    """Rows of every table both files have, by the names of the columns both have."""
    before: dict[tuple[str, str], set[str]] = {}
    for schema, table, column in con.execute(
        "select schema_name, table_name, column_name from duckdb_columns() where database_name = 'old'"
    ).fetchall():
        before.setdefault((schema, table), set()).add(column)
    for relation in catalogue.relations(con):
        shared = [c.name for c in relation.columns if c.name in before.get((relation.schema, relation.name), ())]
        if relation.kind != "table" or relation.name == "schema_version" or not shared:
            continue
        columns = ", ".join(f'"{name}"' for name in shared)
        if relation.name == "revision":
            con.execute("delete from pipeline.revision").fetchall()
        con.execute(
            f'insert into "{relation.schema}"."{relation.name}" ({columns})'  # noqa: S608 - names of our own catalogue
            f' select {columns} from old."{relation.schema}"."{relation.name}"'
        ).fetchall()
    con.execute("update pipeline.revision set revision = revision + 1").fetchall()


def _hashes(con: duckdb.DuckDBPyConnection) -> tuple[str, str] | None:
    """What the file says its tables and views are; null for a file without tables."""
    found = con.execute(
        "select 1 from duckdb_tables() where schema_name = 'pipeline' and table_name = 'schema_version'"
        " and database_name = current_database()"
    ).fetchall()
    if not found:
        return None
    ((tables_hash, views_hash),) = con.execute("select tables_hash, views_hash from pipeline.schema_version").fetchall()
    return tables_hash, views_hash
