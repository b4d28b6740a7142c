"""The four deployments, as `inspectorate serve` serves them; `prefect.yaml` has the same for a work pool."""

from typing import Any

from prefect.deployments.runner import RunnerDeployment
from prefect.events import DeploymentEventTrigger
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from flows.backfill import backfill
from flows.events import DISCOVERED
from flows.ingest_flow import ingest
from flows.rebuild import rebuild
from flows.settings import Settings
from flows.watch import watch

TAGS = ["inspectorate"]
TIMEZONE = "Europe/London"
# Every five minutes while releases usually come, and once an hour besides: some come at 00.01.
POLLS = ("*/5 7-19 * * *", "3 0-6,20-23 * * *")


def _typed(field: str) -> dict[str, Any]:
    """A parameter taken from an event's payload as the value it is; a plain template would make it a string."""
    return {
        "__prefect_kind": "json",
        "value": {"__prefect_kind": "jinja", "template": f"{{{{ event.payload.{field} | tojson }}}}"},
    }


def discovered_trigger() -> DeploymentEventTrigger:
    """Start `ingest` for each event of ours that names what was discovered."""
    return DeploymentEventTrigger(
        name="ingest what was discovered",
        expect={DISCOVERED},
        match={"prefect.resource.id": "inspectorate.source.*"},
        parameters={"urls": _typed("urls"), "reasons": _typed("reasons")},
    )


def deployments(settings: Settings) -> list[RunnerDeployment]:
    """What `serve` serves.  Each flow is found by its module's name, wherever the package is installed."""
    crons = (settings.poll_cron,) if settings.poll_cron else POLLS
    served = [
        watch.to_deployment(
            "watch",
            schedules=[Cron(cron, timezone=TIMEZONE) for cron in crons],
            tags=TAGS,
            entrypoint_type=EntrypointType.MODULE_PATH,
        ),
        ingest.to_deployment(
            "ingest",
            triggers=[discovered_trigger()],
            tags=TAGS,
            entrypoint_type=EntrypointType.MODULE_PATH,
        ),
        backfill.to_deployment("backfill", tags=TAGS, entrypoint_type=EntrypointType.MODULE_PATH),
        rebuild.to_deployment("rebuild", tags=TAGS, entrypoint_type=EntrypointType.MODULE_PATH),
    ]
    return [deployment for deployment in served if isinstance(deployment, RunnerDeployment)]
