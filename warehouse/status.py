"""The numbers `inspectorate status` shows, from the build database.  The last poll is told by `polls.json`."""

from dataclasses import dataclass
from datetime import date, datetime

import duckdb


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How the warehouse stands.  Dates and instants are null where there is nothing yet.

    `generic_share` is the share of releases read by the `generic` layout, from 0 to 1, null without releases.
    """

    releases: int
    newest_release_on: date | None
    newest_change_at: datetime | None
    discoveries: dict[str, int]
    quarantined: int
    oldest_quarantine_at: datetime | None
    check_errors: int
    check_warnings: int
    months_without_releases: tuple[date, ...]
    generic_share: float | None


def status(con: duckdb.DuckDBPyConnection) -> Status:
    """The state of the warehouse now."""
    ((releases, newest, changed, generic),) = con.execute(
        "select count(*), max(published_on), max(last_changed_at), avg((layout = 'generic')::integer) from releases"
    ).fetchall()
    ((quarantined, oldest),) = con.execute("select count(*), min(quarantined_at) from pipeline.quarantine").fetchall()
    ((errors, warnings),) = con.execute(
        "select count(*) filter (where severity <> 'warning'), count(*) filter (where severity = 'warning')"
        " from pipeline.check_results"
    ).fetchall()
    states = con.execute("select state, count(*) from pipeline.discoveries group by state order by state").fetchall()
    gaps = con.execute("select month from coverage where is_gap order by month").fetchall()
    return Status(
        releases=releases,
        newest_release_on=newest,
        newest_change_at=changed,
        discoveries=dict(states),
        quarantined=quarantined,
        oldest_quarantine_at=oldest,
        check_errors=errors,
        check_warnings=warnings,
        months_without_releases=tuple(month for (month,) in gaps),
        generic_share=generic,
    )
