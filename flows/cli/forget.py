"""`inspectorate forget`: a release, or what stands in quarantine, and its bytes, removed for good."""

from typing import Annotated

import typer

from flows.cli import talk
from flows.problems import Problem
from flows.settings import api_url

ITS_OWN = "delete the artifacts and runs that name it there; its events go when their retention ends"
_EXAMPLES = """
Examples:

  inspectorate forget https://hmiprobation.justiceinspectorates.gov.uk/news/some-release

  inspectorate forget 9f8e7d6c5b4a
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("forget", epilog=_EXAMPLES)(forget)


def forget(
    name: Annotated[
        str,
        typer.Argument(
            metavar="URL|ID|SHA256",
            help="An address of the release, or its id; of what stands in quarantine its address, or its id as"
            " `quarantine list` shows it; of a file without an address the SHA-256.",
        ),
    ],
) -> None:
    """Remove a release, or what never became one, and its bytes everywhere; a tombstone keeps it out from then on."""
    from extract.urls import canonical, is_address
    from flows.forgetting import forget as remove
    from flows.settings import settings

    removed = remove(settings(), canonical(name) if is_address(name) else name)
    if not removed.rows and not removed.urls:
        raise Problem(
            f"{name}: no release and nothing in quarantine is known by this, and nothing is kept out;"
            " name its address instead, or see inspectorate quarantine list"
        )
    if not removed.rows:
        typer.echo(f"{name}: is not known; it will be kept out from now on")
    else:
        bodies = len(removed.sha256s)
        typer.echo(f"{name}: forgotten: {removed.rows} rows and {bodies} kept bodies; it will be kept out")
    if api_url() is not None:
        talk.note(f"the Prefect server at {api_url()} is not ours to change: {ITS_OWN}")
