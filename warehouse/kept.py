"""A release's rows as JSON and back, and as the tables hold them: for texts that may become current again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import duckdb

from transform.rows import (
    DoubtRow,
    InspectionRow,
    MetricRow,
    QuotationRow,
    RatingRow,
    ReleaseRow,
    ReleaseRows,
)

CHILDREN: Mapping[str, type[Any]] = {
    "inspections": InspectionRow,
    "ratings": RatingRow,
    "metrics": MetricRow,
    "quotations": QuotationRow,
    "doubts": DoubtRow,
}
"""Row class of every table that hangs on a release, by the table's name."""


def dumped(rows: ReleaseRows) -> str:
    """The rows as one JSON object; dates as ISO text, decimals as text."""
    return json.dumps(asdict(rows), ensure_ascii=False, default=str)


def restored(text: str) -> ReleaseRows:
    """What `dumped` wrote."""
    found = json.loads(text)
    children = {table: tuple(_row(kind, row) for row in found[table]) for table, kind in CHILDREN.items()}
    return ReleaseRows(release=_row(ReleaseRow, found["release"]), **children)


def stored(con: duckdb.DuckDBPyConnection, release_ids: Iterable[str]) -> dict[str, ReleaseRows]:
    """The rows of releases as the tables hold them now, by release id."""
    ids = list(release_ids)
    if not ids:
        return {}
    releases = _fetched(con, "releases", ReleaseRow, ids, "release_id")
    children = {table: _fetched(con, table, kind, ids, "position") for table, kind in CHILDREN.items()}
    return {
        release_id: ReleaseRows(
            release=found[0], **{table: tuple(rows.get(release_id, ())) for table, rows in children.items()}
        )
        for release_id, found in releases.items()
    }


def _fetched(
    con: duckdb.DuckDBPyConnection, table: str, kind: type[Any], ids: list[str], order: str
) -> dict[str, list[Any]]:
    names = [field.name for field in fields(kind)]
    columns = ", ".join(f'"{name}"' for name in names)
    found: dict[str, list[Any]] = {}
    for release_id, *values in con.execute(
        f"select release_id, {columns} from {table}"  # noqa: S608 - names of our own
        f" where release_id in (select unnest(?::varchar[])) order by release_id, {order}",
        [ids],
    ).fetchall():
        row = dict(zip(names, values, strict=True))
        if "paragraph" in row:
            row["paragraph"] = tuple(row["paragraph"])
        found.setdefault(release_id, []).append(kind(**row))
    return found


def _readers(kind: type[Any]) -> dict[str, Any]:
    """How a field's JSON value becomes what the row class holds, for the fields where that is not the value itself."""
    readers: dict[str, Any] = {}
    for name, hint in get_type_hints(kind).items():
        types = get_args(hint) or (hint,)
        if date in types:
            readers[name] = date.fromisoformat
        elif Decimal in types:
            readers[name] = Decimal
        elif name == "paragraph":
            readers[name] = tuple
    return readers


_KINDS: tuple[type[Any], ...] = (ReleaseRow, *CHILDREN.values())
_READERS = {kind: _readers(kind) for kind in _KINDS}


def _row(kind: type[Any], values: dict[str, Any]) -> Any:
    readers = _READERS[kind]
    return kind(
        **{
            name: readers[name](value) if value is not None and name in readers else value
            for name, value in values.items()
        }
    )
