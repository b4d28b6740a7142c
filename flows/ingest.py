"""Taking releases in: claim, fetch, read, load, publish, batch by batch.  Knows no orchestrator.

Here stands the one border at which any exception is caught and named: a release that trips a bug of ours must not
take the others with it.
"""

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract.errors import InspectorateError
from extract.raw_store import RawStore
from flows.batches import batches
from flows.progress import Tell, silent
from flows.results import Result
from flows.runs import RunOf
from flows.settings import Settings
from flows.steps_fetch import NOT_ASKED, Fetched, failed, fetch_batch, not_asked
from flows.steps_kept import kept_already
from flows.steps_load import claim_batch, let_go, load_batch, publish, settled_meanwhile
from flows.steps_read import EVERY_DAY, Wanted, read_and_derive
from warehouse.rows import Arrival, Due, Outcome, Published

PUBLISH_EVERY_SECONDS = 30


def read_batch(store: RawStore, fetched: Sequence[Fetched], wanted: Wanted = EVERY_DAY) -> list[Arrival | Result]:
    """Read every kept document of a batch; what cannot be read is a Result that says why.  One each, in order."""
    return [one.failure or _read(store, one, wanted) for one in fetched]


def _read(store: RawStore, fetched: Fetched, wanted: Wanted) -> Arrival | Result:
    try:
        return read_and_derive(store, fetched, wanted)
    except InspectorateError as error:
        found = failed(error, url=fetched.url, source=fetched.source)
        return _about(fetched, outcome=found.outcome, reason=error.reason, stage=error.stage)
    except Exception as error:  # noqa: BLE001 - the one border: see the module's first lines
        reason = f"{type(error).__name__}: {error}; please report it with the detail of `inspectorate quarantine show`"
        return _about(
            fetched, outcome=Outcome.QUARANTINED, reason=reason, stage="bug", detail=traceback.format_exc(limit=-12)
        )


def _about(
    fetched: Fetched, *, outcome: Outcome, reason: str, stage: str | None = None, detail: str | None = None
) -> Result:
    return Result(
        name=fetched.name,
        url=fetched.url,
        source=fetched.source,
        outcome=outcome,
        reason=reason,
        stage=stage,
        sha256=fetched.sha256,
        detail=detail,
    )


def read_and_load(
    settings: Settings, fetched: Sequence[Fetched], run: RunOf, wanted: Wanted = EVERY_DAY
) -> list[Result]:
    """Read a batch from the raw store and write down what it came to."""
    return load_batch(settings, fetched, read_batch(RawStore(settings.raw_dir), fetched, wanted), run)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The steps of a batch: plain functions here, Prefect tasks in a flow."""

    fetch: Callable[[Settings, list[Due], Tell], list[Fetched]] = fetch_batch
    load: Callable[[Settings, list[Fetched], RunOf, Wanted], list[Result]] = read_and_load
    publish: Callable[[Settings, float], Published] = lambda settings, seconds: publish(
        settings, at_most_every_seconds=seconds
    )


PLAIN = Steps()


def take_in(
    settings: Settings,
    dues: Sequence[Due],
    run: RunOf,
    *,
    steps: Steps = PLAIN,
    wanted: Wanted = EVERY_DAY,
    tell: Tell = silent,
) -> list[Result]:
    """Take these addresses in; one result each.  What somebody else holds is left to them and stays pending.

    Safe to stop anywhere: claims are given up, and what was loaded stays.
    """
    if not dues:
        return []
    results: list[Result] = []
    kept = kept_already(settings, dues)
    try:
        for batch in batches(dues, settings.batch):
            if any(result.stage == NOT_ASKED for result in results):
                results += [failure for failure in (not_asked(due).failure for due in batch) if failure is not None]
                continue
            tell(len(results), len(dues), batch[0].url)
            ours = claim_batch(settings, [due.url for due in batch], run)
            others = [due for due in batch if due.url not in ours]
            settled = settled_meanwhile(settings, [due.url for due in others], run)
            results += [_left(due, settled.get(due.url)) for due in others]
            fetched = [kept[url] for url in ours if url in kept]
            before = len(results) + len(fetched)
            fetched += steps.fetch(
                settings,
                [due for due in batch if due.url in ours and due.url not in kept],
                _onwards(tell, before, len(dues)),
            )
            results += steps.load(settings, fetched, run, wanted) if fetched else []
            steps.publish(settings, PUBLISH_EVERY_SECONDS)
            tell(len(results), len(dues), batch[-1].url)
    finally:
        let_go(settings, run)
    return results


def _onwards(tell: Tell, before: int, total: int) -> Tell:
    """A `Tell` of a batch as one of the whole."""
    return lambda done, _total, last: tell(before + done, total, last)


def _left(due: Due, settled: str | None) -> Result:
    """What another run has in hand, or (`settled` is its state) has settled since this one began."""
    outcome = Outcome.PENDING if settled is None else Outcome(settled)
    reason = "another run is taking it in" if settled is None else "another run has just settled it"
    return Result(
        name=due.url,
        url=due.url,
        source=due.source,
        outcome=Outcome.UNCHANGED if outcome is Outcome.LOADED else outcome,
        reason=None if outcome is Outcome.LOADED else reason,
        stage="claim",
    )
