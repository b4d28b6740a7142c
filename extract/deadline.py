"""The clock of one whole request, under httpx: its own timeouts are for one read each, and a drip never ends them.

Does not choose what to ask; `http.py` sets the clock before each request.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore


class Clock:
    """When the request under way has to be over, in `time.monotonic()` seconds."""

    def __init__(self) -> None:
        self.ends_at = float("inf")

    def start(self, seconds: float) -> None:
        """Give the next request so long."""
        self.ends_at = time.monotonic() + seconds

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return time.monotonic() >= self.ends_at

    def left(self, timeout: float | None) -> float:
        """The shorter of a timeout and what is left.  Raises ReadTimeout when nothing is."""
        rest = self.ends_at - time.monotonic()
        if rest <= 0:
            raise httpcore.ReadTimeout("the whole request took too long")
        return rest if timeout is None else min(rest, timeout)


class ClockedBackend(httpcore.NetworkBackend):
    """Connections none of whose steps goes past the clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """As the plain one."""
        stream = self._plain.connect_tcp(host, port, self._clock.left(timeout), local_address, socket_options)
        return _ClockedStream(stream, self._clock)

    def sleep(self, seconds: float) -> None:
        """As the plain one."""
        self._plain.sleep(seconds)


class _ClockedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, clock: Clock) -> None:
        self._stream = stream
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _ClockedStream(
            self._stream.start_tls(ssl_context, server_hostname, self._clock.left(timeout)), self._clock
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
