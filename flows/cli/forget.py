"""`inspectorate forget`: a release and its bytes, removed for good."""

from typing import Annotated

import typer

from flows.cli import talk
from flows.problems import Problem
from flows.settings import api_url

ITS_OWN = "delete the artifacts and runs that name it there; its events go when their retention ends"
_EXAMPLES = """
Example:

  inspectorate forget https://hmiprobation.justiceinspectorates.gov.uk/news/some-release
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("forget", epilog=_EXAMPLES)(forget)


def forget(url: Annotated[str, typer.Argument(help="An address of the release, or its id.")]) -> None:
    """Remove a release and its bytes everywhere; a tombstone keeps it out from then on."""
    from extract.urls import canonical
    from flows.forgetting import forget as remove
    from flows.named import is_address
    from flows.settings import settings

    removed = remove(settings(), canonical(url) if is_address(url) else url)
    if removed.release_id is None and not removed.urls:
        raise Problem(f"{url}: no release is known by this id, and nothing is kept out; name its address instead")
    if removed.release_id is None:
        typer.echo(f"{url}: is not known; it will be kept out from now on")
    else:
        typer.echo(f"{url}: forgotten: {removed.rows} rows and {len(removed.sha256s)} kept bodies; it will be kept out")
    if api_url() is not None:
        talk.note(f"the Prefect server at {api_url()} is not ours to change: {ITS_OWN}")
