"""`inspectorate evaluate`: scores against gold.  What is scored stands in docs/annotation.md."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from extract.errors import InspectorateError
from flows.cli.given import document_given
from flows.cli.reading import reading
from flows.problems import Problem
from transform.evaluation.gold import BadGold, gold_of
from transform.evaluation.scores import SCORED_FIELDS, Score, score

_EXAMPLES = """
Examples:

  inspectorate evaluate tests/gold

  inspectorate evaluate tests/gold --json

  inspectorate evaluate tests/gold/open --misses
"""
_GOLD = ".gold.json"


class UnreadGold(Exception):
    """A folder without gold, or gold without its document."""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("evaluate", epilog=_EXAMPLES)(evaluate)


def evaluate(
    folders: Annotated[list[Path], typer.Argument(help="Folders of documents with NAME.gold.json beside them.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Also list every row missed, spurious or wrong.")] = False,
) -> None:
    """Score what the rules read against gold, field by field."""
    try:
        result = score_of(folders)
    except (UnreadGold, BadGold) as wrong:
        raise Problem(f"evaluate: {wrong}") from wrong
    if as_json:
        json.dump(as_plain(result), sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        print_scores({", ".join(str(folder) for folder in folders): result})
    if misses:
        for line in result.misses:
            typer.echo(line, err=as_json)


def gold_files(folders: list[Path]) -> list[Path]:
    """The gold files in these folders and below, in name order.  Raises UnreadGold for a folder that holds none."""
    files: list[Path] = []
    for folder in folders:
        found = sorted(folder.rglob(f"*{_GOLD}")) if folder.is_dir() else []
        if not found:
            raise UnreadGold(f"{folder}: no *{_GOLD} in it or below; name a folder of annotated releases")
        files += found
    return files


def score_of(folders: list[Path]) -> Score:
    """The summed score of every annotated release in these folders.  Raises UnreadGold or BadGold."""
    total = Score()
    for file in gold_files(folders):
        total.add(_score_of_file(file))
    return total


def _score_of_file(file: Path) -> Score:
    gold = gold_of(file.read_text(encoding="utf-8"), str(file))
    name = file.name.removesuffix(_GOLD)
    documents = [path for path in (file.with_name(name + end) for end in (".txt", ".html")) if path.exists()]
    if len(documents) != 1:
        raise UnreadGold(f"{file}: expected one document beside it ({name}.txt or {name}.html), found {len(documents)}")
    try:
        found = reading(document_given(str(documents[0]), gold.url, Path()))
    except InspectorateError as wrong:
        return _unread(gold, f"{name}: not read: {wrong.reason}")
    if found.rows is None:
        return _unread(gold, f"{name}: not read: {found.outcome}: {found.reason}")
    return score(gold, found.rows, name)


def _unread(gold: Any, reason: str) -> Score:
    """A document that was not read: all of gold's rows are missed, and so are the release's own fields."""
    result = Score(documents=1, misses=[reason])
    for table in ("inspections", "ratings", "metrics", "quotations"):
        result.tables[table].gold = len(getattr(gold, table))
    result.tables["releases"].gold = 1
    for name, rows in (("releases", 1), ("inspections", len(gold.inspections))):
        for column in SCORED_FIELDS[name]:
            result.tables[name].asked[column] = rows
    return result


def as_plain(result: Score) -> dict[str, Any]:
    """The scores as JSON values: counts, precision, recall and F1 of each table, accuracy of each further field."""
    tables = {
        name: {"gold": table.gold, "found": table.found, "matched": table.matched}
        | {"precision": table.precision, "recall": table.recall, "f1": table.f1}
        | {"fields": {column: table.accuracy(column) for column in SCORED_FIELDS[name]}}
        for name, table in result.tables.items()
    }
    return {
        "documents": result.documents,
        "spans_not_holding": result.spans_not_holding,
        "words_not_holding": result.words_not_holding,
        "traps_hit": result.traps_hit,
        "tables": tables,
    }


def print_scores(results: dict[str, Score]) -> None:
    """Print the scores side by side, one column for each named result."""
    from rich.console import Console
    from rich.table import Table

    table = Table(show_edge=False)
    table.add_column("field")
    for name, result in results.items():
        table.add_column(f"{name} ({result.documents} documents)", justify="right")
    for label, values in zip(*_lines(results), strict=True):
        table.add_row(label, *values)
    Console().print(table)


def _lines(results: dict[str, Score]) -> tuple[list[str], list[list[str]]]:
    labels: list[str] = []
    values: list[list[str]] = []
    for name, columns in SCORED_FIELDS.items():
        if name != "releases":
            for measure in ("precision", "recall", "f1"):
                labels.append(f"{name} {measure}")
                values.append([_share(getattr(result.tables[name], measure)) for result in results.values()])
        for column in columns:
            labels.append(f"{name} {column}")
            values.append([_share(result.tables[name].accuracy(column)) for result in results.values()])
    for count in ("spans_not_holding", "words_not_holding", "traps_hit"):
        labels.append(count.replace("_", " "))
        values.append([str(getattr(result, count)) for result in results.values()])
    return labels, values


def _share(value: float) -> str:
    """A share to four places, never rounded up to 1: 0.99996 is not all."""
    return str(value if value == 1 else min(round(value, 4), 0.9999))
