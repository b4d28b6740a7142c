"""The flow `backfill`: everything published between two dates."""

from datetime import date
from typing import Annotated

from prefect import flow
from pydantic import Field

from flows import artifacts, events
from flows.backfills import backfill as backfill_plain
from flows.problems import Alarm
from flows.progress import progress
from flows.reports import Report
from flows.settings import settings
from flows.tasks import TASKS, look_task


@flow(
    name="backfill",
    description="Take in every release published between two dates that is not there yet, from every source or one.",
    persist_result=False,
)
def backfill(
    since: date | None,
    until: date | None = None,
    source: str | None = None,
    force: bool = False,
    limit: Annotated[int, Field(ge=1)] | None = None,
    dry_run: bool = False,
) -> Report:
    """Take in what was published between two days.  Raises Alarm when something must not pass.

    Args:
        since: First day of publication, London, included. Empty: from the start.
        until: Last day of publication, London, included. Empty: to today.
        source: Name of one source, such as hale_news or ukgwa. Empty: all, archives last.
        force: Fetch again what stands in the warehouse already.
        limit: Stop after so many releases. Empty: no limit.
        dry_run: Only say what would be fetched; fetches and loads nothing.

    """
    found = settings()
    with progress("backfill") as tell:
        report = backfill_plain(
            found,
            since=since,
            until=until,
            names=[source] if source else None,
            force=force,
            limit=limit,
            dry_run=dry_run,
            look=look_task,
            steps=TASKS,
            tell=artifacts.told_progress(tell),
        )
    artifacts.of_report(found, report, title=f"Backfill {since or 'start'} to {until or 'today'}")
    events.published(report.published)
    if report.alarms:
        raise Alarm(report.alarms, report=report)
    return report
