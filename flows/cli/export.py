"""`inspectorate export`: tables as Parquet and CSV, or the raw store as WARC."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.writing import written_to

_EXAMPLES = """
Examples:

  inspectorate export out

  inspectorate export out --warc
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("export", epilog=_EXAMPLES)(export)


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the files go; made where it is missing.")],
    warc: Annotated[
        bool, typer.Option("--warc", help="The documents as fetched, as WARC, instead of the tables.")
    ] = False,
) -> None:
    """Write the published tables as Parquet and CSV with a datapackage.json, or what was fetched as WARC."""
    from flows.settings import settings

    found = settings()
    if warc:
        from extract.raw_store import RawStore
        from extract.warc import write_warc

        with written_to(folder):
            typer.echo(write_warc(RawStore(found.raw_dir), folder))
        return
    from warehouse.export import export as write

    with written_to(folder):
        files = write(found.data_dir, folder)
    for file in files:
        typer.echo(file)
