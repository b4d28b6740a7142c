"""Reading one document as the pipeline would, without a warehouse: the outcome, and the rows where there are any."""

from dataclasses import dataclass

from extract.errors import InspectorateError, NotARelease
from extract.layouts import read_document
from extract.records import Document
from transform.derive import derive
from transform.rows import ReleaseRows


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of a document.  `outcome` is `loaded` (it would be), `not_a_release` or `quarantined`; `reason` is
    null with `loaded`, and `rows` is null without it.
    """

    outcome: str
    reason: str | None
    rows: ReleaseRows | None


def reading(document: Document) -> Reading:
    """Read and derive one document; a page that is not taken in gives its outcome and reason, not an error."""
    try:
        return Reading(outcome="loaded", reason=None, rows=derive(read_document(document)))
    except NotARelease as other:
        return Reading(outcome="not_a_release", reason=other.reason, rows=None)
    except InspectorateError as wrong:
        return Reading(outcome="quarantined", reason=wrong.reason, rows=None)
