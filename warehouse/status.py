"""The numbers `inspectorate status` shows, from the build database."""

from dataclasses import dataclass
from datetime import date, datetime

import duckdb


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How the warehouse stands.  Dates and instants are null where there is nothing yet."""

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
    raise NotImplementedError
