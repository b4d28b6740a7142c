"""Reading what was kept: a body of the raw store to rows.  Pure but for the store."""

from dataclasses import dataclass
from datetime import date

from extract.layouts import read_document
from extract.raw_store import RawStore
from flows.results import Result
from flows.steps_fetch import Fetched
from transform.derive import derive
from warehouse.rows import Arrival, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """London dates asked for, both included; null is open.  A release without a date is always wanted."""

    since: date | None = None
    until: date | None = None

    def has(self, day: date | None) -> bool:
        """Whether a release of that day is wanted."""
        return day is None or ((self.since is None or self.since <= day) and (self.until is None or day <= self.until))


EVERY_DAY = Wanted()


def read_and_derive(store: RawStore, fetched: Fetched, wanted: Wanted = EVERY_DAY) -> Arrival | Result:
    """The rows of one kept document; a Result where its date is not wanted.

    Raises what the layouts raise (NotARelease, UnknownLayout, …) and DamagedBody.
    """
    assert fetched.sha256 is not None
    assert fetched.fetch is not None
    rows = derive(read_document(store.document(fetched.sha256, url=fetched.url)))
    if not wanted.has(rows.release.published_on):
        return Result(
            name=fetched.name,
            url=fetched.url,
            source=fetched.source,
            outcome=Outcome.PENDING,
            reason=f"published on {rows.release.published_on}, outside the dates asked for",
            stage="dates",
            published_on=rows.release.published_on,
            sha256=fetched.sha256,
        )
    return Arrival(
        url=fetched.url,
        source=fetched.source,
        sha256=fetched.sha256,
        fetched_at=fetched.fetch.fetched_at,
        captured_at=fetched.fetch.captured_at,
        status=fetched.fetch.status,
        rows=rows,
    )
