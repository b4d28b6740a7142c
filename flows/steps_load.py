"""Writing down what a batch came to: rows, ledger, quarantine; then the snapshot.  Reads no page."""

from collections.abc import Sequence
from dataclasses import replace

from duckdb import DuckDBPyConnection

from extract.raw_store import RawStore
from flows.claims import give_up_dead
from flows.corrections import check_corrections
from flows.results import STAYS_OUT, Result
from flows.rules_version import rules_version
from flows.runs import RunOf, now
from flows.settings import Settings
from flows.steps_fetch import NOT_ASKED, Fetched
from transform.organisations import organisations
from transform.speakers import speakers
from warehouse import documents, ledger, quarantine, tombstones
from warehouse.connect import writing
from warehouse.database import pipeline_folder
from warehouse.load import load
from warehouse.publish import publish as publish_snapshot
from warehouse.rows import Arrival, Loaded, Outcome, Published, Quarantined
from warehouse.vocabulary import load_vocabulary

# What is no word about the document itself: its state stays, and the claim is simply given up.
_UNWRITTEN = frozenset({"read", "dates", "refused", NOT_ASKED})


def load_batch(
    settings: Settings, fetched: Sequence[Fetched], read: Sequence[Arrival | Result], run: RunOf
) -> list[Result]:
    """Load what could be read and settle the rest, in one opening of the warehouse; one result each, in order."""
    with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        results = load_into(con, fetched, read, run)
    _keep_out(settings, [result for result in results if result.outcome is Outcome.FORGOTTEN])
    return results


def _keep_out(settings: Settings, forgotten: Sequence[Result]) -> None:
    """What came once more, under another address say, goes once more; its address is not asked again."""
    if urls := {result.url for result in forgotten if result.url is not None}:
        tombstones.add(settings.pipeline_dir, urls=urls, now=now())
    for result in forgotten:
        if result.sha256 is not None:
            RawStore(settings.raw_dir).forget(result.sha256)


def load_into(
    con: DuckDBPyConnection, fetched: Sequence[Fetched], read: Sequence[Arrival | Result], run: RunOf
) -> list[Result]:
    """The same into an open database.  Raises Problem where a reviewed correction can meet no release."""
    check_corrections()
    load_vocabulary(con, speakers(), organisations(), rules_version(), now())
    loaded = iter(load(con, [one for one in read if isinstance(one, Arrival)], rules_version(), now()))
    stones = tombstones.read(pipeline_folder(con))
    results = []
    for one, outcome in zip(fetched, read, strict=True):
        if isinstance(outcome, Arrival):
            results.append(_result(con, one, next(loaded)))
        elif stones.covers_document(one.url, one.sha256):
            results.append(_kept_out(con, one))
        else:
            documents.record(con, [one.fetch] if one.fetch else [])
            results.append(_settled(con, outcome, run))
    return results


def _result(con: DuckDBPyConnection, fetched: Fetched, loaded: Loaded) -> Result:
    if loaded.outcome is Outcome.FORGOTTEN:
        return _kept_out(con, fetched)
    return Result(
        name=fetched.name,
        url=fetched.url,
        source=fetched.source,
        outcome=loaded.outcome,
        reason=loaded.reason,
        stage=None if loaded.reason is None else "load",
        sha256=loaded.sha256,
        release_id=loaded.release_id,
        version=loaded.version,
        counts=loaded.counts,
    )


def _kept_out(con: DuckDBPyConnection, fetched: Fetched) -> Result:
    """Leave no word of what was forgotten in the ledger; its outcome."""
    if fetched.url is not None:
        ledger.settle(
            con, fetched.url, Outcome.FORGOTTEN, source=fetched.source, now=now(), rules_version=rules_version()
        )
    return Result(
        name=fetched.name,
        url=fetched.url,
        source=fetched.source,
        outcome=Outcome.FORGOTTEN,
        reason=STAYS_OUT,
        stage="load",
        sha256=fetched.sha256,
    )


def _settled(con: DuckDBPyConnection, result: Result, run: RunOf) -> Result:
    """Write one outcome that is not a load into ledger and quarantine; the outcome that now stands."""
    if result.stage == "dates" and result.url is not None:
        ledger.dated(con, result.url, result.published_on)
    if result.stage in _UNWRITTEN:
        return result
    standing = result.outcome
    if result.url is not None:
        standing = ledger.settle(
            con,
            result.url,
            result.outcome,
            source=result.source,
            now=now(),
            rules_version=rules_version(),
            poll=run.run_id,
            reason=result.reason,
            sha256=result.sha256,
        )
    if standing is Outcome.QUARANTINED:
        quarantine.put(con, [_quarantined(result)], now=now())
    return replace(result, outcome=standing)


def _quarantined(result: Result) -> Quarantined:
    return Quarantined(
        url=result.url,
        name=None if result.url else result.name,
        sha256=result.sha256,
        source=result.source,
        stage=result.stage or "unknown",
        reason=result.reason or "",
        detail=result.detail,
        rules_version=rules_version(),
    )


def claim_batch(settings: Settings, urls: Sequence[str], run: RunOf) -> set[str]:
    """Claim addresses for this run; those somebody else holds, or settled since it began, are left to them."""
    with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        give_up_dead(con)
        settled = ledger.settled_since(con, urls, run.started_at)
        wanted = [url for url in urls if url not in settled]
        return set(ledger.claim(con, wanted, by=run.by, until=run.claimed_until(settings), now=now()))


def settled_meanwhile(settings: Settings, urls: Sequence[str], run: RunOf) -> dict[str, str]:
    """The state of those of the addresses that were settled since this run began: not to be fetched once more."""
    if not urls:
        return {}
    with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        return ledger.settled_since(con, urls, run.started_at)


def let_go(settings: Settings, run: RunOf) -> None:
    """Give up what this run still claims."""
    with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        ledger.let_go(con, by=run.by)


def publish(settings: Settings, *, at_most_every_seconds: float = 0) -> Published:
    """Put a new snapshot in place, unless nothing changed."""
    return publish_snapshot(
        settings.data_dir,
        now=now(),
        at_most_every_seconds=at_most_every_seconds,
        wait_seconds=settings.lock_seconds,
    )
