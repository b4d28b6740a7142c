"""The flow `watch`: one poll.  In served mode it hands what is new to `ingest` by an event."""

from prefect import flow

from flows import artifacts, events
from flows.embedded import is_served
from flows.polls import poll
from flows.problems import Alarm
from flows.progress import progress
from flows.reports import Report
from flows.settings import settings
from flows.tasks import TASKS, look_task


@flow(
    name="watch",
    description="One poll of each live source: discover what is new or changed, and take it in or hand it over.",
    persist_result=False,
    validate_parameters=True,
)
def watch(source: list[str] | None = None) -> Report:
    """Ask each source once what is new.  Raises Alarm when something must not pass.

    Args:
        source: Names of sources. Empty: all live ones.

    """
    found = settings()
    with progress("watch") as tell:
        report = poll(
            found,
            source,
            look=look_task,
            hand_over=events.discovered if is_served() else None,
            steps=TASKS,
            tell=tell,
        )
    artifacts.of_report(found, report, title="Poll")
    events.taken_in(report.results)
    events.published(report.published)
    if report.alarms:
        raise Alarm(report.alarms, report=report)
    return report
