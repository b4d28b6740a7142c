"""The record of every address seen and what became of it (`pipeline.discoveries`).  Does not fetch.

An address is due when it is new, when its site says it changed, when the live site shows what only an archive had, or
when it was left over.  `claimed_by` and `claimed_until` keep two runs off one address.
"""

from collections.abc import Iterable
from datetime import datetime

import duckdb
import pyarrow as pa

from warehouse import staging, upsert
from warehouse.discoveries import UNCLAIMED, discovery, due
from warehouse.rows import Arrival, Outcome, Quarantined, Reason
from warehouse.sightings import DAY, asked, dated, next_poll, sighted, unlisted, young
from warehouse.transactions import revised, transaction

TRIES = 3
"""Polls on which a transport may fail before the address is quarantined."""

_SETTLED = staging.columns(
    url=pa.string(), source=pa.string(), captured_at=pa.timestamp("us", tz="UTC"), sha256=pa.string()
)

__all__ = [
    "TRIES",
    "asked",
    "claim",
    "dated",
    "discovery",
    "due",
    "let_go",
    "loaded",
    "next_poll",
    "quarantined",
    "settle",
    "sighted",
    "unlisted",
    "young",
]


def claim(
    con: duckdb.DuckDBPyConnection, urls: Iterable[str], *, by: str, until: datetime, now: datetime
) -> tuple[str, ...]:
    """Claim those of the addresses nobody else holds; returns the ones got, in the order given."""
    wanted = list(dict.fromkeys(urls))
    got = con.execute(
        f"""
        update pipeline.discoveries set claimed_by = $by, claimed_until = $until
        where url in (select unnest($urls::varchar[])) and ({UNCLAIMED} or claimed_by = $by)
        returning url
        """,  # noqa: S608 - a constant of this module
        {"by": by, "until": until, "now": now, "urls": wanted},
    ).fetchall()
    mine = {url for (url,) in got}
    return tuple(url for url in wanted if url in mine)


def settled_since(con: duckdb.DuckDBPyConnection, urls: Iterable[str], since: datetime) -> dict[str, str]:
    """The state of those of the addresses that stand settled, well or as no release, since that instant."""
    found = con.execute(
        "select url, state from pipeline.discoveries where url in (select unnest($urls::varchar[]))"
        " and state in ('loaded', 'not_a_release', 'gone') and settled_at > $since",
        {"urls": list(urls), "since": since},
    )
    return dict(found.fetchall())


def let_go(con: duckdb.DuckDBPyConnection, *, by: str) -> None:
    """Give up every claim of one run."""
    con.execute(
        "update pipeline.discoveries set claimed_by = null, claimed_until = null where claimed_by = ?", [by]
    ).fetchall()


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
    with transaction(con):
        if outcome is Outcome.FORGOTTEN:
            con.execute("delete from pipeline.discoveries where url = ?", [url]).fetchall()
            return outcome
        before = discovery(con, url)
        attempts = before.attempts if before else 0
        gone_at = before.gone_at if before else None
        if outcome is Outcome.PENDING and (poll is None or before is None or before.last_attempt_poll != poll):
            attempts += 1
        if outcome is Outcome.PENDING and attempts >= TRIES:
            outcome = Outcome.QUARANTINED
        if outcome is Outcome.GONE:
            if gone_at is not None and now - gone_at >= DAY:
                _withdraw(con, url, now)
            gone_at = gone_at or now
        elif outcome not in (Outcome.PENDING, Outcome.BLOCKED, Outcome.QUARANTINED):
            gone_at = None
        if outcome in (Outcome.NOT_A_RELEASE, Outcome.GONE):
            con.execute("delete from pipeline.quarantine where url = ?", [url]).fetchall()
        con.execute(
            """
            insert into pipeline.discoveries (url, source, state, reason, due_because, first_sighted_at,
                last_sighted_at, attempts, last_attempt_poll, polls_pending, gone_at, settled_at, rules_version, sha256)
            values ($url, $source, $state, $reason, $due_because, $now, $now, $attempts, $poll, 0, $gone_at, $now,
                $rules_version, $sha256)
            on conflict (url) do update set state = excluded.state, reason = excluded.reason,
                due_because = coalesce(discoveries.due_because, excluded.due_because),
                attempts = excluded.attempts,
                last_attempt_poll = coalesce(excluded.last_attempt_poll, discoveries.last_attempt_poll),
                gone_at = excluded.gone_at, settled_at = excluded.settled_at, rules_version = excluded.rules_version,
                sha256 = coalesce(excluded.sha256, discoveries.sha256), claimed_by = null, claimed_until = null
            """,
            {
                "url": url,
                "source": source,
                "state": _state(outcome),
                "reason": reason,
                "due_because": Reason.RETRY.value if _state(outcome) == "pending" else None,
                "now": now,
                "attempts": attempts if outcome in (Outcome.PENDING, Outcome.BLOCKED, Outcome.QUARANTINED) else 0,
                "poll": poll,
                "gone_at": gone_at,
                "rules_version": rules_version,
                "sha256": sha256,
            },
        ).fetchall()
    return outcome


