"""`inspectorate backfill`: what was published between two dates."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli import talk
from flows.problems import Problem

if TYPE_CHECKING:
    from flows.reports import Report

_EXAMPLES = """
Examples:

  inspectorate backfill --since 2013-01-01

  inspectorate backfill --since 2019-01-01 --until 2019-12-31 --source ukgwa --dry-run
"""
_DAY = ["%Y-%m-%d"]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("backfill", epilog=_EXAMPLES)(backfill)


def backfill(
    since: Annotated[datetime, typer.Option(formats=_DAY, help="First day of publication, London, included.")],
    until: Annotated[
        datetime | None, typer.Option(formats=_DAY, help="Last day of publication, London, included; today by default.")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Only this source; all by default, archives last.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Fetch again what stands in the warehouse.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Stop after so many releases.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be fetched.")] = False,
) -> None:
    """Take in every release published between the dates that is not there yet; stopped, it goes on where it was."""
    from flows.cli import polls

    first, last = since.date(), until.date() if until else None
    if last is not None and last < first:
        raise Problem(f"backfill: --until {last} is before --since {first}", status=2)
    report = polls.run(
        lambda: _flow(first, last, source, force, limit, dry_run), [source] if source else None, polled=False
    )
    if dry_run:
        for due in report.would_fetch:
            typer.echo(due.url)
        talk.note(f"{len(report.would_fetch)} would be fetched; nothing was")
    polls.leave(report)


def _flow(
    since: date, until: date | None, source: str | None, force: bool, limit: int | None, dry_run: bool
) -> "Report":
    from flows.backfill import backfill as flow

    return flow(since=since, until=until, source=source, force=force, limit=limit, dry_run=dry_run)
