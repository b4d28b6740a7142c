"""The sample site's own log of what was asked of it, for tests in the same process and as JSON lines for others."""

import json
import threading
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request: when it came (UTC, and on a clock that never jumps), what it asked, what was answered."""

    at: datetime
    clock_seconds: float
    method: str
    host: str
    path: str
    status: int
    fault: str | None
    user_agent: str
    headers: dict[str, str]


class RequestLog:
    """Requests in the order in which they came; `file` gets each as a line of JSON, where one is given."""

    def __init__(self, file: Path | None = None) -> None:
        self._asked: list[Asked] = []
        self._lock = threading.Lock()
        self._file = file
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)

    def add(
        self,
        *,
        at: datetime,
        clock_seconds: float,
        method: str,
        host: str,
        path: str,
        status: int,
        fault: str | None,
        headers: dict[str, str],
    ) -> None:
        """Writes one request down."""
        asked = Asked(
            at=at,
            clock_seconds=clock_seconds,
            method=method,
            host=host,
            path=path,
            status=status,
            fault=fault,
            user_agent=headers.get("user-agent", ""),
            headers=headers,
        )
        with self._lock:
            self._asked.append(asked)
            if self._file is not None:
                with self._file.open("a", encoding="utf-8") as out:
                    out.write(json.dumps({**asdict(asked), "at": at.isoformat()}) + "\n")

    def all(self, *, host: str | None = None, path: str | None = None) -> list[Asked]:
        """What was asked so far, in order; of one host, or under one path, where these are given."""
        with self._lock:
            return [
                asked
                for asked in self._asked
                if (host is None or asked.host == host) and (path is None or asked.path.startswith(path))
            ]

    def clear(self) -> None:
        """Forgets what was asked; the file keeps it."""
        with self._lock:
            self._asked.clear()


def now() -> tuple[datetime, float]:
    """The time of a request, on both clocks."""
    return datetime.now(UTC), time.monotonic()