def loaded(con: duckdb.DuckDBPyConnection, arrivals: Iterable[Arrival], *, rules_version: str, now: datetime) -> None:
    """Settle what `load` has taken in.  Needs an open transaction."""
    rows = {a.url: (a.url, a.source, a.captured_at, a.sha256) for a in arrivals if a.url is not None}
    if not rows:
        return
    with upsert.registered(con, {"staged_settled": staging.table_of(_SETTLED, list(rows.values()))}):
        con.execute(
            """
            insert into pipeline.discoveries by name
            select url, source, 'loaded' as state, captured_at, $now::timestamptz as first_sighted_at,
                $now::timestamptz as last_sighted_at, 0 as attempts, 0 as polls_pending,
                $now::timestamptz as settled_at, $rules_version as rules_version, sha256
            from staged_settled
            on conflict (url) do update set state = 'loaded', reason = null, due_because = null, claimed_by = null,
                claimed_until = null, attempts = 0, last_attempt_poll = null, polls_pending = 0, gone_at = null,
                captured_at = excluded.captured_at, settled_at = excluded.settled_at,
                rules_version = excluded.rules_version, sha256 = excluded.sha256
            """,
            {"now": now, "rules_version": rules_version},
        ).fetchall()


def quarantined(con: duckdb.DuckDBPyConnection, item: Quarantined, *, now: datetime) -> None:
    """Mark the address of something put into quarantine.  Needs an open transaction."""
    con.execute(
        """
        insert into pipeline.discoveries (url, source, state, reason, first_sighted_at, last_sighted_at, attempts,
            polls_pending, settled_at, rules_version, sha256)
        values ($url, $source, 'quarantined', $reason, $now, $now, 0, 0, $now, $rules_version, $sha256)
        on conflict (url) do update set state = 'quarantined', reason = excluded.reason, due_because = null,
            claimed_by = null, claimed_until = null, polls_pending = 0, settled_at = excluded.settled_at,
            rules_version = excluded.rules_version, sha256 = excluded.sha256
        """,
        {
            "url": item.url,
            "source": item.source,
            "reason": item.reason,
            "now": now,
            "rules_version": item.rules_version,
            "sha256": item.sha256,
        },
    ).fetchall()


def _state(outcome: Outcome) -> str:
    """What `discoveries` says of an outcome."""
    if outcome in (Outcome.LOADED, Outcome.UNCHANGED):
        return "loaded"
    return "pending" if outcome is Outcome.BLOCKED else outcome.value


def _withdraw(con: duckdb.DuckDBPyConnection, url: str, now: datetime) -> None:
    """Say that a release was withdrawn, unless it still stands at another live address."""
    done = con.execute(
        """
        update releases set withdrawn_at = $now
        where withdrawn_at is null
            and release_id in (select release_id from release_urls where url = $url)
            and release_id not in (
                select u.release_id from release_urls as u
                left join pipeline.discoveries as d on d.url = u.url
                where u.is_live and u.url <> $url and d.state is distinct from 'gone'
            )
        returning 1
        """,
        {"now": now, "url": url},
    ).fetchall()
    if done:
        revised(con, now)
