"""`inspectorate quarantine`: what could not be taken in, why, and trying it again."""

from typing import Annotated, Any

import typer

from flows.cli.opening import warehouse
from flows.cli.tables import Format, FormOption, JsonOption, print_rows, shown
from flows.problems import Problem

_COLUMNS = ("quarantine_id", "name", "stage", "reason", "quarantined_at", "tries")
_Name = Annotated[str, typer.Argument(help="Its id or the beginning of it, an address, a file's name or a SHA-256.")]


def register(app: typer.Typer) -> None:
    """Add the group to `app`."""
    group = typer.Typer(
        help="What could not be taken in.\n\nExample: inspectorate quarantine list",
        invoke_without_command=True,
        rich_markup_mode=None,
    )
    group.callback()(listing)
    group.command("list", epilog="Example: inspectorate quarantine list --format json")(list_all)
    group.command("show", epilog="Example: inspectorate quarantine show scan.pdf")(show)
    group.command(
        "retry", epilog="Example: inspectorate quarantine retry scan.pdf, or: inspectorate quarantine retry --all"
    )(retry)
    app.add_typer(group, name="quarantine")


def listing(context: typer.Context) -> None:
    """What could not be taken in: list (the default), show or retry."""
    if context.invoked_subcommand is None:
        list_all(Format.TABLE)


def list_all(
    form: FormOption = Format.TABLE,
    as_json: JsonOption = False,
) -> None:
    """List everything in quarantine, oldest first."""
    form = Format.JSON if as_json else form
    from warehouse.quarantine import listed

    with warehouse() as con:
        rows = listed(con)
    if form is Format.TABLE and not rows:
        typer.echo("nothing is in quarantine")
        return
    columns = _COLUMNS if form is Format.TABLE else (*_COLUMNS, "url", "sha256", "source", "rules_version", "detail")
    found: list[tuple[Any, ...]] = [
        tuple((row.url or row.name or row.sha256) if column == "name" else getattr(row, column) for column in columns)
        for row in rows
    ]
    if form is Format.TABLE:
        found = [(row[0][:12], *row[1:4], f"{row[4]:%Y-%m-%d %H:%M}", row[5]) for row in found]
    print_rows(columns, found, form)


def show(name: _Name) -> None:
    """Show one in full, with the command that reproduces it from the kept bytes."""
    from warehouse.quarantine import found

    with warehouse() as con:
        rows = found(con, name)
    if not rows:
        raise Problem(f"quarantine: nothing there is called {name!r}. Try: inspectorate quarantine list")
    for row in rows:
        for column in ("quarantine_id", "url", "name", "source", "stage", "reason", "quarantined_at", "last_tried_at"):
            typer.echo(f"{column}: {shown(getattr(row, column)) or '-'}")
        typer.echo(
            f"tries: {row.tries}\nrules_version: {row.rules_version}\nsha256: {row.sha256 or 'no bytes were kept'}"
        )
        if row.detail:
            typer.echo(f"detail:\n{shown(row.detail)}")
        if row.sha256:
            typer.echo(f"reproduce: inspectorate parse {row.sha256}")
        typer.echo(f"try again: inspectorate quarantine retry {row.quarantine_id[:12]}\n")


def retry(
    name: Annotated[str | None, typer.Argument(help="As for show; left out with --all.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="All that is in quarantine.")] = False,
) -> None:
    """Take up again what is in quarantine: from the kept bytes, or fetched once more where none were kept."""
    from flows.cli.outcome import tell
    from flows.named import retry_quarantined
    from flows.settings import settings
    from warehouse.quarantine import found, listed

    if (name is None) != everything:
        raise Problem("quarantine retry: name one, or give --all. Try: inspectorate quarantine list", status=2)
    with warehouse() as con:
        rows = listed(con) if name is None else found(con, name)
    if not rows:
        raise Problem(
            f"quarantine: nothing to try again{f' is called {name!r}' if name else ''}", status=0 if everything else 1
        )
    tell(retry_quarantined(settings(), rows), named=True)
