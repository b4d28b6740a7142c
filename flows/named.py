"""What a person named: files and addresses, and what stands in quarantine.  Asks no listing."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice
from pathlib import Path

from extract.errors import Refused
from extract.raw_store import RawStore
from extract.sources import folder, source_for
from extract.urls import canonical
from flows.ingest import PLAIN, Steps, read_and_load, take_in
from flows.problems import Problem
from flows.progress import Tell, silent
from flows.results import Result
from flows.runs import RunOf, now
from flows.settings import Settings
from flows.steps_fetch import Fetched, failed, files, kept
from flows.workshop import refuse_mixture, sources_in_force, workshop
from warehouse import ledger
from warehouse.connect import reading_build, writing
from warehouse.errors import NoWarehouse
from warehouse.forget import is_forgotten
from warehouse.rows import Due, Outcome, QuarantineRow, Reason

# The same event may come more than once; what was taken in so lately is not asked of the site again.
SAME_EVENT = timedelta(minutes=10)


def is_address(name: str) -> bool:
    """Whether a person named an address rather than a file."""
    return name.startswith(("http://", "https://"))


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
    _refuse_files_among_samples(settings)
    with workshop(settings) as shop:
        for batch in _batches(files(shop, paths, url), settings.batch):
            missing = [one.failure for one in batch if one.failure is not None and one.failure.stage == "read"]
            there = [one for one in batch if one.failure is None or one.failure.stage != "read"]
            results += missing
            results += read_and_load(settings, there, run) if there else []
    return results


def _refuse_files_among_samples(settings: Settings) -> None:
    from warehouse.samples import refuse_mixture as refuse

    try:
        with reading_build(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
            refuse(con, [folder.NAME])
    except NoWarehouse:
        return


def _batches(found: Iterator[Fetched], size: int) -> Iterator[list[Fetched]]:
    while batch := list(islice(found, size)):
        yield batch


def named_dues(settings: Settings, reasons: dict[str, Reason], *, again: bool = True) -> tuple[list[Due], list[Result]]:
    """What of these addresses is to be fetched, and results for the rest: refused, forgotten, or just taken in.

    `again` fetches what stands in the warehouse once more (a person asked); an event does not.
    """
    dues: list[Due] = []
    results: list[Result] = []
    sources = sources_in_force(settings)
    placed: dict[str, str] = {}
    for address in reasons:
        try:
            placed[canonical(address)] = source_for(address, sources).name
        except Refused as error:
            found = failed(error, url=None, source="")
            results.append(_refused(address, found.reason or "", sorted(sources)))
    if not placed:
        return dues, results
    refuse_mixture(settings, [sources[name] for name in set(placed.values())])
    wanted = {canonical(address): reason for address, reason in reasons.items() if canonical(address) in placed}
    for address, reason in wanted.items():
        if is_forgotten(settings.data_dir, address):
            results.append(_standing(address, placed[address], Outcome.FORGOTTEN, "was forgotten and stays out"))
            continue
        with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
            ledger.asked(con, [address], source=placed[address], now=now())
            known = ledger.discovery(con, address)
        settled_at = known.settled_at if known is not None else None
        if not again and known is not None and _stands(known.state, reason, settled_at):
            results.append(_standing(address, placed[address], Outcome.UNCHANGED, None))
            continue
        dues.append(
            Due(
                url=address,
                source=known.source if known is not None and known.fetch_url else placed[address],
                reason=reason,
                fetch_url=known.fetch_url if known is not None else None,
                captured_at=known.captured_at if known is not None else None,
                polls_pending=0,
            )
        )
    return dues, results


def _stands(state: str, reason: Reason, settled_at: object) -> bool:
    """Whether an event tells nothing new: its address was taken in, or found to be no release, after it was sent."""
    if state not in {"loaded", "not_a_release", "gone"}:
        return False
    if reason is Reason.ASKED:
        return settled_at is not None and now() - settled_at < SAME_EVENT  # type: ignore[operator]
    return True


def _refused(address: str, reason: str, names: list[str]) -> Result:
    return Result(
        name=address,
        url=None,
        source="",
        outcome=Outcome.QUARANTINED,
        reason=reason,
        stage="refused",
        detail=", ".join(names),
    )


def _standing(address: str, source: str, outcome: Outcome, reason: str | None) -> Result:
    return Result(name=address, url=address, source=source, outcome=outcome, reason=reason, stage="ledger")


def retry_quarantined(settings: Settings, rows: Sequence[QuarantineRow]) -> list[Result]:
    """Take up again what stands in quarantine: files from their kept bytes, addresses fetched once more."""
    run = RunOf(command="quarantine retry")
    from warehouse.quarantine import retry

    with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        retry(con, [row.quarantine_id for row in rows])
    results: list[Result] = []
    store = RawStore(settings.raw_dir)
    bodies = [row for row in rows if row.url is None and row.sha256 is not None and store.has(row.sha256)]
    with workshop(settings) as shop:
        again = [kept(shop, store.document(row.sha256), row.name or row.sha256) for row in bodies if row.sha256]
    results += read_and_load(settings, again, run) if again else []
    dues, refused = named_dues(settings, {row.url: Reason.RETRY for row in rows if row.url is not None})
    results += refused + take_in(settings, dues, run)
    run.write_down(settings, results)
    PLAIN.publish(settings, 0)
    return results
