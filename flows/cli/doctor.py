"""`inspectorate doctor`: what may be wrong with this installation, and what to do about it."""

from typing import Annotated

import typer

from flows.cli import talk
from flows.cli.tables import print_json

_EXAMPLES = """
Examples:

  inspectorate doctor

  inspectorate doctor --offline --json
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("doctor", epilog=_EXAMPLES)(doctor)


def doctor(
    offline: Annotated[bool, typer.Option("--offline", help="Ask nothing of the network.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Look at versions, settings, disk, raw store, warehouse and the reach of each source; exit 1 if a thing is wrong.

    Says what to do about what it finds.  A missing contact is advice, not a fault.
    """
    from flows.doctor import examine
    from flows.settings import settings

    wrong = 0
    told = []
    for finding in examine(settings(), network=not offline):
        wrong += finding.advice is not None and finding.about != "contact"
        if as_json:
            told.append({"about": finding.about, "found": finding.found, "advice": finding.advice})
        else:
            mark = "ok  " if finding.advice is None else "LOOK"
            typer.echo(f"{mark}  {finding.about}: {finding.found}" + (f"; {finding.advice}" if finding.advice else ""))
    if as_json:
        print_json(told)
    if wrong:
        talk.note(f"{wrong} to look at")
        raise typer.Exit(1)
