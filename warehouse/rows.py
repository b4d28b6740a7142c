"""Operational rows: what `flows/` hands to the warehouse and gets back from it.  Holds no behaviour."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from transform.rows import ReleaseRows


class Outcome(StrEnum):
    """What became of an address or a file; see docs/how-it-works.md."""

    LOADED = "loaded"
    UNCHANGED = "unchanged"
    NOT_A_RELEASE = "not_a_release"
    GONE = "gone"
    QUARANTINED = "quarantined"
    BLOCKED = "blocked"
    PENDING = "pending"
    FORGOTTEN = "forgotten"


class Reason(StrEnum):
    """Why an address is to be fetched."""

    NEW = "new"
    CHANGED = "changed"
    RETRY = "retry"
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A release as one document at one address tells it.

    `url` is canonical, null for a file that names none.  `sha256` is that of the bytes.  `captured_at` is null for a
    live page.  `status` is the HTTP status, 200 for a file.
    """

    url: str | None
    source: str
    sha256: str
    fetched_at: datetime
    captured_at: datetime | None
    status: int
    rows: ReleaseRows


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What became of one arrival: `loaded`, `unchanged`, `quarantined` or `forgotten`.

    `release_id` is null for the last two.  `version` counts the texts this release's best address has had.  `counts`
    has the rows of the release's current text by table.  `reason` is null unless it was quarantined.
    """

    url: str | None
    sha256: str
    outcome: Outcome
    release_id: str | None = None
    version: int | None = None
    counts: dict[str, int] = field(default_factory=dict)
    reason: str | None = None


class Sighted(Protocol):
    """What a sighting must have (`extract.records.Sighting` does)."""

    @property
    def url(self) -> str:
        """Canonical address."""
        ...

    @property
    def source(self) -> str:
        """Source that showed it."""
        ...

    @property
    def title(self) -> str | None:
        """Title, null where the place read does not say."""
        ...

    @property
    def published_on(self) -> date | None:
        """London date, null where the place read does not say."""
        ...

    @property
    def modified_at(self) -> datetime | None:
        """When the site says it changed, UTC; null where it does not say."""
        ...

    @property
    def fetch_url(self) -> str | None:
        """Where its bytes are when that is not `url`; else null."""
        ...

    @property
    def captured_at(self) -> datetime | None:
        """When an archive took its copy, UTC; null for a live page."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An address to fetch now, and why.  `fetch_url` is where its bytes are when that is not `url`."""

    url: str
    source: str
    reason: Reason
    fetch_url: str | None
    captured_at: datetime | None
    polls_pending: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """An address and its state: what is asked of its row in `pipeline.discoveries`."""

    url: str
    source: str
    state: str
    reason: str | None
    due_because: str | None
    published_on: date | None
    modified_at: datetime | None
    fetch_url: str | None
    captured_at: datetime | None
    attempts: int
    last_attempt_poll: str | None
    gone_at: datetime | None
    settled_at: datetime | None
    rules_version: str | None
    sha256: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """Something that could not be taken in.

    `name` is the bare name of a file, null for an address.  `sha256` is that of the kept bytes, null where none came.
    `stage` is that of the error (`fetch`, `layout`, `load`, `check`, `bug`, …); `detail` a traceback or null.
    """

    url: str | None
    name: str | None
    sha256: str | None
    source: str
    stage: str
    reason: str
    detail: str | None
    rules_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarantineRow:
    """A row of `pipeline.quarantine`: what was put there, with its id, since when, and how often."""

    quarantine_id: str
    url: str | None
    name: str | None
    sha256: str | None
    source: str
    stage: str
    reason: str
    detail: str | None
    rules_version: str
    quarantined_at: datetime
    last_tried_at: datetime
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """A document received: the row of `pipeline.documents`."""

    url: str | None
    final_url: str | None
    source: str
    sha256: str
    fetched_at: datetime
    captured_at: datetime | None
    status: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run that did something.  `state` is `completed` or `failed`; `reason` is null unless it failed."""

    run_id: str
    command: str
    source: str | None
    started_at: datetime
    ended_at: datetime
    state: str
    reason: str | None
    rules_version: str
    outcomes: dict[str, int]


class Severity(StrEnum):
    """What a check's finding does: quarantines its release, blocks publishing, or is told."""

    RELEASE = "release"
    BLOCKING = "blocking"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A row a check selected.  `release_id` and `row_id` are null where the check is about neither."""

    check_name: str
    severity: Severity
    release_id: str | None
    row_id: str | None
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What publishing did: `published`, `skipped` (nothing changed), `postponed` (too soon) or `blocked` (by checks).

    `path` of the file and `rows` by table are given when it was published; `findings` when it was blocked.
    """

    outcome: str
    path: Path | None = None
    rows: dict[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What forgetting removes: the release, its addresses, the SHA-256 of its bodies (for the raw store), rows.

    `ids` are every id it has had, `release_id` the one of now; null where it is not known.
    """

    release_id: str | None
    ids: tuple[str, ...]
    urls: tuple[str, ...]
    sha256s: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """A fact row added, changed or gone; `old` and `new` are its columns, null where it was not or is no more."""

    table_name: str
    row_id: str
    release_id: str | None
    change: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None
