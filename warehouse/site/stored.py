"""One release as the published file has it, to be shown with its evidence."""

from typing import Any

import duckdb

from warehouse.site.data import Row, sql

TABLES = ("inspections", "ratings", "metrics", "quotations", "doubts")


def stored_release(
    con: duckdb.DuckDBPyConnection, target: str, address: str
) -> tuple[Row, dict[str, list[Row]]] | None:
    """The release `target` names (an id, an id given up, or an address; `address` is its canonical form) and its rows.

    Null where there is no such release.
    """
    found = _rows(con, "stored_release", target=target, address=address)
    if not found:
        return None
    [release] = found
    return release, {table: _rows(con, f"stored_{table}", release_id=release["release_id"]) for table in TABLES}


def _rows(con: duckdb.DuckDBPyConnection, name: str, **parameters: Any) -> list[Row]:
    answer = con.execute(sql(name), parameters)
    columns = [column[0] for column in answer.description or ()]
    return [dict(zip(columns, values, strict=True)) for values in answer.fetchall()]
