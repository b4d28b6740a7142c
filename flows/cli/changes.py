"""`inspectorate changes`: rows added, changed or gone since a day, with what they said before."""

from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from flows.cli.opening import published
from flows.cli.tables import Format, FormOption, JsonOption, print_rows

_EXAMPLES = """
Examples:

  inspectorate changes --since 2026-11-01

  inspectorate changes --since 2026-11-01 --format json
"""
LONDON = ZoneInfo("Europe/London")


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("changes", epilog=_EXAMPLES)(changes)


def changes(
    since: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="First day, London, included.")],
    form: FormOption = Format.TABLE,
    as_json: JsonOption = False,
) -> None:
    """List what changed in the published file since a day, with the old values."""
    form = Format.JSON if as_json else form
    with published() as con:
        found = con.execute(
            "from changes where changed_at >= ? order by changed_at, table_name, row_id",
            [since.replace(tzinfo=LONDON)],
        )
        columns = [column[0] for column in found.description or ()]
        rows = found.fetchall()
    if form is Format.TABLE and not rows:
        typer.echo(f"nothing changed since {since:%Y-%m-%d}")
        return
    print_rows(columns, rows, form)
