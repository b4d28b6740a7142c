"""`inspectorate watch`: one poll."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from flows.reports import Report

_EXAMPLES = """
Examples:

  inspectorate watch

  inspectorate watch --source hale_news
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("watch", epilog=_EXAMPLES)(watch)


def watch(
    source: Annotated[
        list[str] | None, typer.Option(help="Only this source; may be given more than once. All live ones by default.")
    ] = None,
) -> None:
    """Poll once: discover what is new or changed, and take it in."""
    from flows.cli import polls

    polls.leave(polls.run(lambda: _flow(source or None), source or None, polled=True))


def _flow(source: list[str] | None) -> "Report":
    from flows.watch import watch as flow

    return flow(source)
