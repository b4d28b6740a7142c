"""What differs, row by row, between a database and an older one attached to it as `old`.  Changes nothing."""

import json
from dataclasses import dataclass

import duckdb

from warehouse.catalogue import FACTS, KEYS, LOAD_COLUMNS, fact_columns
from warehouse.rows import RowChange

_NOT_COMPARED = {*LOAD_COLUMNS, "withdrawn_at", "replaced_at", "is_current"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDifference:
    """What a rebuild would change in one table, with a few examples."""

    table_name: str
    added: int
    gone: int
    changed: int
    examples: tuple[RowChange, ...]


def differences(con: duckdb.DuckDBPyConnection) -> tuple[TableDifference, ...]:
    """What differs, table by table; load columns are not compared."""
    found = []
    for table in FACTS:
        counted = con.execute(
            f"""
            select change, count(*) as changes, list({{'id': id, 'release_id': release_id, 'o': o, 'n': n}})[1:3]
            from ({compared(table)}) group by change
            """  # noqa: S608 - names of our own catalogue
        ).fetchall()
        counts = {change: number for change, number, _ in counted}
        examples = tuple(
            RowChange(
                table_name=table,
                row_id=one["id"],
                release_id=one["release_id"] if table not in ("speakers", "organisations") else None,
                change=change,
                old=json.loads(one["o"]) if one["o"] else None,
                new=json.loads(one["n"]) if one["n"] else None,
            )
            for change, _, some in counted
            for one in some
        )
        found.append(
            TableDifference(
                table_name=table,
                added=counts.get("added", 0),
                gone=counts.get("gone", 0),
                changed=counts.get("changed", 0),
                examples=examples,
            )
        )
    return tuple(found)


def compared(table: str) -> str:
    """The query for the rows of a table that differ, with both sides as JSON: `id, release_id, change, o, n`."""
    key = KEYS[table]
    release = "coalesce(n.release_id, o.release_id)" if "release_id" in fact_columns(table) else "null"
    return f"""
        select
            coalesce(n.{key}, o.{key}) as id,
            {release} as release_id,
            case when o.{key} is null then 'added' when n.{key} is null then 'gone' else 'changed' end as change,
            case when o.{key} is not null then to_json(o)::varchar end as o,
            case when n.{key} is not null then to_json(n)::varchar end as n
        from old.main.{table} as o
        full join {table} as n on o.{key} = n.{key}
        where o.{key} is null or n.{key} is null or not ({same_content(table)})
    """  # noqa: S608 - names of our own catalogue


def same_content(table: str) -> str:
    """The condition under which row `o` of the old table says the same as row `n` of the new one."""
    columns = [name for name in fact_columns(table) if name != KEYS[table] and name not in _NOT_COMPARED]
    old = ", ".join(f'o."{name}"' for name in columns)
    new = ", ".join(f'n."{name}"' for name in columns)
    return f"row({old}) is not distinct from row({new})"
