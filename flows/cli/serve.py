"""`inspectorate serve`: the schedule, the event trigger and the deployments, until it is stopped."""

import typer

_EXAMPLES = """
Examples:

  inspectorate serve

  PREFECT_API_URL=http://prefect.internal:4200/api inspectorate serve
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("serve", epilog=_EXAMPLES)(serve)


def serve() -> None:
    """Start a Prefect server on loopback (or use the one of PREFECT_API_URL), and serve the deployments.

    watch polls on a schedule, ingest starts on an event, backfill and rebuild by hand.
    """
    from flows.settings import settings

    found = settings()
    from flows.served import serve as run

    run(found)
