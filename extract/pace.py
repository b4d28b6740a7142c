"""One pace and one penalty a host for every process that shares a directory.  Knows nothing of requests.

A host has a lock and a small file beside it.  Whoever asks holds the lock until the answer's first bytes are there, so
that a host never has two requests of ours at once and never hears from us faster than the pace allows; the lock of a
killed process frees itself.
"""

import json
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from extract.errors import Blocked, TransportFailed

_LONGEST_WAIT_SECONDS = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    """When the host was last asked (seconds since 1970), until when it is left alone, and why."""

    asked: float = 0.0
    until: float = 0.0
    reason: str = ""


@dataclass(slots=True)
class Turn:
    """One request's turn.  Setting `until` and `reason` leaves the host alone from the moment the turn ends."""

    until: datetime | None = None
    reason: str = ""


class Pace:
    """The pace towards every host, kept in `directory`."""

    def __init__(
        self, directory: Path, *, now: Callable[[], float] = time.time, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._directory = directory
        self._now = now
        self._sleep = sleep
        directory.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def turn(self, host: str, *, wait_seconds: float, url: str) -> Iterator[Turn]:
        """Wait until `wait_seconds` have passed since the host was last asked by anyone, and hold it meanwhile.

        Raises Blocked while a penalty runs, TransportFailed when other processes keep the host for ten minutes.
        """
        try:
            with FileLock(self._file(host, "lock"), timeout=_LONGEST_WAIT_SECONDS):
                past = self._read(host)
                self._check(past, url)
                now = self._now()
                # A clock set back must not make us wait for hours.
                rest = min(past.asked + wait_seconds - now, wait_seconds)
                if rest > 0:
                    self._sleep(rest)
                turn = Turn()
                try:
                    yield turn
                finally:
                    until = past.until if turn.until is None else turn.until.timestamp()
                    self._write(host, _Past(asked=self._now(), until=until, reason=turn.reason or past.reason))
        except Timeout as error:
            raise TransportFailed(f"other processes have been asking {host} for ten minutes", url=url) from error

    def penalise(self, host: str, until: datetime, reason: str) -> None:
        """Let nobody ask a host before `until` (UTC).  Within a turn, set the turn's own fields instead."""
        with FileLock(self._file(host, "lock"), timeout=_LONGEST_WAIT_SECONDS):
            past = self._read(host)
            if until.timestamp() > past.until:
                self._write(host, _Past(asked=past.asked, until=until.timestamp(), reason=reason))

    def _check(self, past: _Past, url: str) -> None:
        if past.until > self._now():
            until = datetime.fromtimestamp(past.until, tz=UTC)
            raise Blocked(f"{past.reason}; left alone until {until:%Y-%m-%d %H:%M:%S} UTC", until=until, url=url)

    def _file(self, host: str, kind: str) -> Path:
        return self._directory / f"{re.sub(r'[^a-z0-9.-]', '_', host.lower())}.{kind}"

    def _read(self, host: str) -> _Past:
        try:
            kept = json.loads(self._file(host, "json").read_text(encoding="utf-8"))
            return _Past(asked=float(kept["asked"]), until=float(kept["until"]), reason=str(kept["reason"]))
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return _Past()

    def _write(self, host: str, past: _Past) -> None:
        path = self._file(host, "json")
        fresh = path.with_suffix(f".{os.getpid()}.tmp")
        fresh.write_text(json.dumps({"asked": past.asked, "until": past.until, "reason": past.reason}), "utf-8")
        fresh.replace(path)
