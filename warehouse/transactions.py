"""Transactions that end one way or the other, and the count of those that changed something."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime

import duckdb


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """One transaction: committed at the end, rolled back on any error, which goes on.

    A COMMIT after an error inside a transaction succeeds in DuckDB and writes nothing, so none is ever tried.
    """
    con.execute("begin transaction").fetchall()
    with ExitStack() as undo:
        undo.callback(lambda: con.execute("rollback").fetchall())
        yield
        undo.pop_all()
    con.execute("commit").fetchall()


def revised(con: duckdb.DuckDBPyConnection, now: datetime) -> None:
    """Say that facts, changes or quarantine changed in this transaction: the next publish is not skipped."""
    con.execute("update pipeline.revision set revision = revision + 1, revised_at = ?", [now]).fetchall()


def revision(con: duckdb.DuckDBPyConnection) -> int:
    """How many transactions have changed something."""
    ((count,),) = con.execute("select revision from pipeline.revision").fetchall()
    return int(count)
