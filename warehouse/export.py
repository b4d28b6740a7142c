"""The tables as Parquet and CSV with a Frictionless `datapackage.json`.

Read back into the tables' own types, rows and order are equal: CSV writes null as nothing and every text in quotes.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import duckdb

from warehouse import connect
from warehouse.catalogue import FACTS, KEYS, Relation, relations
from warehouse.database import quoted

LICENCE = {
    "name": "OGL-UK-3.0",
    "title": "Open Government Licence v3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
}
ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0; source: HM Inspectorate of"
    " Probation."
)

_FRICTIONLESS = {
    "VARCHAR": "string",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP WITH TIME ZONE": "datetime",
    "INTEGER[]": "string",
}


def export(data_dir: Path, target: Path) -> tuple[Path, ...]:
    """Write the public file's facts to `target`, every table twice; returns the files written."""
    target.mkdir(parents=True, exist_ok=True)
    with connect.reading(data_dir) as con:
        tables = [one for one in relations(con) if one.kind == "table" and one.name in FACTS]
        written = [path for table in tables for path in _write(con, table, target)]
        package = _package(con, tables, target)
    description = target / "datapackage.json"
    description.write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    licence = target / "LICENCE.txt"
    licence.write_text(f"{ATTRIBUTION}\n{LICENCE['path']}\n", encoding="utf-8")
    return (*written, description, licence)


def _write(con: duckdb.DuckDBPyConnection, table: Relation, target: Path) -> tuple[Path, Path]:
    parquet, csv = target / f"{table.name}.parquet", target / f"{table.name}.csv"
    rows = f"(select * from {table.name} order by {KEYS[table.name]})"  # noqa: S608 - names of our own
    texts = ", ".join(f'"{column.name}"' for column in table.columns if column.type == "VARCHAR")
    con.execute(f"copy {rows} to {quoted(parquet)} (format parquet, compression zstd)").fetchall()
    con.execute(f"copy {rows} to {quoted(csv)} (format csv, header, nullstr '', force_quote ({texts}))").fetchall()
    return parquet, csv


def _package(con: duckdb.DuckDBPyConnection, tables: list[Relation], target: Path) -> dict[str, Any]:
    ((newest,),) = con.execute("select max(published_on) from releases").fetchall()
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "hmi-probation-press-releases",
        "title": "Press releases of HM Inspectorate of Probation as data",
        "description": (
            "Ratings, metrics and quotations with their evidence. In CSV, null is nothing at all and an empty text two"
            f" quote marks. {ATTRIBUTION}"
        ),
        "version": newest.isoformat() if newest else "0",
        "licenses": [LICENCE],
        "contributors": [{"title": "HM Inspectorate of Probation", "roles": ["author"]}],
        "resources": [_resource(table, target, ending) for table in tables for ending in ("csv", "parquet")],
    }


def _resource(table: Relation, target: Path, ending: str) -> dict[str, Any]:
    path = target / f"{table.name}.{ending}"
    body = path.read_bytes()
    resource: dict[str, Any] = {
        "name": table.name if ending == "csv" else f"{table.name}-parquet",
        "path": path.name,
        "format": ending,
        "mediatype": "text/csv" if ending == "csv" else "application/vnd.apache.parquet",
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
        "description": table.comment,
        "schema": {
            "fields": [
                {
                    "name": column.name,
                    "type": _FRICTIONLESS.get(column.type, "number" if column.type.startswith("DECIMAL") else "any"),
                    "description": column.comment,
                    "constraints": {"required": not column.nullable},
                }
                for column in table.columns
            ],
            "primaryKey": [KEYS[table.name]],
            "missingValues": [""],
        },
    }
    if ending == "csv":
        resource["encoding"] = "utf-8"
    return resource
