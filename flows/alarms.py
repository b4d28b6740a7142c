"""What must not pass in silence: each alarm has a least number of cases, so that true data does not trip it."""

from collections.abc import Iterable, Sequence

from flows.results import Result
from warehouse.rows import Outcome

REDESIGN = "see docs/add-a-layout.md"
LEAST_DOCUMENTS = 20
QUARANTINED_SHARE = 0.1
LEAST_RELEASES = 200
# Far below what the gold releases have (nearly every one quotes somebody), so that only a broken rule falls under it.
FLOORS = {"quotations": 0.5, "metrics": 0.25, "inspections": 0.25}
_READ = frozenset({Outcome.LOADED, Outcome.UNCHANGED, Outcome.QUARANTINED})
_STANDING = frozenset({Outcome.LOADED, Outcome.UNCHANGED})


def alarms(results: Sequence[Result]) -> list[str]:
    """Every alarm these results give, in words; none for most runs."""
    return [*_bugs(results), *_quarantined(results), *_unfilled(results)]


def _bugs(results: Iterable[Result]) -> list[str]:
    return [f"{result.name}: {result.reason}" for result in results if result.is_bug]


def _quarantined(results: Iterable[Result]) -> list[str]:
    read = [result for result in results if result.sha256 is not None and result.outcome in _READ]
    bad = sum(result.outcome is Outcome.QUARANTINED for result in read)
    if len(read) < LEAST_DOCUMENTS or bad <= QUARANTINED_SHARE * len(read):
        return []
    return [f"{bad} of {len(read)} documents were quarantined, more than a tenth; if the site changed, {REDESIGN}"]


def _unfilled(results: Iterable[Result], least: int = LEAST_RELEASES) -> list[str]:
    standing = [result for result in results if result.outcome in _STANDING and result.counts]
    if len(standing) < least:
        return []
    found = []
    for table, floor in FLOORS.items():
        share = sum(bool(one.counts.get(table)) for one in standing) / len(standing)
        if share < floor:
            found.append(f"only {share:.0%} of {len(standing)} releases have a row in {table}, fewer than {floor:.0%}")
    return found
