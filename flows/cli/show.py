"""`inspectorate show`: a release from the published file, with its evidence marked."""

from pathlib import Path
from typing import Annotated

import typer

from warehouse.site.marks import marked

_EXAMPLES = """
Examples:

  inspectorate show https://hmiprobation.justiceinspectorates.gov.uk/news/some-release

  inspectorate query "select release_id, title from releases" && inspectorate show 0123456789abcdef0123
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("show", epilog=_EXAMPLES)(show)


def show(
    target: Annotated[str, typer.Argument(help="A release's address or id.")],
    html: Annotated[Path | None, typer.Option(help="Write the same as a page to this file instead.")] = None,
) -> None:
    """Show a release from the published file with the words of every row marked."""
    from flows.cli.explain import print_or_write
    from flows.cli.published import release_in_published
    from flows.settings import settings

    stored = release_in_published(settings(), target)
    if stored is None:
        typer.echo(
            f"{target}: no such release in the published file; see: inspectorate query releases-by-month", err=True
        )
        raise typer.Exit(1)
    print_or_write(marked(*stored, with_rules=False), html)
