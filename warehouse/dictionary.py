"""`docs/data-dictionary.md`, read back from the catalogue of a real file."""

import duckdb


def render(con: duckdb.DuckDBPyConnection) -> str:
    """The dictionary as Markdown: every table, view and macro, every column with type, meaning and an example."""
    raise NotImplementedError
