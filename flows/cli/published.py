"""One release of the published file, with its rows, as `show` and `explain` mark it."""

from collections.abc import Mapping
from typing import Any

from extract.errors import Refused
from extract.urls import canonical
from flows.settings import Settings
from warehouse.connect import reading
from warehouse.errors import NoWarehouse

_TABLES = ("quotations", "metrics", "ratings", "inspections", "doubts")
Row = Mapping[str, Any]


def release_in_published(settings: Settings, target: str) -> tuple[Row, dict[str, list[Row]]] | None:
    """The release with this address or id (one given up too) and its rows by table; null where the file has none."""
    try:
        with reading(settings.data_dir) as con:
            found = _rows(
                con.execute(
                    """
                    select r.*
                    from releases as r
                    where r.release_id in (
                        select release_id from releases where release_id = ?
                        union all
                        select release_id from pipeline.release_aliases where alias_id = ?
                        union all
                        select release_id from release_urls where url = ?
                    )
                    """,
                    [target, target, _address(target)],
                )
            )
            if not found:
                return None
            release_id = found[0]["release_id"]
            # The names are ours: nothing of the user's stands in the SQL.
            queries = {table: f"from {table} where release_id = ? order by position" for table in _TABLES}
            tables = {table: _rows(con.execute(sql, [release_id])) for table, sql in queries.items()}
    except NoWarehouse:
        return None
    return found[0], tables


def _address(target: str) -> str:
    try:
        return canonical(target)
    except Refused:
        return target


def _rows(found: Any) -> list[Row]:
    columns = [column[0] for column in found.description]
    return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
