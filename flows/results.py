"""What became of each address or file of a run, and what a person is told of it.  Decides no outcome itself."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from warehouse.rows import Outcome

# Exit 0 when a person named the address; see docs/how-it-works.md, "Outcomes".
_DONE = frozenset({Outcome.LOADED, Outcome.UNCHANGED})
STAYS_OUT = "was forgotten and stays out"
_UNWRITTEN = {"read": "not read", "refused": "refused"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The outcome of one address or file.

    `name` is the address, or the file's bare name.  `reason` and `stage` are null where it was loaded or unchanged;
    `sha256` where no bytes came; `release_id` where it stands in no release.  `detail` is a traceback of a bug of ours.
    `published_on` is set for what lies outside the dates asked for.
    """

    name: str
    url: str | None
    source: str
    outcome: Outcome
    reason: str | None = None
    stage: str | None = None
    sha256: str | None = None
    release_id: str | None = None
    version: int | None = None
    counts: dict[str, int] = field(default_factory=dict)
    detail: str | None = None
    published_on: date | None = None

    @property
    def is_bug(self) -> bool:
        """Whether our own code failed on it."""
        return self.stage == "bug"

    @property
    def said(self) -> str:
        """The outcome as a person is told it: what never became a document or an address of ours has none."""
        return _UNWRITTEN.get(self.stage or "", str(self.outcome))

    def line(self) -> str:
        """One line for a person: the name, the outcome, and why or how much."""
        if self.reason:
            return f"{self.name}: {self.said}: {self.reason}"
        rows = ", ".join(f"{count} {table}" for table, count in self.counts.items() if count and table != "releases")
        return f"{self.name}: {self.outcome}" + (f" ({rows})" if rows else "")


def counted(results: Iterable[Result]) -> dict[str, int]:
    """How many results have each outcome, in the order of the outcomes."""
    found = Counter(result.said for result in results)
    return {said: found[said] for said in (*map(str, Outcome), *_UNWRITTEN.values()) if found[said]}


def sentence(counts: dict[str, int]) -> str:
    """`3 loaded, 1 gone`; `nothing new` where there is none."""
    return ", ".join(f"{count} {outcome.replace('_', ' ')}" for outcome, count in counts.items()) or "nothing new"


def exit_status(results: Iterable[Result], *, named: bool) -> int:
    """The exit status of a command.  `named` is whether a person named each address or file; a poll forgives more."""
    results = list(results)
    if any(result.is_bug for result in results):
        return 1
    return int(named and any(result.outcome not in _DONE for result in results))
