"""What we remember of a site between polls, so that a poll costs it no more than it must.  Writes no file itself.

`flows/poll_state.py` keeps it as `polls.json`.  Everything here may be lost: the next poll then asks once more.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from extract.errors import Blocked

_Record = TypeVar("_Record")

KEPT_FOR = timedelta(days=1)
"""How long an answer about robots.txt, and what a probe found, is believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What makes the next request for an address a conditional one; each null where the site did not send it."""

    etag: str | None = None
    last_modified: str | None = None

    def __bool__(self) -> bool:
        return self.etag is not None or self.last_modified is not None

    def headers(self) -> dict[str, str]:
        """The headers of a conditional request."""
        sent = {"if-none-match": self.etag, "if-modified-since": self.last_modified}
        return {name: value for name, value in sent.items() if value is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The site says an address has not changed since the validators that were sent (304)."""

    url: str
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsAnswer:
    """What a place answered for its robots.txt: status, words (empty where there is no file), when (UTC)."""

    status: int
    text: str
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """By which way a source can be listed; `rest_base` is null unless that is `rest`."""

    way: str
    rest_base: str | None
    asked_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """Until when (UTC) a host is left alone, and why."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """When a source was last asked for news (UTC), when last well, and what it said then."""

    polled_at: datetime
    good_at: datetime | None = None
    way: str | None = None
    claimed_total: int | None = None
    reason: str | None = None


@dataclass(slots=True, kw_only=True)
class PollMemory:
    """Answers with their age, until somebody writes them down.

    `robots` are by place, `probes`, `sitemaps_read_at` and `polls` by source name, `validators` by address and
    `penalties` by host.
    """

    robots: dict[str, RobotsAnswer] = field(default_factory=dict)
    probes: dict[str, Probe] = field(default_factory=dict)
    sitemaps_read_at: dict[str, datetime] = field(default_factory=dict)
    validators: dict[str, Validators] = field(default_factory=dict)
    penalties: dict[str, Penalty] = field(default_factory=dict)
    polls: dict[str, Poll] = field(default_factory=dict)

    def penalise(self, host: str, penalty: Penalty) -> None:
        """Leave a host alone until the later of what is known and this."""
        known = self.penalties.get(host)
        if known is None or known.until < penalty.until:
            self.penalties[host] = penalty

    def check_penalty(self, host: str, now: datetime, url: str) -> None:
        """Nothing, where no penalty runs for this host.  Raises Blocked, with its end."""
        known = self.penalties.get(host)
        if known is not None and known.until > now:
            reason = f"{known.reason}; left alone until {known.until:%Y-%m-%d %H:%M:%S} UTC"
            raise Blocked(reason, until=known.until, url=url)


def validators_of(headers: Iterable[tuple[str, str]]) -> Validators:
    """What an answer's headers (of `Document.headers`) offer for the next request."""
    found = dict(headers)
    return Validators(etag=found.get("etag"), last_modified=found.get("last-modified"))


def is_fresh(asked_at: datetime, now: datetime) -> bool:
    """Whether an answer of then still counts; one from the future, after a clock was set back, does not."""
    return timedelta(0) <= now - asked_at < KEPT_FOR


def dumps(memory: PollMemory) -> str:
    """The memory as the text of `polls.json`."""
    return json.dumps(asdict(memory), default=_iso, ensure_ascii=False, indent=1, sort_keys=True)


def loads(text: str) -> PollMemory:
    """The memory from the text of `polls.json`; what another version wrote and cannot be read here is left out."""
    try:
        kept = json.loads(text)
    except ValueError:
        return PollMemory()
    if not isinstance(kept, dict):
        return PollMemory()
    return PollMemory(
        robots=_records(kept.get("robots"), RobotsAnswer),
        probes=_records(kept.get("probes"), Probe),
        sitemaps_read_at={name: at for name, at in _dated(kept.get("sitemaps_read_at")).items() if at is not None},
        validators=_records(kept.get("validators"), Validators),
        penalties=_records(kept.get("penalties"), Penalty),
        polls=_records(kept.get("polls"), Poll),
    )


def _iso(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    raise TypeError(f"{value!r} has no place in polls.json")


def _records(kept: object, record: type[_Record]) -> dict[str, _Record]:
    """The entries of one table that can be read as this record."""
    found: dict[str, _Record] = {}
    for key, values in _table(kept).items():
        try:
            found[key] = record(**{name: _value(name, value) for name, value in _table(values).items()})
        except (TypeError, ValueError):
            continue
    return found


def _dated(kept: object) -> dict[str, Any]:
    return {key: _value("_at", value) for key, value in _table(kept).items() if isinstance(value, str)}


def _table(kept: object) -> dict[str, Any]:
    return kept if isinstance(kept, dict) else {}


def _value(name: str, value: Any) -> Any:
    """A value as the record has it: what is named as an instant is read as one."""
    if value is not None and (name.endswith("_at") or name == "until"):
        return datetime.fromisoformat(value)
    return value
