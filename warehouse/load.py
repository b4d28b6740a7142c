"""Arrivals into tables: one transaction a batch, the same content twice changes nothing.  Does not read pages."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import duckdb
import pyarrow as pa

from warehouse import checks, documents, ledger, quarantine, staging, tombstones, upsert
from warehouse.database import pipeline_folder
from warehouse.identity import Key
from warehouse.kept import CHILDREN
from warehouse.plan import Plan, plan
from warehouse.rows import Arrival, Fetch, Loaded, Outcome, Quarantined
from warehouse.transactions import revised, transaction

_BAD_ROWS = (duckdb.IntegrityError, duckdb.DataError, pa.ArrowException, UnicodeError, OverflowError)
"""What a row that does not fit its table raises; a full disk or a lost file is none of these, and ends the load."""


def load(
    con: duckdb.DuckDBPyConnection, arrivals: Sequence[Arrival], rules_version: str, now: datetime
) -> tuple[Loaded, ...]:
    """Take in a batch (some hundreds at a time); one result an arrival, in their order.

    Facts, versions, `row_changes`, fetches, quarantine rows and the ledger are written in one transaction; a release
    that fails its own checks or a table's is quarantined (stage `check` or `load`), and the others are loaded.
    """
    results: dict[int, Loaded] = {}
    stones = tombstones.read(pipeline_folder(con))
    rounds: list[dict[Key, int]] = []
    for at, arrival in enumerate(arrivals):
        if stones.covers(arrival):
            results[at] = Loaded(url=arrival.url, sha256=arrival.sha256, outcome=Outcome.FORGOTTEN)
            continue
        key = (arrival.url or f"sha256:{arrival.sha256}", arrival.sha256)
        # The same bytes at one address twice in a batch (live and from an archive) are taken one after the other.
        for batch in rounds:
            if key not in batch:
                batch[key] = at
                break
        else:
            rounds.append({key: at})
    for batch in rounds:
        found = _load_or_halve(con, {key: arrivals[at] for key, at in batch.items()}, rules_version, now)
        results |= {batch[key]: loaded for key, loaded in found.items()}
    return tuple(results[at] for at in range(len(arrivals)))


def _load_or_halve(
    con: duckdb.DuckDBPyConnection, arrivals: Mapping[Key, Arrival], rules_version: str, now: datetime
) -> dict[Key, Loaded]:
    """Load a batch; where one of its rows does not fit a table, its halves, down to the release that is at fault."""
    try:
        with transaction(con):
            return _take_in(con, arrivals, rules_version, now)
    except _BAD_ROWS as error:
        if len(arrivals) > 1:
            keys = list(arrivals)
            middle = len(keys) // 2
            halves = ({k: arrivals[k] for k in keys[:middle]}, {k: arrivals[k] for k in keys[middle:]})
            return {k: v for half in halves for k, v in _load_or_halve(con, half, rules_version, now).items()}
        reason = f"its rows do not fit the tables: {str(error).splitlines()[0]}"
        ((key, arrival),) = arrivals.items()
        with transaction(con):
            documents.record(con, [_fetch(arrival)])
            quarantine.add(con, [_quarantined(arrival, "load", reason, rules_version)], now=now)
            revised(con, now)
        return {key: _refused(arrival, reason)}


def _take_in(
    con: duckdb.DuckDBPyConnection, arrivals: Mapping[Key, Arrival], rules_version: str, now: datetime
) -> dict[Key, Loaded]:
    """Everything a batch does, inside the caller's transaction."""
    documents.record(con, [_fetch(arrival) for arrival in arrivals.values()])
    good = dict(arrivals)
    results: dict[Key, Loaded] = {}
    while good:
        planned = plan(con, good, rules_version)
        tables = staging.release_tables(planned.staged)
        failing = _failing(con, planned, tables)
        if not failing:
            break
        for key, reason in failing.items():
            arrival = good.pop(key)
            quarantine.add(con, [_quarantined(arrival, "check", reason, rules_version)], now=now)
            results[key] = _refused(arrival, reason)
    changed: frozenset[str] = frozenset()
    if good:
        tables["release_urls"] = staging.table_of(staging.URLS, planned.urls)
        tables["release_versions"] = staging.table_of(staging.VERSIONS, planned.versions)
        changed = upsert.write(
            con, tables, before=planned.before, rules_only=planned.rules_only, moved=planned.moved, now=now
        )
        upsert.follow(con, planned, staging.table_of(staging.READINGS, planned.readings), now)
        ledger.loaded(con, good.values(), rules_version=rules_version, now=now)
        cleared = quarantine.clear(con, good.values())
        results |= {key: _result(arrival, key, planned, changed) for key, arrival in good.items()}
        if changed or cleared or planned.moved:
            revised(con, now)
    if len(good) < len(arrivals):
        revised(con, now)
    return results


def _failing(con: duckdb.DuckDBPyConnection, planned: Plan, tables: Mapping[str, pa.Table]) -> dict[Key, str]:
    """Arrivals whose rows fail a check of their own, with the reason."""
    failing: dict[Key, str] = {}
    for rows, staged in ((planned.staged, tables), (planned.others, None)):
        if not rows:
            continue
        arrival_of = {one.release_id: one.arrival for one in rows}
        for finding in checks.of_releases(con, staged or staging.release_tables(rows)):
            key = arrival_of.get(finding.release_id or "")
            if key is not None:
                failing.setdefault(key, f"{finding.check_name}: {finding.detail}")
    return failing


def _result(arrival: Arrival, key: Key, planned: Plan, changed: frozenset[str]) -> Loaded:
    release_id = planned.release_of[key]
    return Loaded(
        url=arrival.url,
        sha256=arrival.sha256,
        outcome=Outcome.LOADED if release_id in changed else Outcome.UNCHANGED,
        release_id=release_id,
        version=planned.versions_of[release_id],
        counts={table: len(getattr(arrival.rows, table)) for table in CHILDREN},
    )


def _refused(arrival: Arrival, reason: str) -> Loaded:
    return Loaded(url=arrival.url, sha256=arrival.sha256, outcome=Outcome.QUARANTINED, reason=reason)


def _fetch(arrival: Arrival) -> Fetch:
    return Fetch(
        url=arrival.url,
        final_url=None,
        source=arrival.source,
        sha256=arrival.sha256,
        fetched_at=arrival.fetched_at,
        captured_at=arrival.captured_at,
        status=arrival.status,
    )


def _quarantined(arrival: Arrival, stage: str, reason: str, rules_version: str) -> Quarantined:
    return Quarantined(
        url=arrival.url,
        name=None,
        sha256=arrival.sha256,
        source=arrival.source,
        stage=stage,
        reason=reason,
        detail=None,
        rules_version=rules_version,
    )
