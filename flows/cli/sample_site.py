"""`inspectorate sample-site`: an invented inspectorate to try everything on; alone, or as a whole demonstration."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli import talk

_EXAMPLE = (
    "Examples: inspectorate sample-site serve --port 8123, or: inspectorate sample-site demo --data-dir data/demo"
)


def register(app: typer.Typer) -> None:
    """Add the group to `app`."""
    group = typer.Typer(
        help=f"An invented inspectorate on loopback, to try everything on.\n\n{_EXAMPLE}",
        invoke_without_command=True,
        rich_markup_mode=None,
    )
    group.callback()(alone)
    group.command("serve", epilog="Example: inspectorate sample-site serve --port 8123")(serve)
    group.command("demo", epilog="Example: inspectorate sample-site demo --data-dir data/demo")(demo)
    app.add_typer(group, name="sample-site")


def alone(context: typer.Context) -> None:
    """An invented inspectorate on loopback: serve it (the default), or run the demonstration on it."""
    if context.invoked_subcommand is None:
        serve(0, None, 50.0)


def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on loopback; 0 is any free one.")] = 0,
    data_dir: Annotated[
        Path | None, typer.Option(help="Where its sources are written; the data folder by default.")
    ] = None,
    pace: Annotated[float, typer.Option(min=0.1, help="Requests a second its sources allow.")] = 50.0,
) -> None:
    """Serve the sample site until Ctrl-C, write its sources, and print the line that uses them."""
    import threading

    from extract.sample_site import serve as sample_site
    from flows.settings import settings

    folder = settings(data_dir).data_dir
    with sample_site(port, folder, pace=pace) as site:
        typer.echo(f"the sample site answers at {site.connect_to}; in another terminal:")
        typer.echo(f"INSPECTORATE_DATA_DIR={folder} INSPECTORATE_SOURCES_DIR={folder / 'sources'} inspectorate watch")
        talk.note("Ctrl-C stops it")
        threading.Event().wait()


def demo(
    data_dir: Annotated[Path, typer.Option(help="Where the demonstration's data goes.")] = Path("data/demo"),
) -> None:
    """Serve the sample site, take all its releases in through the flows, publish, and show what came of it."""
    from flows.cli.demonstration import demonstrate

    demonstrate(data_dir)
