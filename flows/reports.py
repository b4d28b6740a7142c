"""What a poll or a backfill came to, as the command, the artifacts and the exit status need it."""

from dataclasses import dataclass, field

from flows.alarms import alarms
from flows.results import Result, counted, sentence
from flows.runs import RunOf
from flows.steps_discover import Discovery
from warehouse.rows import Due, Published


@dataclass(slots=True, kw_only=True)
class Report:
    """Filled while the run goes on.

    `handed_over` are the addresses an event names, for another run to take in.  `would_fetch` is for a dry run.
    `is_idle` where another poll was at it and this one left it to that.
    """

    run: RunOf
    discoveries: list[Discovery] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    handed_over: list[Due] = field(default_factory=list)
    would_fetch: list[Due] = field(default_factory=list)
    published: Published | None = None
    is_idle: bool = False

    @property
    def alarms(self) -> list[str]:
        """Why the run has to fail; empty where it has not."""
        found = [discovery.alarm for discovery in self.discoveries if discovery.alarm]
        found += alarms(self.results)
        if self.published is not None and self.published.outcome == "blocked":
            names = sorted({finding.check_name for finding in self.published.findings})
            found.append(f"not published: {', '.join(names)} failed; see inspectorate check")
        return found

    @property
    def troubles(self) -> list[str]:
        """Why a source could not be seen for now."""
        return [f"{found.source}: {found.trouble}" for found in self.discoveries if found.trouble]

    def summary(self) -> str:
        """One line: what was seen, and what became of it."""
        if self.is_idle:
            return "another poll is running; nothing done"
        seen = sum(len(discovery.sightings) for discovery in self.discoveries)
        said = sentence(counted(self.results))
        if self.handed_over:
            handed = f"{len(self.handed_over)} handed to ingest"
            said = f"{said}, {handed}" if self.results else handed
        elif self.would_fetch and not self.results:
            said = f"{len(self.would_fetch)} not taken in yet"
        if self.troubles:
            # Of a source that gave no answer nobody knows whether it has something new.
            unseen = f"{len(self.troubles)} of {len(self.discoveries)} sources not reached"
            said = f"{said}, {unseen}" if self.results or self.handed_over or seen else unseen
        return f"{seen} seen: {said}"
