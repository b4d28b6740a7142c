"""What a database read afresh takes from the one it will replace, attached to it as `old`.

That is whatever is not read from the raw store: operations, the times a row was first seen and last changed, and what
was withdrawn.  A row whose content is the same keeps the rules it was last changed under.
"""

from datetime import datetime

import duckdb

from warehouse.catalogue import FACTS, KEYS
from warehouse.differences import compared, same_content


def carry_over(con: duckdb.DuckDBPyConnection, now: datetime) -> None:
    """Bring into the new database what only the old one knows, and note what differs.  Needs an open transaction."""
    _operations(con)
    for table in FACTS:
        _note_differences(con, table, now)
        _keep_times(con, table, now)
    _keep_withdrawals(con)
    _keep_aliases(con, now)
    con.execute(
        "update pipeline.revision set revised_at = ?,"
        " revision = (select o.revision + 1 from old.pipeline.revision as o)",
        [now],
    ).fetchall()


def _operations(con: duckdb.DuckDBPyConnection) -> None:
    for table in ("documents", "runs", "release_aliases"):
        con.execute(f"insert into pipeline.{table} by name from old.pipeline.{table} on conflict do nothing").fetchall()
    # The changes noted while everything was loaded afresh are none of the warehouse's.
    con.execute("delete from pipeline.row_changes").fetchall()
    con.execute("insert into pipeline.row_changes by name from old.pipeline.row_changes").fetchall()
    _old_before_new(con, "discoveries")
    con.execute(
        "update pipeline.discoveries as d set state = n.state, reason = n.reason, due_because = null,"
        " settled_at = n.settled_at, rules_version = n.rules_version from read_again as n"
        " where n.url = d.url and d.state in ('loaded', 'quarantined') and n.state <> d.state"
    ).fetchall()
    # What was read this time is out of quarantine, and what failed this time is in.
    _old_before_new(con, "quarantine", where="sha256 is null or sha256 not in (select sha256 from pipeline.readings)")


def _old_before_new(con: duckdb.DuckDBPyConnection, table: str, *, where: str = "true") -> None:
    """The old rows for which `where` holds, then those of the new ones whose key none of them has.

    The new ones stay in the temporary table `read_again` too.
    """
    con.execute(f"create or replace temp table read_again as from pipeline.{table}").fetchall()
    con.execute(f"delete from pipeline.{table}").fetchall()  # noqa: S608 - names of our own
    con.execute(f"insert into pipeline.{table} by name from old.pipeline.{table} where {where}").fetchall()
    con.execute(f"insert into pipeline.{table} from read_again on conflict do nothing").fetchall()


def _note_differences(con: duckdb.DuckDBPyConnection, table: str, now: datetime) -> None:
    con.execute(
        "insert into pipeline.row_changes"  # noqa: S608 - names of our own catalogue
        f" select '{table}', id, release_id, ?::timestamptz, change, 'rules', o from ({compared(table)})",
        [now],
    ).fetchall()


def _keep_times(con: duckdb.DuckDBPyConnection, table: str, now: datetime) -> None:
    key, same = KEYS[table], same_content(table)
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


def _keep_withdrawals(con: duckdb.DuckDBPyConnection) -> None:
    """When a release was withdrawn, and when a text of it was replaced."""
    con.execute(
        "update releases as n set withdrawn_at = o.withdrawn_at from old.main.releases as o"
        " where o.release_id = n.release_id"
    ).fetchall()
    con.execute(
        "update release_versions as n set replaced_at = o.replaced_at from old.main.release_versions as o"
        " where o.version_id = n.version_id and not n.is_current"
    ).fetchall()


def _keep_aliases(con: duckdb.DuckDBPyConnection, now: datetime) -> None:
    """Ids that the new database no longer gives lead to the release the same bytes belong to now."""
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
