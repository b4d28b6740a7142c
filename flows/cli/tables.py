"""Rows on standard output: a readable table, CSV or JSON.  Asks no database."""

import csv
import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

import typer

# Where there is no terminal the width is fixed, so that output in docs and tests is always the same.
PLAIN_WIDTH = 120
# Words squeezed into less than this are not read any more: a table that would do so is printed row by row.
_LEAST_COLUMN = 14
_BETWEEN_COLUMNS = 3


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


FormOption = Annotated[Format, typer.Option("--format", help="How the rows are printed.")]
JsonOption = Annotated[bool, typer.Option("--json", help="The same as --format json.")]


def print_rows(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], form: Format, *, title: str | None = None
) -> None:
    """Print the rows under their column names; `title` is shown above a table only."""
    if form is Format.JSON:
        found = [dict(zip(columns, map(plain, row), strict=True)) for row in rows]
        json.dump(found, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    elif form is Format.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(plain(value)) for value in row] for row in rows)
    else:
        _print_table(columns, list(rows), title)


def print_json(value: Any) -> None:
    """Print one JSON value."""
    json.dump(plain(value), sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def plain(value: Any) -> Any:
    """A value as JSON has it: numbers as numbers, dates and instants in ISO form, the rest as its words."""
    if value is None or isinstance(value, bool | int | float | str):
        return str(value) if isinstance(value, StrEnum) else value
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, Iterable):
        return [plain(inner) for inner in value]
    return str(value)


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def shown(value: Any) -> str:
    """A value as a person reads it, without the control characters that would command a terminal."""
    words = "" if value is None else str(_cell(plain(value)))
    return "".join(letter if letter == "\n" or unicodedata.category(letter) != "Cc" else " " for letter in words)


def _print_table(columns: Sequence[str], rows: list[Sequence[Any]], title: str | None) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else PLAIN_WIDTH, highlight=False)
    least = [
        min(_LEAST_COLUMN, max(len(column), *(len(shown(row[position])) for row in rows), 0))
        for position, column in enumerate(columns)
    ]
    if sum(least) + _BETWEEN_COLUMNS * len(least) > console.width:
        _print_row_by_row(console, columns, rows, title)
        return
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, show_edge=False)
    for position, column in enumerate(columns):
        values = [row[position] for row in rows if row[position] is not None]
        numbers = bool(values) and all(
            isinstance(value, int | float | Decimal) and not isinstance(value, bool) for value in values
        )
        table.add_column(column, overflow="fold", justify="right" if numbers else "left")
    for row in rows:
        table.add_row(*(Text(shown(value)) for value in row))
    console.print(table)


def _print_row_by_row(console: Any, columns: Sequence[str], rows: list[Sequence[Any]], title: str | None) -> None:
    """Each row as lines of its own, a column a line; what is null is left out."""
    from rich.table import Table
    from rich.text import Text

    if title:
        console.print(Text(title, style="bold"))
    for count, row in enumerate(rows, start=1):
        console.rule(f"{count} of {len(rows)}", align="left", style="dim")
        record = Table(box=None, show_header=False, show_edge=False, pad_edge=False)
        record.add_column(style="bold", no_wrap=True)
        record.add_column(overflow="fold")
        for column, value in zip(columns, row, strict=True):
            if value is not None:
                record.add_row(column, Text(shown(value)))
        console.print(record)
