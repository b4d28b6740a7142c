"""Bringing in what was published between two dates, source by source.  Knows no orchestrator."""

from collections.abc import Callable
from datetime import date

from extract.records import Sighting
from flows.ingest import PLAIN, Steps, take_in
from flows.progress import Tell, silent
from flows.reports import Report
from flows.runs import RunOf
from flows.settings import Settings
from flows.steps_discover import Discovery, discover
from flows.steps_read import Wanted
from flows.workshop import chosen
from warehouse import discoveries
from warehouse.connect import reading_build
from warehouse.errors import NoWarehouse
from warehouse.rows import Discovery as LedgerRow
from warehouse.rows import Due, Reason

Look = Callable[..., Discovery]


def backfill(
    settings: Settings,
    *,
    since: date | None,
    until: date | None,
    names: list[str] | None = None,
    force: bool = False,
    limit: int | None = None,
    dry_run: bool = False,
    look: Look = discover,
    steps: Steps = PLAIN,
    tell: Tell = silent,
) -> Report:
    """Take in every release published between the dates (London, both included) that is not there yet.

    `force` fetches what is there too; `limit` stops after so many; `dry_run` only says what would be fetched.
    """
    sources = chosen(settings, names, polled=False)
    report = Report(run=RunOf(command="backfill", source=", ".join(source.name for source in sources)))
    left = limit
    for source in sources:
        found = look(settings, source.name, since=since, until=until, full=True, note=not dry_run)
        report.discoveries.append(found)
        wanted = Wanted(since=since, until=until)
        dues = _dues(settings, found, wanted, force=force, dry_run=dry_run)[:left]
        left = None if left is None else left - len(dues)
        if dry_run:
            known = {due.url for due in report.would_fetch}
            report.would_fetch += [due for due in dues if due.url not in known]
        else:
            report.results += take_in(settings, dues, report.run, steps=steps, wanted=wanted, tell=tell)
        if left == 0:
            break
    if not dry_run:
        report.published = steps.publish(settings, 0)
        report.run.write_down(settings, report.results, failed="; ".join(report.alarms) or None)
    return report


def _dues(settings: Settings, found: Discovery, wanted: Wanted, *, force: bool, dry_run: bool) -> list[Due]:
    """What is to be fetched; left out is what turned out to be of another day when it was first read."""
    rows = _known(settings, found)
    asked = [one for one in found.sightings if one.url not in rows or wanted.has(rows[one.url].published_on)]
    if force:
        return [_due(sighting, Reason.ASKED) for sighting in asked]
    if dry_run:
        # Nothing is written, and the ledger may not know an address yet.
        pending = [one for one in asked if one.url not in rows or rows[one.url].state == "pending"]
        return [_due(sighting, Reason.NEW) for sighting in pending]
    urls = {sighting.url for sighting in asked}
    return [due for due in found.dues if due.url in urls]


def _due(sighting: Sighting, reason: Reason) -> Due:
    return Due(
        url=sighting.url,
        source=sighting.source,
        reason=reason,
        fetch_url=sighting.fetch_url,
        captured_at=sighting.captured_at,
        polls_pending=0,
    )


def _known(settings: Settings, found: Discovery) -> dict[str, LedgerRow]:
    """The ledger's rows of what was seen."""
    try:
        with reading_build(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
            return discoveries.known(con, [sighting.url for sighting in found.sightings])
    except NoWarehouse:
        return {}
