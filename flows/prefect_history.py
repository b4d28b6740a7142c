"""Takes words out of what our own Prefect keeps of past runs: artifacts, events, parameters, messages.

Only the database under `data/pipeline/prefect` is ours to change.  Prefect has no call that deletes an event, so its
tables are gone through as they stand, whatever their names.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from flows.problems import Problem

# Rows that only tell: they go whole, with whatever else they tell of.  Of other tables the words alone go.
_TELLING = frozenset({"artifact", "artifact_collection", "events", "event_resources", "log", "automation_bucket"})
_WAIT_SECONDS = 30


def database(home: Path) -> Path:
    """Where Prefect keeps its history."""
    return home / "prefect.db"


def forget(home: Path, words: Iterable[str]) -> int:
    """Remove every mention of these words, and their bytes from the file; how many rows that were.

    Raises Problem where a running Prefect keeps the database busy.
    """
    wanted = [word for word in dict.fromkeys(words) if word]
    path = database(home)
    if not wanted or not path.exists():
        return 0
    try:
        with closing(sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)) as con:
            con.execute("pragma secure_delete = on")
            con.execute("begin immediate")
            found = sum(_taken_out(con, table, wanted) for table in _tables(con))
            con.execute("commit")
            # A changed page's old bytes stay in free pages and in the log beside the file until these two are done.
            con.execute("vacuum")
            (is_busy, *_) = con.execute("pragma wal_checkpoint(truncate)").fetchone()
    except sqlite3.OperationalError as error:
        raise Problem(f"{path}: {error}; stop serving, then run the same command again") from error
    if is_busy:
        raise Problem(f"{path}: a running Prefect reads it; stop serving, then run the same command again")
    return found


def _tables(con: sqlite3.Connection) -> list[str]:
    return [
        name
        for (name,) in con.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    ]


def _taken_out(con: sqlite3.Connection, table: str, words: list[str]) -> int:
    """The number of rows changed or deleted in one table."""
    rows = 0
    columns = [(name, kind.upper()) for _, name, kind, *_ in con.execute(f'pragma table_info("{table}")')]
    for name, kind in columns:
        if not ("CHAR" in kind or kind in {"TEXT", "JSON"}):
            continue
        for word in words:
            change = "delete from" if table in _TELLING else "update"
            blank = "" if table in _TELLING else f"""set "{name}" = '{"{}" if kind == "JSON" else "forgotten"}'"""
            rows += con.execute(f'{change} "{table}" {blank} where instr("{name}", ?) > 0', [word]).rowcount
    return rows
