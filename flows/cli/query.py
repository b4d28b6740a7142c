"""`inspectorate query`: SQL or a saved question, asked of the published file.  Writes nothing."""

from typing import Annotated, Any

import typer

from flows.cli.opening import published
from flows.cli.tables import Format, FormOption, JsonOption, print_rows
from flows.problems import Problem

_EXAMPLES = """
Examples:

  inspectorate query "select speaker, text from quotations"

  inspectorate query rating-history --organisation Northshire --format csv
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("query", epilog=_EXAMPLES)(query)


def query(
    question: Annotated[str | None, typer.Argument(help="SQL, or the name of a saved question.")] = None,
    list_them: Annotated[bool, typer.Option("--list", help="List the saved questions and stop.")] = False,
    organisation: Annotated[
        str | None, typer.Option(help="Only rows whose organisation has these words in its name (saved questions).")
    ] = None,
    speaker: Annotated[
        str | None, typer.Option(help="Only rows whose speaker has these words in the name (saved questions).")
    ] = None,
    form: FormOption = Format.TABLE,
    as_json: JsonOption = False,
) -> None:
    """Ask the published file: a readable table, or CSV or JSON for machines."""
    form = Format.JSON if as_json else form
    if question is None and not list_them:
        raise Problem("query: nothing asked. Try: inspectorate query --list", status=2)
    with published() as con:
        saved = _saved(con)
        if list_them or question is None:
            print_rows(("question", "answers"), sorted(saved.items()), form)
            return
        name = question.strip().replace("-", "_")
        narrowed = {"organisation": organisation, "speaker": speaker}
        if name in saved:
            sql, values = _saved_question(con, name, narrowed)
        elif any(narrowed.values()):
            raise Problem(
                "query: --organisation and --speaker go with a saved question. Try: inspectorate query --list", status=2
            )
        elif " " not in question.strip():
            raise Problem(f"query: there is no saved question {question!r}. Try: inspectorate query --list", status=2)
        else:
            sql, values = question, []
        columns, rows = _answer(con, sql, values)
    print_rows(columns, rows, form)


def _saved(con: Any) -> dict[str, str]:
    """The views of the file, each with its comment."""
    found = con.execute(
        "select view_name, coalesce(comment, '') from duckdb_views() where schema_name = 'main' and not internal"
    )
    return dict(found.fetchall())


def _saved_question(con: Any, name: str, narrowed: dict[str, str | None]) -> tuple[str, list[str]]:
    """The SQL of a saved question, narrowed to an organisation or speaker.  Raises Problem where that cannot be."""
    found = con.execute(
        "select column_name from duckdb_columns() where schema_name = 'main' and table_name = ?", [name]
    )
    columns = {column for (column,) in found.fetchall()}
    asked = {column: words for column, words in narrowed.items() if words is not None}
    for column in asked:
        if column not in columns:
            raise Problem(f"query: {name} has no column {column}; it has {', '.join(sorted(columns))}", status=2)
    where = " and ".join(f"contains(lower({column}), lower(?))" for column in asked)
    # The name is one of the catalogue's own, and the columns are ours: nothing of the user's stands in the SQL.
    return f'from "{name}"' + (f" where {where}" if where else ""), list(asked.values())


def _answer(con: Any, sql: str, values: list[str]) -> tuple[list[str], list[tuple[Any, ...]]]:
    import duckdb

    try:
        found = con.execute(sql, values)
        return [column[0] for column in found.description or ()], found.fetchall()
    except duckdb.Error as error:
        reason = " ".join(str(error).split("\n\n")[0].split())
        raise Problem(f"query: {reason}") from error
