"""`inspectorate dictionary`: every table and column with its meaning, read back from the published file."""

import typer

from flows.cli.opening import published

_EXAMPLES = """
Example:

  inspectorate dictionary > docs/data-dictionary.md
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("dictionary", epilog=_EXAMPLES)(dictionary)


def dictionary() -> None:
    """Print the data dictionary as Markdown."""
    from warehouse.dictionary import render

    with published() as con:
        typer.echo(render(con), nl=False)
