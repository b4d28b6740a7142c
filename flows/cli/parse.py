"""`inspectorate parse`: what would be loaded.  Touches no warehouse and imports no Prefect."""

import dataclasses
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from extract.errors import InspectorateError, MissingFile
from extract.urls import canonical, is_address
from flows.cli import talk
from flows.cli.reading import Reading, reading
from flows.cli.tables import plain, print_json
from flows.problems import Problem

_EXAMPLES = """
Examples:

  inspectorate parse release.txt

  inspectorate parse page.html --url https://hmiprobation.justiceinspectorates.gov.uk/news/some-release --json
"""
_RELEASE_FIELDS = ("url", "title", "published_on", "text", "layout", "kind")
_TABLES = ("inspections", "ratings", "metrics", "quotations", "doubts")
_SHOWN = {
    "inspections": ("organisation", "organisation_type", "overall_rating", "score", "fieldwork_start"),
    "ratings": ("organisation", "area", "rating", "is_grade", "text"),
    "metrics": ("text", "value", "unit", "name"),
    "quotations": ("speaker", "kind", "text"),
    "doubts": ("rule", "reason", "text"),
}


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("parse", epilog=_EXAMPLES)(parse)


def parse(
    file: Annotated[str, typer.Argument(help="A file, - for standard input, a raw-store .gz or a body's SHA-256.")],
    url: Annotated[str | None, typer.Option(help="The address the document came from.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole result as JSON.")] = False,
) -> None:
    """Show what would be loaded from one document; loads nothing."""
    from flows.cli.given import document_given
    from flows.settings import settings

    if is_address(file):
        raise Problem(f"parse: {file} is an address, and parse asks no site. Try: inspectorate ingest {file}", status=2)
    if url is not None:
        # Refused before anything is read, as it is by ingest.
        canonical(url)
    try:
        found = reading(document_given(file, url, settings().raw_dir))
    except MissingFile as wrong:
        found = Reading(outcome="not read", reason=wrong.reason, rows=None)
    except InspectorateError as wrong:
        found = Reading(outcome="quarantined", reason=wrong.reason, rows=None)
    if as_json:
        print_json(contract(found))
    elif found.rows is not None:
        _print_tables(found)
    if found.rows is None:
        talk.error(f"{file}: {found.outcome}: {found.reason}")
        raise typer.Exit(1)


def contract(found: Reading) -> dict[str, Any]:
    """The JSON of `parse --json`: outcome, reason, release and the lists, with the column names of the tables."""
    rows = found.rows
    release = {name: plain(getattr(rows.release, name)) for name in _RELEASE_FIELDS} if rows else None
    lists = {table: [_row(row) for row in getattr(rows, table)] if rows else [] for table in _TABLES}
    return {"outcome": found.outcome, "reason": found.reason, "release": release} | lists


def _row(row: Any) -> dict[str, Any]:
    return {field.name: plain(getattr(row, field.name)) for field in dataclasses.fields(row)}


def _print_tables(found: Reading) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = found.rows
    assert rows is not None
    console = Console(soft_wrap=False)
    release = rows.release
    console.print(Text(release.title, style="bold"))
    console.print(f"{release.kind}, published {release.published_on or 'unknown'}, read by layout {release.layout}\n")
    for name in _TABLES:
        lines: Sequence[Any] = getattr(rows, name)
        table = Table(title=f"{name} ({len(lines)})", title_justify="left", title_style="bold", expand=False)
        for column in _SHOWN[name]:
            table.add_column(column, overflow="fold")
        for line in lines:
            table.add_row(
                *(Text("" if (value := getattr(line, column)) is None else str(value)) for column in _SHOWN[name])
            )
        if lines:
            console.print(table)
        else:
            console.print(f"no {name}", style="dim")
