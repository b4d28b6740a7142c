"""The flow `rebuild`: the whole raw store read again by today's rules, offline."""

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows import artifacts
from flows.problems import Alarm
from flows.progress import progress
from flows.quiet_end import end_quietly
from flows.rebuilds import Rebuilt, read_again
from flows.rebuilds import rebuild as rebuild_plain
from flows.results import Result
from flows.runs import RunOf
from flows.settings import Settings, settings

end_quietly()


@flow(
    name="rebuild",
    description="Read the whole raw store again, offline, and show what changes; swap only when told.",
    persist_result=False,
)
def rebuild(apply: bool = False) -> Rebuilt:
    """Read everything again.  Raises Alarm for a correction that is needed no more.

    Args:
        apply: Put the new database in the old one's place. Empty: only show what would change.

    """
    found = settings()
    with progress("rebuild") as tell:
        moved = artifacts.told_progress(tell)

        @task(name="read the raw store again", cache_policy=NO_CACHE, persist_result=False)
        def read_task(chosen: Settings, run: RunOf) -> list[Result]:
            return read_again(chosen, run, moved)

        rebuilt = rebuild_plain(found, apply=apply, read=lambda chosen, run, _tell: read_task(chosen, run))
    artifacts.of_rebuild(rebuilt)
    if rebuilt.alarms:
        raise Alarm(list(rebuilt.alarms), report=rebuilt)
    return rebuilt
