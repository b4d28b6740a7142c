"""A run: who claims, since when, under which rules.  Written down only where it did something."""

import os
import socket
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from flows import processes
from flows.results import Result, counted
from flows.rules_version import rules_version
from flows.settings import Settings
from warehouse.connect import writing
from warehouse.documents import record_run
from warehouse.rows import Run


def now() -> datetime:
    """The instant, in UTC."""
    return datetime.now(UTC)


def _by() -> str:
    """Who claims: host, process, the time it started, and a number of its own."""
    return f"{socket.gethostname()}/{os.getpid()}/{processes.started(os.getpid())}/{uuid.uuid4().hex[:12]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOf:
    """The run of one command or flow.  `by` stands in the claims it holds; `command` is the command's name."""

    command: str
    source: str | None = None
    by: str = field(default_factory=_by)
    started_at: datetime = field(default_factory=now)

    @property
    def run_id(self) -> str:
        """The last part of `by`: the run's row and its polls are known by it."""
        return self.by.rpartition("/")[2]

    def claimed_until(self, settings: Settings) -> datetime:
        """Until when a claim made now holds."""
        return now() + timedelta(minutes=settings.claim_minutes)

    def write_down(self, settings: Settings, results: list[Result], *, failed: str | None = None) -> None:
        """Note the run in `pipeline.runs`, unless it did nothing and did not fail."""
        if not results and failed is None:
            return
        run = Run(
            run_id=self.run_id,
            command=self.command,
            source=self.source,
            started_at=self.started_at,
            ended_at=now(),
            state="failed" if failed else "completed",
            reason=failed,
            rules_version=rules_version(),
            outcomes=counted(results),
        )
        with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
            record_run(con, run)
