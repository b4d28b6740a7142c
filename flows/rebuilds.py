"""Reading the whole raw store again, offline, into a database beside the warehouse's.  Knows no orchestrator."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from extract.errors import InspectorateError
from extract.layouts import read_document
from extract.raw_store import Fetch, RawStore
from flows.batches import batches
from flows.ingest import read_batch
from flows.progress import Tell, silent
from flows.results import Result
from flows.runs import RunOf, now
from flows.settings import Settings
from flows.steps_fetch import Fetched, file_name
from flows.steps_load import load_into, publish
from transform.corrections import reviewed_corrections
from transform.derive import unmet_corrections
from warehouse import rows as warehouse_rows
from warehouse.differences import TableDifference
from warehouse.rebuild import beside, difference, swap

BATCH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What a rebuild read and what it would change, or changed, by table.

    `alarms` name each reviewed correction whose words, or whose expected value, are no longer found.
    """

    results: list[Result]
    differences: tuple[TableDifference, ...]
    applied: bool
    alarms: tuple[str, ...] = ()


def rebuild(
    settings: Settings, *, apply: bool, read: Callable[..., list[Result]] | None = None, tell: Tell = silent
) -> Rebuilt:
    """Read every kept body as it arrived; swap the databases only where `apply` says so, and publish then."""
    run = RunOf(command="rebuild")
    results = (read or read_again)(settings, run, tell)
    stale = tuple(stale_corrections(RawStore(settings.raw_dir)))
    if not apply:
        found = difference(settings.data_dir, wait_seconds=settings.lock_seconds)
        return Rebuilt(results=results, differences=found, applied=False, alarms=stale)
    found = swap(settings.data_dir, now=now(), wait_seconds=settings.lock_seconds)
    run.write_down(settings, results)
    publish(settings)
    return Rebuilt(results=results, differences=found, applied=True, alarms=stale)


def read_again(settings: Settings, run: RunOf, tell: Tell = silent) -> list[Result]:
    """Load every fetch of the raw store, in the order in which they came, into the database beside."""
    store = RawStore(settings.raw_dir)
    arrived = list(_arrived(store))
    results: list[Result] = []
    with beside(settings.data_dir) as con:
        for batch in batches(arrived, BATCH):
            results += load_into(con, batch, read_batch(store, batch), run)
            tell(len(results), len(arrived), batch[-1].name)
    return results


def stale_corrections(store: RawStore) -> Iterator[str]:
    """Reviewed corrections that the latest body of their release needs no more, each with what to do."""
    kept = store.latest({correction.url for correction in reviewed_corrections()})
    for url, (sha256, fetch) in sorted(kept.items()):
        try:
            unmet = unmet_corrections(read_document(store.document_of(sha256, fetch)))
        except InspectorateError:
            # What is not read this time stands in `results`, with its reason.
            continue
        for correction in unmet:
            yield (
                f"{url}: {correction.words!r} with {correction.field} {correction.expected} is not found any more;"
                " take the entry out of transform/vocabulary/corrections.toml"
            )


def _arrived(store: RawStore) -> Iterator[Fetched]:
    """What was fetched, oldest first; the same bytes from the same address again tell nothing new."""
    lines: list[tuple[datetime, str, Fetch]] = []
    for sha256 in store.shas():
        lines += [(fetch.fetched_at, sha256, fetch) for fetch in store.fetches(sha256)]
    last: dict[tuple[str, str], str] = {}
    for _, sha256, fetch in sorted(lines, key=lambda line: line[:2]):
        address = (fetch.url or sha256, fetch.source)
        if last.get(address) == sha256:
            continue
        last[address] = sha256
        yield _fetched(store, sha256, fetch)


def _fetched(store: RawStore, sha256: str, fetch: Fetch) -> Fetched:
    return Fetched(
        name=fetch.url or file_name(store.document(sha256)),
        url=fetch.url,
        source=fetch.source,
        sha256=sha256,
        fetch=warehouse_rows.Fetch(
            url=fetch.url,
            final_url=fetch.final_url,
            source=fetch.source,
            sha256=sha256,
            fetched_at=fetch.fetched_at,
            captured_at=fetch.captured_at,
            status=fetch.status,
        ),
    )
