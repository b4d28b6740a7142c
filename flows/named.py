"""What a person named: files and addresses, and what stands in quarantine.  Asks no listing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from extract.errors import Refused
from extract.raw_store import RawStore
from extract.sources import source_for
from extract.urls import canonical, captured, is_address
from flows.batches import batches
from flows.ingest import PLAIN, Steps, read_and_load, take_in
from flows.problems import Problem
from flows.progress import Tell, silent
from flows.results import STAYS_OUT, Result
from flows.runs import RunOf, now
from flows.settings import Settings
from flows.steps_fetch import as_kept, files
from flows.workshop import refuse_mixture, sources_in_force, workshop
from warehouse import ledger
from warehouse.connect import writing
from warehouse.forget import is_forgotten
from warehouse.quarantine import retry
from warehouse.rows import Discovery, Due, Outcome, QuarantineRow, Reason

# The same event may come more than once; what was taken in so lately is not asked of the site again.
SAME_EVENT = timedelta(minutes=10)


def ingest(
    settings: Settings, names: Sequence[str], *, url: str | None = None, steps: Steps = PLAIN, tell: Tell = silent
) -> list[Result]:
    """Take in these files and addresses and publish; one result each.  `url` is the address of the one file named."""
    run = RunOf(command="ingest")
    paths = [Path(name) for name in names if not is_address(name)]
    addresses = [name for name in names if is_address(name)]
    if url is not None and (addresses or len(paths) != 1):
        raise Problem("ingest: --url goes with exactly one file. Try: inspectorate ingest --help", status=2)
    results = _ingest_files(settings, paths, url, run) if paths else []
    dues, refused = named_dues(settings, dict.fromkeys(addresses, Reason.ASKED))
    results += refused
    results += take_in(settings, dues, run, steps=steps, tell=tell)
    run.write_down(settings, [result for result in results if result.stage not in {"read", "refused"}])
    steps.publish(settings, 0)
    return results


def _ingest_files(settings: Settings, paths: Sequence[Path], url: str | None, run: RunOf) -> list[Result]:
    results: list[Result] = []
    with workshop(settings) as shop:
        for batch in batches(files(shop, paths, url), settings.batch):
            missing = [one.failure for one in batch if one.failure is not None and one.failure.stage == "read"]
            there = [one for one in batch if one.failure is None or one.failure.stage != "read"]
            results += missing
            results += read_and_load(settings, there, run) if there else []
    return results


def named_dues(settings: Settings, reasons: dict[str, Reason], *, again: bool = True) -> tuple[list[Due], list[Result]]:
    """What of these addresses is to be fetched, and results for the rest: refused, forgotten, or just taken in.

    `again` fetches what stands in the warehouse once more (a person asked); an event does not.
    """
    sources = sources_in_force(settings)
    asked: dict[str, Due] = {}
    results: list[Result] = []
    for address, reason in reasons.items():
        try:
            asked.setdefault(canonical(address), _asked(address, reason, source_for(address, sources).name))
        except Refused as error:
            results.append(_refused(address, error.reason))
    if not asked:
        return [], results
    refuse_mixture(settings, {due.source for due in asked.values()})
    for address in [address for address in asked if is_forgotten(settings.data_dir, address)]:
        due = asked.pop(address)
        results.append(_standing(due, Outcome.FORGOTTEN, STAYS_OUT))
    dues: list[Due] = []
    with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        for address, due in asked.items():
            ledger.asked(con, [address], source=due.source, now=now())
            known = ledger.discovery(con, address)
            if not again and known is not None and _stands(known, due.reason):
                results.append(_standing(due, Outcome.UNCHANGED, None))
            elif known is not None and due.fetch_url is None and known.fetch_url is not None:
                # Known from an archive alone: the original address may not answer any more.
                copy = replace(due, source=known.source, fetch_url=known.fetch_url, captured_at=known.captured_at)
                dues.append(copy)
            else:
                dues.append(due)
    return dues, results


def _asked(address: str, reason: Reason, source: str) -> Due:
    capture = captured(address)
    return Due(
        url=canonical(address),
        source=source,
        reason=reason,
        fetch_url=capture.address if capture else None,
        captured_at=capture.captured_at if capture else None,
        polls_pending=0,
    )


def _stands(known: Discovery, reason: Reason) -> bool:
    """Whether an event tells nothing new: its address was settled after it was sent."""
    if known.state not in {"loaded", "not_a_release", "gone"}:
        return False
    return reason is not Reason.ASKED or (known.settled_at is not None and now() - known.settled_at < SAME_EVENT)


def _refused(address: str, reason: str) -> Result:
    return Result(name=address, url=None, source="", outcome=Outcome.QUARANTINED, reason=reason, stage="refused")


def _standing(due: Due, outcome: Outcome, reason: str | None) -> Result:
    return Result(name=due.url, url=due.url, source=due.source, outcome=outcome, reason=reason, stage="ledger")


def retry_quarantined(settings: Settings, rows: Sequence[QuarantineRow]) -> list[Result]:
    """Take up again what stands in quarantine: files from their kept bytes, addresses fetched once more."""
    run = RunOf(command="quarantine retry")
    lost = [row for row in rows if row.url is None and not _is_kept(settings, row)]
    rows = [row for row in rows if row not in lost]
    with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        retry(con, [row.quarantine_id for row in rows])
    results = [_lost(row) for row in lost]
    store = RawStore(settings.raw_dir)
    bodies = [row for row in rows if row.url is None]
    again = [as_kept(store.document(row.sha256), row.name or row.sha256) for row in bodies if row.sha256]
    results += read_and_load(settings, again, run) if again else []
    dues, refused = named_dues(settings, {row.url: Reason.RETRY for row in rows if row.url is not None})
    results += refused + take_in(settings, dues, run)
    run.write_down(settings, results)
    PLAIN.publish(settings, 0)
    return results


def _is_kept(settings: Settings, row: QuarantineRow) -> bool:
    return row.sha256 is not None and RawStore(settings.raw_dir).has(row.sha256)


def _lost(row: QuarantineRow) -> Result:
    """A file of which no bytes were kept can only be named again."""
    return Result(
        name=row.name or row.sha256 or row.quarantine_id,
        url=None,
        source=row.source,
        outcome=Outcome.QUARANTINED,
        reason=f"{row.reason}; no bytes were kept, so name the file again with inspectorate ingest",
        stage=row.stage,
        sha256=row.sha256,
    )
