"""The flow `ingest`: these addresses, for these reasons.  Started by an event, by hand on a server, or in its UI."""

from prefect import flow

from flows import artifacts, events, named
from flows.alarms import alarms
from flows.ingest import take_in
from flows.problems import Alarm
from flows.results import Result
from flows.runs import RunOf
from flows.settings import Settings, settings
from flows.tasks import TASKS
from warehouse.rows import Reason


@flow(
    name="ingest",
    description="Fetch these addresses, load them and publish. What was taken in already is not fetched again.",
    persist_result=False,
)
def ingest(urls: list[str], reasons: dict[str, str] | None = None) -> list[Result]:
    """Take in these addresses.  Raises Alarm for a bug of ours or an address that is not allowed.

    Args:
        urls: Addresses of releases, in a place a source allows.
        reasons: Why, by address: new, changed, retry or asked. A missing one is asked.

    """
    found = settings()
    run = RunOf(command="ingest")
    dues, results = named.named_dues(found, {url: _reason(reasons or {}, url) for url in urls}, again=False)
    results += take_in(found, dues, run, steps=TASKS)
    return _told(found, run, results)


@flow(
    name="ingest by hand", description="Files and addresses a person named on the command line.", persist_result=False
)
def ingest_by_hand(names: list[str], url: str | None) -> list[Result]:
    """Take in files and addresses: `inspectorate ingest` on the server of the environment."""
    found = settings()
    results = named.ingest(found, names, url=url, steps=TASKS)
    artifacts.of_results(found, results, title="Ingest")
    events.taken_in(results)
    return results


def _told(found: Settings, run: RunOf, results: list[Result]) -> list[Result]:
    failed = alarms(results)
    run.write_down(found, [result for result in results if result.stage not in {"refused", "ledger"}])
    snapshot = TASKS.publish(found, 0) if any(result.stage != "ledger" for result in results) else None
    artifacts.of_results(found, results, title="Ingest")
    events.taken_in(results)
    events.published(snapshot)
    failed += [result.line() for result in results if result.stage == "refused"]
    if failed:
        raise Alarm(failed, report=results)
    return results


def _reason(reasons: dict[str, str], url: str) -> Reason:
    try:
        return Reason(reasons.get(url, Reason.ASKED))
    except ValueError:
        return Reason.ASKED
