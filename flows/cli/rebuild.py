"""`inspectorate rebuild`: the whole raw store read again by today's rules."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, cast

import typer

from flows.cli import talk
from flows.cli.tables import Format, print_json, print_rows, shown
from flows.problems import Alarm

if TYPE_CHECKING:
    from flows.rebuilds import Rebuilt

_EXAMPLES = """
Examples:

  inspectorate rebuild

  inspectorate rebuild --apply
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("rebuild", epilog=_EXAMPLES)(rebuild)


def rebuild(
    apply: Annotated[
        bool, typer.Option("--apply", help="Put the new database in the old one's place, and publish.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the differences for machines.")] = False,
) -> None:
    """Read every kept document again, offline, into a new database; show what changes, and swap only when told."""
    from flows.embedded import embedded
    from flows.settings import settings

    try:
        with embedded(settings()):
            told(_flow(apply), as_json=as_json)
    except Alarm as alarm:
        if alarm.report is not None:
            told(cast("Rebuilt", alarm.report), as_json=as_json)
        raise


def _flow(apply: bool) -> "Rebuilt":
    from flows.rebuild import rebuild as flow

    return flow(apply=apply)


def told(rebuilt: "Rebuilt", *, as_json: bool = False) -> None:
    """The differences by table, with examples."""
    done = "the new database is in place" if rebuilt.applied else "nothing was swapped; with --apply it is"
    talk.note(f"{len(rebuilt.results)} documents read again; {done}")
    if as_json:
        print_json([asdict(one) for one in rebuilt.differences])
        return
    rows = [(one.table_name, one.added, one.gone, one.changed) for one in rebuilt.differences]
    if any(sum(row[1:]) for row in rows):
        print_rows(("table", "added", "gone", "changed"), rows, Format.TABLE)
    for one in rebuilt.differences:
        for example in one.examples:
            changed = example.old if example.new is None else example.new
            words = (changed or {}).get("text", example.row_id)
            typer.echo(f"{one.table_name}: {example.change}: {shown(words)[:100]}")
    if not any(sum(row[1:]) for row in rows):
        typer.echo("nothing changes")
