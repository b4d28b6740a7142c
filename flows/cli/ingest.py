"""`inspectorate ingest`: files and addresses a person names."""

from typing import Annotated

import typer

from flows.problems import Problem

_EXAMPLES = """
Examples:

  inspectorate ingest release.txt

  inspectorate ingest page.html --url https://hmiprobation.justiceinspectorates.gov.uk/news/some-release
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("ingest", epilog=_EXAMPLES)(ingest)


def ingest(
    names: Annotated[list[str], typer.Argument(metavar="FILE|URL...", help="Files, folders or addresses of releases.")],
    url: Annotated[str | None, typer.Option(help="The address the one file named is a copy of.")] = None,
) -> None:
    """Fetch or read, parse, load and publish; one line for each."""
    from flows import named
    from flows.cli.outcome import tell
    from flows.progress import progress
    from flows.settings import api_url, settings

    if "-" in names:
        raise Problem("ingest: - is for parse and explain; name files or addresses", status=2)
    if api_url() is not None:
        from flows.ingest_flow import ingest_by_hand

        tell(ingest_by_hand(names, url), named=True)
        return
    with progress("ingest") as show:
        results = named.ingest(settings(), names, url=url, tell=show)
    tell(results, named=True)
