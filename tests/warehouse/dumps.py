"""What a database holds, times of loading aside, so that two can be compared."""

import json
from pathlib import Path
from typing import Any

import duckdb

from warehouse.catalogue import FACTS
from warehouse.connect import writing

ASIDE = {"first_seen_at", "last_changed_at", "replaced_at"}


def facts(con: duckdb.DuckDBPyConnection) -> dict[str, list[Any]]:
    """Every fact table's rows, first-seen and changed times aside, in an order of their own."""
    found = {}
    for table in FACTS:
        rows = con.execute(f"select to_json(t)::varchar from {table} as t").fetchall()
        kept = [{k: v for k, v in json.loads(row).items() if k not in ASIDE} for (row,) in rows]
        found[table] = sorted(kept, key=lambda row: json.dumps(row, sort_keys=True))
    return found


def everything(con: duckdb.DuckDBPyConnection) -> dict[str, list[Any]]:
    """Every fact table's rows with every column."""
    return {table: sorted(con.execute(f"select t::varchar from {table} as t").fetchall()) for table in FACTS}


def facts_of(data_dir: Path) -> dict[str, list[Any]]:
    """`facts` of a closed warehouse."""
    with writing(data_dir) as con:
        return facts(con)
