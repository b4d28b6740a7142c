"""How `watch` and `backfill` run: their flow in embedded Prefect, or on the server of the environment."""

from collections.abc import Callable

import typer

from flows.cli import talk
from flows.embedded import embedded
from flows.problems import Alarm
from flows.reports import Report
from flows.results import exit_status
from flows.settings import settings
from flows.steps_fetch import NOT_ASKED
from flows.workshop import chosen
from warehouse.rows import Outcome

_STANDING = frozenset({Outcome.LOADED, Outcome.UNCHANGED})


def run(flow: Callable[[], Report], names: list[str] | None, *, polled: bool) -> Report:
    """Run the flow over these sources and tell what it came to.  Raises Alarm after that where the run failed."""
    found = settings()
    # Wrong use and mixtures are told before Prefect takes its seconds to start.
    chosen(found, names, polled=polled)
    with embedded(found):
        try:
            report = flow()
        except Alarm as alarm:
            if isinstance(alarm.report, Report):
                told(alarm.report)
            raise
    told(report)
    return report


def told(report: Report) -> None:
    """A line for each address that was not taken in, each source out of reach, and one for the whole."""
    for trouble in report.troubles:
        talk.note(f"not reached: {trouble}")
    for result in report.results:
        if result.outcome not in _STANDING and result.stage != NOT_ASKED:
            talk.note(result.line())
    left = [result for result in report.results if result.stage == NOT_ASKED]
    if left:
        talk.note(f"{len(left)} more {left[0].reason}")
    talk.note(report.summary())


def leave(report: Report) -> None:
    """Leave with the status a poll has: 1 for a bug of ours; what the site did wrong is listed and ends in 0."""
    if exit_status(report.results, named=False):
        raise typer.Exit(1)
