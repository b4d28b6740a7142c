"""Events of ours on a Prefect server: a nudge, never the record.  Nothing is sent where no server stays."""

import hashlib
from collections.abc import Iterable, Sequence

from prefect.events import emit_event

from flows.embedded import is_served
from flows.results import Result
from warehouse.publish import sha256_of
from warehouse.rows import Due, Outcome, Published

DISCOVERED = "inspectorate.releases.discovered"
LOADED = "inspectorate.release.loaded"
QUARANTINED = "inspectorate.release.quarantined"
PUBLISHED = "inspectorate.warehouse.published"


def discovered(source: str, dues: Sequence[Due]) -> None:
    """These addresses of a source are to be taken in; one event a poll and source."""
    _emit(
        DISCOVERED,
        f"inspectorate.source.{source}",
        {
            "source": source,
            "urls": [due.url for due in dues],
            "reasons": {due.url: str(due.reason) for due in dues},
        },
    )


def taken_in(results: Iterable[Result]) -> None:
    """One event a release that was loaded or quarantined."""
    for result in results:
        if result.outcome is Outcome.LOADED and result.release_id is not None:
            payload: dict[str, object] = {
                "release_id": result.release_id,
                "url": result.url,
                "version": result.version,
                "counts": result.counts,
            }
            _emit(LOADED, f"inspectorate.release.{result.release_id}", payload)
        elif result.outcome is Outcome.QUARANTINED:
            _emit(
                QUARANTINED,
                _resource(result),
                {"url": result.url, "stage": result.stage, "reason": result.reason},
            )


def published(snapshot: Published | None) -> None:
    """A new snapshot stands."""
    if snapshot is not None and snapshot.path is not None and is_served():
        _emit(PUBLISHED, "inspectorate.warehouse", {"sha256": sha256_of(snapshot.path), "rows": snapshot.rows})


def _resource(result: Result) -> str:
    if result.url is None:
        return f"inspectorate.document.{result.sha256 or hashlib.sha256(result.name.encode()).hexdigest()}"
    return f"inspectorate.url.{hashlib.sha256(result.url.encode()).hexdigest()}"


def _emit(event: str, resource: str, payload: dict[str, object]) -> None:
    if is_served():
        emit_event(event, resource={"prefect.resource.id": resource}, payload=payload)
