"""`inspectorate forget`: a release and its bytes, removed for good."""

from typing import Annotated

import typer

_EXAMPLES = """
Example:

  inspectorate forget https://hmiprobation.justiceinspectorates.gov.uk/news/some-release
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("forget", epilog=_EXAMPLES)(forget)


def forget(url: Annotated[str, typer.Argument(help="An address of the release, or its id.")]) -> None:
    """Remove a release and its bytes everywhere; a tombstone keeps it out from then on."""
    from extract.raw_store import RawStore
    from extract.urls import canonical
    from flows.named import is_address
    from flows.runs import now
    from flows.settings import settings
    from warehouse.forget import forget as remove

    found = settings()
    removed = remove(
        found.data_dir, canonical(url) if is_address(url) else url, now=now(), wait_seconds=found.lock_seconds
    )
    store = RawStore(found.raw_dir)
    for sha256 in removed.sha256s:
        store.forget(sha256)
    if removed.release_id is None:
        typer.echo(f"{url}: is not known; it will be kept out from now on")
    else:
        typer.echo(f"{url}: forgotten: {removed.rows} rows and {len(removed.sha256s)} kept bodies; it will be kept out")
