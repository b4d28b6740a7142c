"""What polls and people bring to the ledger: addresses seen, changed, young, or asked for.  Does not fetch."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import duckdb

from warehouse import tombstones
from warehouse.database import pipeline_folder
from warehouse.discoveries import due_where, known
from warehouse.rows import Discovery, Due, Reason, Sighted
from warehouse.transactions import transaction

DAY = timedelta(days=1)


def sighted(
    con: duckdb.DuckDBPyConnection, sightings: Iterable[Sighted], *, now: datetime, rules_version: str
) -> tuple[Due, ...]:
    """Note what a poll saw, and return which of it is to be fetched: new, changed, or left over; claimed ones are not.

    A poll that saw nothing new writes nothing.
    """
    stones = tombstones.read(pipeline_folder(con)).addresses
    seen = {s.url: s for s in sightings if tombstones.hashed(s.url) not in stones}
    before = known(con, seen)
    reasons = {url: _reason(s, before.get(url), rules_version, now) for url, s in seen.items()}
    changed = [url for url, reason in reasons.items() if _is_news(seen[url], before.get(url), reason)]
    if changed:
        with transaction(con):
            for url in changed:
                _note(con, seen[url], reasons[url], now=now)
    wanted = [url for url, reason in reasons.items() if reason is not None]
    return due_where(con, "url in (select unnest($urls::varchar[])) and state = 'pending'", now=now, urls=wanted)


def next_poll(con: duckdb.DuckDBPyConnection, *, now: datetime) -> tuple[Due, ...]:
    """Count one more poll for all that is pending and unclaimed, and return it (see `Due.polls_pending`)."""
    pending = due_where(con, "state = 'pending'", now=now)
    if pending:
        con.execute(
            """
            update pipeline.discoveries set polls_pending = polls_pending + 1
            where state = 'pending' and (claimed_until is null or claimed_until <= ?)
            """,
            [now],
        ).fetchall()
    return due_where(con, "state = 'pending'", now=now) if pending else ()


def young(
    con: duckdb.DuckDBPyConnection, *, published_since: date, settled_before: datetime, now: datetime
) -> tuple[Due, ...]:
    """Live releases published since a day and last looked at before an instant, to be read again; made pending."""
    con.execute(
        """
        update pipeline.discoveries set state = 'pending', due_because = 'changed', polls_pending = 0
        where state = 'loaded' and settled_at < $settled_before and captured_at is null and url in (
            select u.url from release_urls as u join releases as r using (release_id)
            where u.is_live and r.published_on >= $published_since
        )
        """,
        {"settled_before": settled_before, "published_since": published_since},
    ).fetchall()
    return due_where(con, "state = 'pending' and due_because = 'changed'", now=now)


def unlisted(con: duckdb.DuckDBPyConnection, *, source: str, listed: Iterable[str], most: int) -> tuple[str, ...]:
    """What stands loaded from a source's live pages and is not among all that it lists now.

    Made pending, unless there are more than `most`.
    """
    rows = con.execute(
        """
        select url from pipeline.discoveries
        where state = 'loaded' and source = $source and captured_at is null
            and url not in (select unnest($listed::varchar[]))
            and url in (select u.url from release_urls as u where u.is_live)
        order by url
        """,
        {"source": source, "listed": list(listed)},
    ).fetchall()
    missing = tuple(url for (url,) in rows)
    if 0 < len(missing) <= most:
        con.execute(
            "update pipeline.discoveries set state = 'pending', due_because = 'changed', polls_pending = 0"
            " where url in (select unnest(?::varchar[]))",
            [list(missing)],
        ).fetchall()
    return missing


def asked(con: duckdb.DuckDBPyConnection, urls: Iterable[str], *, source: str, now: datetime) -> None:
    """Note addresses a person or an event named: those not known become pending."""
    with transaction(con):
        for url in dict.fromkeys(urls):
            con.execute(
                "insert into pipeline.discoveries (url, source, state, due_because, first_sighted_at, last_sighted_at,"
                " attempts, polls_pending) values (?, ?, 'pending', 'asked', ?, ?, 0, 0) on conflict (url) do nothing",
                [url, source, now, now],
            ).fetchall()


def dated(con: duckdb.DuckDBPyConnection, url: str, published_on: date | None) -> None:
    """Note the date a page turned out to have, where the listing did not say, for backfills of other days."""
    con.execute(
        "update pipeline.discoveries set published_on = ? where url = ? and published_on is null", [published_on, url]
    ).fetchall()


def _reason(sighting: Sighted, known: Discovery | None, rules_version: str, now: datetime) -> Reason | None:
    """Why a sighted address is to be fetched; null where it is not."""
    if known is None:
        return Reason.NEW
    live_at_last = known.captured_at is not None and sighting.captured_at is None
    other_copy = sighting.captured_at is not None and sighting.fetch_url != known.fetch_url
    if known.state == "pending":
        return Reason(known.due_because or Reason.RETRY)
    if known.state == "quarantined" and (known.rules_version != rules_version or other_copy):
        return Reason.RETRY
    if known.state == "gone" and (other_copy or known.settled_at is None or now - known.settled_at >= DAY):
        return Reason.RETRY
    if known.state == "loaded" and live_at_last:
        return Reason.NEW
    if sighting.modified_at is not None and sighting.captured_at is None:
        last = known.modified_at or known.settled_at
        if last is None or sighting.modified_at > last:
            return Reason.CHANGED
    return None


def _is_news(sighting: Sighted, known: Discovery | None, reason: Reason | None) -> bool:
    """Whether the row has to be written: it becomes due, or the sighting tells what was not known."""
    if known is None:
        return True
    if known.state == "pending":
        return known.captured_at is not None and sighting.captured_at is None
    return reason is not None or (
        sighting.captured_at is None and sighting.modified_at not in (None, known.modified_at)
    )


def _note(con: duckdb.DuckDBPyConnection, sighting: Sighted, reason: Reason | None, *, now: datetime) -> None:
    con.execute(
        """
        insert into pipeline.discoveries (url, source, state, due_because, title, published_on, modified_at, fetch_url,
            captured_at, first_sighted_at, last_sighted_at, attempts, polls_pending)
        values ($url, $source, 'pending', $reason, $title, $published_on, $modified_at, $fetch_url, $captured_at, $now,
            $now, 0, 0)
        on conflict (url) do update set
            state = case when $reason is null then discoveries.state else 'pending' end,
            due_because = coalesce($reason, discoveries.due_because),
            source = case when $reason is null then discoveries.source else excluded.source end,
            fetch_url = case when $reason is null then discoveries.fetch_url else excluded.fetch_url end,
            captured_at = case when $reason is null then discoveries.captured_at else excluded.captured_at end,
            title = coalesce(excluded.title, discoveries.title),
            published_on = coalesce(excluded.published_on, discoveries.published_on),
            modified_at = coalesce(excluded.modified_at, discoveries.modified_at),
            last_sighted_at = excluded.last_sighted_at
        """,
        {
            "url": sighting.url,
            "source": sighting.source,
            "reason": reason.value if reason else None,
            "title": sighting.title,
            "published_on": sighting.published_on,
            "modified_at": sighting.modified_at,
            "fetch_url": sighting.fetch_url,
            "captured_at": sighting.captured_at,
            "now": now,
        },
    ).fetchall()
