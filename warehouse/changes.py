"""What changed since a day, row by row, with the old values: `inspectorate changes --since`.  Reads only."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from warehouse.catalogue import KEYS, LOAD_COLUMNS

_PLACES = {"start_char", "end_char", "position", "paragraph"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of a fact row.  `old` and `new` hold the columns that differ, all of them where a row came or went.

    `only_moved` is true where nothing but its place in the text is another.  `title` and `url` are the release's.
    """

    changed_at: datetime
    table_name: str
    row_id: str
    release_id: str | None
    title: str | None
    url: str | None
    change: str
    why: str
    old: dict[str, Any]
    new: dict[str, Any]

    @property
    def only_moved(self) -> bool:
        """Whether only the row's place in the text changed."""
        return self.change == "changed" and {*self.old} <= _PLACES


def since(con: duckdb.DuckDBPyConnection, instant: datetime) -> tuple[Change, ...]:
    """Changes after an instant, the oldest first; a row is compared with the next one known of it."""
    rows = con.execute(
        "select changed_at, table_name, row_id, release_id, title, url, change, why, old_row from changes"
        " where changed_at >= ? order by changed_at, title, table_name, row_id",
        [instant],
    ).fetchall()
    new = _standing(con, rows)
    found = []
    # From the newest back, so that what a row became is either how it stands or how the next change found it.
    for at, table, row_id, release_id, title, url, change, why, old_row in reversed(rows):
        old = json.loads(old_row) if old_row else {}
        after = new.get((table, row_id), {}) if change != "gone" else {}
        if change == "changed" and after:
            differing = [name for name in old if old[name] != after.get(name) and name not in LOAD_COLUMNS]
            old, after_shown = {n: old[n] for n in differing}, {n: after.get(n) for n in differing}
        else:
            after_shown = after
        found.append(
            Change(
                changed_at=at,
                table_name=table,
                row_id=row_id,
                release_id=release_id,
                title=title,
                url=url,
                change=change,
                why=why,
                old=old,
                new=after_shown,
            )
        )
        new[table, row_id] = json.loads(old_row) if old_row else {}
    return tuple(reversed(found))


def _standing(con: duckdb.DuckDBPyConnection, rows: list[Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """How the rows that changed stand now, by table and id."""
    wanted: dict[str, set[str]] = {}
    for _, table, row_id, *_ in rows:
        wanted.setdefault(table, set()).add(row_id)
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for table, ids in wanted.items():
        for row_id, row in con.execute(
            f"select {KEYS[table]}, to_json(t)::varchar from {table} as t"  # noqa: S608 - names of our own catalogue
            f" where {KEYS[table]} in (select unnest(?::varchar[]))",
            [list(ids)],
        ).fetchall():
            found[table, row_id] = json.loads(row)
    return found
