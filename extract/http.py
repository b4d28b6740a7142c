"""Asking the web: the one module that opens a connection."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from extract.poll_memory import PollMemory, Validators
from extract.records import Document

if TYPE_CHECKING:
    from extract.sources.source import Source

MAX_BYTES = 10 * 1024 * 1024
"""A release may have this many bytes, as sent and once decompressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The site says an address has not changed since the validators that were sent (304)."""

    url: str
    asked_at: datetime


class Client:
    """Fetches politely: allowed places only, robots.txt, a pace a host shared by every process that uses `pace_dir`.

    `contact` stands in the User-Agent.  `pace` (requests a second) goes before every source's own; null leaves theirs.
    `proxy` and `ca_bundle` are the only ways to change how the network is reached; the environment is not looked at.
    """

    def __init__(
        self,
        *,
        contact: str | None,
        pace_dir: Path,
        memory: PollMemory | None = None,
        pace: float | None = None,
        proxy: str | None = None,
        ca_bundle: Path | None = None,
        connect_seconds: float = 10.0,
        read_seconds: float = 30.0,
        total_seconds: float = 120.0,
        attempts: int = 3,
    ) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        raise NotImplementedError

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        raise NotImplementedError

    def fetch(
        self, url: str, *, source: "Source", validators: Validators | None = None, max_bytes: int = MAX_BYTES
    ) -> Document | NotModified:
        """The page at an address, as received.

        `Document.url` is the canonical form of what was asked for (of an archive's address: of the original), and
        `captured_at` is set for an archive's copy.  NotModified comes only where validators were given.
        Raises Gone, Blocked, NotARelease (a redirect to a listing: a soft 404), TooLarge, Refused, TransportFailed.
        """
        raise NotImplementedError

    def stream(self, url: str, *, source: "Source") -> Iterator[bytes]:
        """The decompressed bytes of an archive's index as they come, without a limit but time."""
        raise NotImplementedError
