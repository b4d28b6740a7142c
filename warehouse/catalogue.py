"""The tables, views, macros and checks as `sql/` defines them, and what a file's own catalogue says of itself."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

import duckdb

from warehouse.errors import WarehouseError

FACTS = (
    "releases",
    "release_urls",
    "release_versions",
    "inspections",
    "ratings",
    "metrics",
    "quotations",
    "doubts",
    "speakers",
    "organisations",
)
"""The tables of schema `main`, in the order analysts meet them."""

KEYS = {
    "releases": "release_id",
    "release_urls": "url",
    "release_versions": "version_id",
    "inspections": "inspection_id",
    "ratings": "rating_id",
    "metrics": "metric_id",
    "quotations": "quotation_id",
    "doubts": "doubt_id",
    "speakers": "speaker_id",
    "organisations": "organisation_id",
}
"""Primary key of each fact table."""

LOAD_COLUMNS = ("first_seen_at", "last_changed_at", "rules_version")
"""Columns the load adds to every fact table, besides ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column as the catalogue has it; `comment` is empty where there is none."""

    name: str
    type: str
    nullable: bool
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A table or view as the catalogue has it."""

    schema: str
    name: str
    kind: str
    comment: str
    columns: tuple[Column, ...]

    @property
    def full_name(self) -> str:
        """Its name as a query has to write it."""
        return self.name if self.schema == "main" else f"{self.schema}.{self.name}"


@cache
def scripts(folder: str) -> tuple[tuple[str, str], ...]:
    """Names (without number and ending) and texts of the files in `sql/<folder>`, in the order of their names."""
    found = sorted((resources.files("warehouse") / "sql" / folder).iterdir(), key=lambda entry: entry.name)
    return tuple(
        (entry.name.removesuffix(".sql").lstrip("0123456789").lstrip("_"), entry.read_text(encoding="utf-8"))
        for entry in found
        if entry.name.endswith(".sql")
    )


@cache
def scripts_hash(folder: str) -> str:
    """20 hexadecimal digits of the SHA-256 of everything in `sql/<folder>`."""
    joined = "\x1e".join(f"{name}\x1f{text}" for name, text in scripts(folder))
    return hashlib.sha256(joined.encode()).hexdigest()[:20]


def make_tables(con: duckdb.DuckDBPyConnection) -> None:
    """Make every table in an empty database."""
    con.execute("create schema if not exists pipeline")
    for _, text in scripts("tables"):
        con.execute(text)


def make_views(con: duckdb.DuckDBPyConnection) -> None:
    """Make every view and macro; older ones have to be dropped before."""
    for _, text in scripts("views"):
        con.execute(text)


def drop_views(con: duckdb.DuckDBPyConnection) -> None:
    """Drop every view and macro of ours."""
    views = con.execute(
        "select schema_name, view_name from duckdb_views() where not internal and database_name = current_database()"
    ).fetchall()
    for schema, name in views:
        con.execute(f'drop view "{schema}"."{name}"')
    macros = con.execute(
        "select distinct function_name, function_type from duckdb_functions()"
        " where not internal and function_type in ('macro', 'table_macro') and database_name = current_database()"
    ).fetchall()
    for name, kind in macros:
        con.execute(f'drop macro {"table " if kind == "table_macro" else ""}"{name}"')


def relations(con: duckdb.DuckDBPyConnection) -> tuple[Relation, ...]:
    """Every table and view of the file, tables before views, `main` before `pipeline`, in the order of `sql/`."""
    rows = con.execute(
        """
        select schema_name, table_name, 'table' as kind, coalesce(comment, '') as comment
        from duckdb_tables() where not internal and database_name = current_database()
        union all
        select schema_name, view_name, 'view', coalesce(comment, '')
        from duckdb_views() where not internal and database_name = current_database()
        """
    ).fetchall()
    columns: dict[tuple[str, str], list[Column]] = {}
    for schema, table, name, type_, nullable, comment in con.execute(
        """
        select schema_name, table_name, column_name, data_type, is_nullable, coalesce(comment, '')
        from duckdb_columns() where not internal and database_name = current_database()
        order by schema_name, table_name, column_index
        """
    ).fetchall():
        columns.setdefault((schema, table), []).append(
            Column(name=name, type=type_, nullable=bool(nullable), comment=comment)
        )
    names = [name for folder in ("tables", "views") for name, _ in scripts(folder)]
    order = {name: at for at, name in enumerate(names)}
    found = (
        Relation(schema=schema, name=name, kind=kind, comment=comment, columns=tuple(columns[schema, name]))
        for schema, name, kind, comment in rows
    )
    return tuple(sorted(found, key=lambda one: (one.kind, one.schema, order.get(one.name, len(order)), one.name)))


def fact_columns(table: str) -> tuple[str, ...]:
    """Columns of a fact table, in their order, as `sql/tables/` defines them."""
    columns = _columns().get(table)
    if columns is None:
        raise WarehouseError(f"{table}: no such table in warehouse/sql/tables")
    return columns


@cache
def _columns() -> dict[str, tuple[str, ...]]:
    with duckdb.connect(":memory:") as con:
        make_tables(con)
        return {
            one.name: tuple(column.name for column in one.columns) for one in relations(con) if one.schema == "main"
        }
