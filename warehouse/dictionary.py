"""`docs/data-dictionary.md`, read back from the catalogue of a real file."""

import duckdb

from warehouse.catalogue import Relation, relations

_LONGEST_EXAMPLE = 60

_HEAD = """# Data dictionary

Written by `inspectorate dictionary` from the catalogue of a built file; change the comments in `warehouse/sql/` and not
this page. In the file itself the same words stand in `duckdb_tables()`, `duckdb_views()`, `duckdb_columns()` and
`duckdb_functions()`. Instants are UTC, dates are London dates, positions count Unicode code points from 0.

Facts are in schema `main` and need no prefix; the pipeline's own records are in schema `pipeline`. Examples are from a
file built from invented releases."""

_KINDS = (
    ("Facts", "main", "table"),
    ("Views", "main", "view"),
    ("Operations", "pipeline", "table"),
)


def render(con: duckdb.DuckDBPyConnection) -> str:
    """The dictionary as Markdown: every table, view and macro, every column with type, meaning and an example."""
    found = relations(con)
    parts = [_HEAD]
    for heading, schema, kind in _KINDS:
        parts.append(f"## {heading}")
        parts += [_relation(con, one) for one in found if (one.schema, one.kind) == (schema, kind)]
        if kind == "view":
            parts += _macros(con)
    return "\n\n".join(parts) + "\n"


def _relation(con: duckdb.DuckDBPyConnection, relation: Relation) -> str:
    examples = _examples(con, relation)
    lines = [f"### {relation.full_name}", "", relation.comment, "", "| column | type | meaning | example |"]
    lines.append("|---|---|---|---|")
    for column in relation.columns:
        cells = (f"`{column.name}`", f"`{column.type}`", column.comment, examples[column.name])
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines)


def _examples(con: duckdb.DuckDBPyConnection, relation: Relation) -> dict[str, str]:
    """A value of every column, as text; the least, so that the same file always gives the same.

    Instants and what is made of them differ from build to build and have none.
    """
    steady = [c for c in relation.columns if not c.type.startswith("TIMESTAMP") and c.name not in _UNSTEADY]
    examples = {column.name: "" for column in relation.columns}
    if not steady:
        return examples
    picked = ", ".join(f'min("{column.name}")::varchar' for column in steady)
    ((*values,),) = con.execute(
        f'select {picked} from "{relation.schema}"."{relation.name}"'  # noqa: S608 - names of the file's own catalogue
    ).fetchall()
    for column, value in zip(steady, values, strict=True):
        examples[column.name] = "" if value is None else f"`{_short(str(value))}`"
    return examples


_UNSTEADY = frozenset(
    {"rules_version", "document_id", "run_id", "outcomes", "old_row", "revision", "views_hash", "tables_hash"}
    | {"claimed_by", "last_attempt_poll", "kept_rows", "detail"}
    | {"inspection_id", "rating_id", "metric_id", "quotation_id", "doubt_id", "version_id", "row_id"}
)
"""Columns whose values differ between two builds of the same releases, or say nothing to a reader."""


def _macros(con: duckdb.DuckDBPyConnection) -> list[str]:
    rows = con.execute(
        "select function_name, parameters, coalesce(comment, '') from duckdb_functions()"
        " where not internal and database_name = current_database() and function_type in ('macro', 'table_macro')"
        " order by function_name"
    ).fetchall()
    return [f"### {name}({', '.join(parameters)})\n\n{comment}" for name, parameters, comment in rows]


def _short(value: str) -> str:
    line = " ".join(value.replace("`", "'").split())
    return line if len(line) <= _LONGEST_EXAMPLE else line[: _LONGEST_EXAMPLE - 1] + "…"
