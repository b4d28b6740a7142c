"""The steps as Prefect tasks: a batch each, no page in any result, retries only where another try may help.

None has a tag: for each tag of a task Prefect asks its server for a place among the limits, which took a second a task
(3.8.8) and would make a long backfill half as long again.
"""

from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task, exponential_backoff

from extract.errors import TransportFailed
from flows import ingest, steps_discover, steps_fetch, steps_load
from flows.progress import Tell, silent
from flows.quiet_end import end_quietly
from flows.results import Result
from flows.runs import RunOf
from flows.settings import Settings
from flows.steps_discover import Discovery
from flows.steps_fetch import Fetched
from flows.steps_read import Wanted
from warehouse.rows import Due, Outcome, Published

FETCH_RETRIES = 2
# A run of a deployment is a process of its own, and these are the modules it imports.
end_quietly()


def _may_pass(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether the site as a whole was out of reach: only that is worth the same batch again."""
    return isinstance(state.result(raise_on_failure=False), TransportFailed)


@task(
    name="fetch a batch",
    description="Fetch each address at its host's pace and keep the bytes; hands on SHA-256s.",
    task_run_name="fetch {what}",
    retries=FETCH_RETRIES,
    retry_delay_seconds=exponential_backoff(backoff_factor=2),
    retry_jitter_factor=0.5,
    retry_condition_fn=_may_pass,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def fetch_task(settings: Settings, dues: list[Due], what: str, tell: Tell = silent) -> list[Fetched]:
    """Fetch and keep a batch.  Raises TransportFailed, to be tried again, when not one address could be reached."""
    from prefect.runtime import task_run

    found = steps_fetch.fetch_batch(settings, dues, tell)
    unreached = [one.failure for one in found if one.failure is not None and one.failure.outcome is Outcome.PENDING]
    if found and len(unreached) == len(found) and (task_run.run_count or 1) <= FETCH_RETRIES:
        raise TransportFailed(f"none of {what} could be reached: {unreached[0].reason}")
    return found


@task(
    name="read and load a batch",
    description="Read kept bytes, derive rows and load them in one transaction.",
    task_run_name="load {what}",
    cache_policy=NO_CACHE,
    persist_result=False,
)
def load_task(settings: Settings, fetched: list[Fetched], run: RunOf, wanted: Wanted, what: str) -> list[Result]:  # noqa: ARG001 - the run's name
    """Read and load a batch."""
    return ingest.read_and_load(settings, fetched, run, wanted)


@task(
    name="publish",
    description="Check the warehouse and put a new snapshot in place, unless nothing changed.",
    cache_policy=NO_CACHE,
    persist_result=False,
)
def publish_task(settings: Settings, at_most_every_seconds: float) -> Published:
    """Publish."""
    return steps_load.publish(settings, at_most_every_seconds=at_most_every_seconds)


@task(
    name="look at a source",
    description="Read a source's listing and note what is new in the ledger.",
    task_run_name="look at {name}",
    cache_policy=NO_CACHE,
    persist_result=False,
)
def look_task(settings: Settings, name: str, **dates: Any) -> Discovery:
    """Look at a source."""
    return steps_discover.discover(settings, name, **dates)


def _count(items: list[Any]) -> str:
    return f"{len(items)} address{'' if len(items) == 1 else 'es'}"


def _publish(settings: Settings, seconds: float) -> Published:
    """Between batches publishing is mostly put off: a task of its own only at the end."""
    if seconds:
        return steps_load.publish(settings, at_most_every_seconds=seconds)
    return publish_task(settings, seconds)


TASKS = ingest.Steps(
    fetch=lambda settings, dues, tell: fetch_task(settings, dues, _count(dues), tell) if dues else [],
    load=lambda settings, fetched, run, wanted: load_task(settings, fetched, run, wanted, _count(fetched)),
    publish=_publish,
)
