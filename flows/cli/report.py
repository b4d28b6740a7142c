"""`inspectorate report`: the published file as a site to look at."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.cli.writing import written_to

_EXAMPLES = """
Example:

  inspectorate report site && python -m http.server -d site
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("report", epilog=_EXAMPLES)(report)


def report(
    folder: Annotated[Path, typer.Argument(help="Folder to write; a report already there is replaced.")],
) -> None:
    """Write a static site of what is in the published file: open FOLDER/index.html."""
    from flows.cli.opening import published
    from warehouse.site.report import write_report

    with published() as con, written_to(folder):
        pages = write_report(con, folder, datetime.now(UTC).date())
    typer.echo(f"wrote {pages} pages; open {folder / 'index.html'}", err=True)
