"""The record of every address seen and what became of it (`pipeline.discoveries`).  Does not fetch."""

from collections.abc import Iterable
from datetime import datetime

import duckdb

from warehouse.rows import Discovery, Due, Outcome, Sighted


def sighted(
    con: duckdb.DuckDBPyConnection, sightings: Iterable[Sighted], *, now: datetime, rules_version: str
) -> tuple[Due, ...]:
    """Note what a poll saw, and return which of it is to be fetched: new, changed, or left over; claimed ones are not.

    A poll that saw nothing new writes nothing.
    """
    raise NotImplementedError


def due(con: duckdb.DuckDBPyConnection, *, now: datetime, rules_version: str) -> tuple[Due, ...]:
    """Everything pending, and everything quarantined under other rules, that nobody has claimed."""
    raise NotImplementedError


def next_poll(con: duckdb.DuckDBPyConnection, *, now: datetime) -> tuple[Due, ...]:
    """Count one more poll for all that is pending and unclaimed, and return it (see `Due.polls_pending`)."""
    raise NotImplementedError


def asked(con: duckdb.DuckDBPyConnection, urls: Iterable[str], *, source: str, now: datetime) -> None:
    """Note addresses a person or an event named, as pending unless they are known."""
    raise NotImplementedError


def claim(
    con: duckdb.DuckDBPyConnection, urls: Iterable[str], *, by: str, until: datetime, now: datetime
) -> tuple[str, ...]:
    """Claim those of the addresses nobody else holds; returns the ones got, in the order given."""
    raise NotImplementedError


def let_go(con: duckdb.DuckDBPyConnection, *, by: str) -> None:
    """Give up every claim of one run."""
    raise NotImplementedError


def settle(
    con: duckdb.DuckDBPyConnection,
    url: str,
    outcome: Outcome,
    *,
    source: str,
    now: datetime,
    rules_version: str,
    poll: str | None = None,
    reason: str | None = None,
    sha256: str | None = None,
) -> Outcome:
    """Write what became of an address and end its claim; returns the outcome that now stands.

    `PENDING` is a failed transport: the third one on a third poll (`poll` names it) stands as `QUARANTINED`, and the
    caller puts it there.  `GONE` a second time, a day or more after the first, sets the release's `withdrawn_at`.
    `load` settles what it loads; call this for the rest.
    """
    raise NotImplementedError


def discovery(con: duckdb.DuckDBPyConnection, url: str) -> Discovery | None:
    """The row of one address, or null."""
    raise NotImplementedError
