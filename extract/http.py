"""Asking the web: the one module that sends a request.  Does not read pages, and decides nothing about releases.

Politeness is not left to callers: allowed places, robots.txt, the pace of a host and its penalties are seen to for
every single request, each redirect and each robots.txt among them.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import urlsplit, urlunsplit

import httpx

from extract.answers import PENALTY, Locked, Unwell, is_redirect, penalty_of, problem
from extract.bodies import ACCEPTED, at_most, decoded, too_large, within
from extract.deadline import Clock
from extract.errors import Blocked, InspectorateError, Refused, TransportFailed
from extract.http_connections import connections, named, trusted
from extract.items import check_redirect
from extract.pace import Pace
from extract.places import check_address, check_place, next_hop, target_of
from extract.poll_memory import NotModified, Penalty, PollMemory, RobotsAnswer, Validators, is_fresh
from extract.records import MAX_BYTES, Document
from extract.retries import retried
from extract.robots import MAX_BYTES as ROBOTS_BYTES
from extract.robots import Robots, user_agent
from extract.urls import canonical, captured, host, place

if TYPE_CHECKING:
    from extract.sources.source import Source

MAX_REDIRECTS = 5
__all__ = ["Client", "NotModified"]
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """An answer whose head is there: from which address, and its body still to come."""

    url: str
    status: int
    headers: httpx.Headers
    pieces: Iterator[bytes]


class Client:
    """Fetches politely: allowed places only, robots.txt, a pace a host shared by every process that uses `pace_dir`.

    `contact` stands in the User-Agent.  `pace` (requests a second, 0 for none) replaces that of every source.
    `proxy` and `ca_bundle` are the only ways to change how the network is reached; the environment is not looked at.
    `retry_seconds` is the wait before the second of `attempts`; it doubles from there, with jitter.
    Use it in a `with`, and one for each thread.
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
        retry_seconds: float = 1.0,
    ) -> None:
        self.memory = memory if memory is not None else PollMemory()
        self._pace = Pace(pace_dir)
        self._pace_override = pace
        self._total_seconds = total_seconds
        self._attempts = attempts
        self._retry_seconds = retry_seconds
        self._rules: dict[str, tuple[datetime, Robots]] = {}
        self._clock = Clock()
        trust = trusted(ca_bundle)
        timeout = httpx.Timeout(read_seconds, connect=connect_seconds)
        headers = {"user-agent": user_agent(contact), "accept": "*/*", "accept-encoding": ACCEPTED}
        self._has_proxy = proxy is not None
        self._direct = connections(trust, None, timeout, headers, self._clock)
        self._usual = self._direct if proxy is None else connections(trust, proxy, timeout, headers, self._clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._direct.close()
        self._usual.close()

    def fetch(
        self, url: str, *, source: "Source", validators: Validators | None = None, max_bytes: int = MAX_BYTES
    ) -> Document | NotModified:
        """The page at an address, as received.

        `Document.url` is the canonical form of what was asked for (of an archive's address: of the original), and
        `captured_at` is set for an archive's copy.  NotModified comes only where validators were given.
        Raises Gone, Blocked, NotARelease (a redirect to a listing: a soft 404), TooLarge, Refused, TransportFailed.
        """
        capture = captured(url)
        address = capture.address if capture is not None else url
        self.rules_of(address, source)
        return self._retried(lambda: self._fetch_once(address, source, validators, max_bytes))

    def stream(self, url: str, *, source: "Source", total_seconds: float = 600.0) -> Iterator[bytes]:
        """The decompressed bytes of an archive's index as they come, without a limit but time.

        A stream that breaks off raises TransportFailed where it does; it is for the reader to say what that means.
        """
        self.rules_of(url, source)
        with ExitStack() as stack:
            answer = self._retried(lambda: stack.enter_context(self._answer(url, source, {}, total_seconds)))
            yield from answer.pieces

    def _fetch_once(
        self, url: str, source: "Source", validators: Validators | None, max_bytes: int
    ) -> Document | NotModified:
        with self._answer(
            url, source, validators.headers() if validators is not None else {}, self._total_seconds, max_bytes
        ) as answer:
            now = _now()
            if answer.status == 304:
                return NotModified(url=canonical(url), asked_at=now)
            check_redirect(url, answer.url)
            body = b"".join(within(answer.pieces, max_bytes, url=url))
        copy = captured(answer.url)
        return Document(
            url=canonical(url),
            final_url=answer.url,
            source=source.name,
            fetched_at=now,
            captured_at=copy.captured_at if copy is not None else None,
            status=answer.status,
            headers=tuple(
                (name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in answer.headers.raw
            ),
            body=body,
            sha256=hashlib.sha256(body).hexdigest(),
        )

    @contextmanager
    def _answer(
        self, url: str, source: "Source", headers: Mapping[str, str], seconds: float, max_bytes: int | None = None
    ) -> Iterator[_Answer]:
        """The answer after at most five redirects, each to an allowed place that robots.txt opens."""
        here = url
        for _ in range(MAX_REDIRECTS + 1):
            check_place(here, source)
            rules = self.rules_of(here, source)
            rules.check(here)
            with self._sent(here, source, headers, rules.delay_seconds, seconds) as (response, error):
                if not is_redirect(response.status_code):
                    if error is not None:
                        raise error
                    yield self._opened(here, response, max_bytes)
                    return
                here = next_hop(here, response.headers.get("location", ""), source)
        raise Refused(f"it redirects more than {MAX_REDIRECTS} times", url=url)

    def _opened(self, url: str, response: httpx.Response, max_bytes: int | None) -> _Answer:
        announced = response.headers.get("content-length", "")
        if max_bytes is not None and announced.isascii() and announced.isdigit() and int(announced[:20]) > max_bytes:
            raise too_large(max_bytes, url=url)
        raw = self._pieces(url, response)
        sent = raw if max_bytes is None else within(raw, max_bytes, url=url)
        pieces = decoded(sent, response.headers.get("content-encoding", ""), url=url)
        return _Answer(url=url, status=response.status_code, headers=response.headers, pieces=pieces)

    def _pieces(self, url: str, response: httpx.Response) -> Iterator[bytes]:
        # No size is given: httpx would gather pieces up to it, and the limits would be looked at too late.
        with named(url, self._clock):
            yield from response.iter_raw()

    @contextmanager
    def _sent(
        self, url: str, source: "Source", headers: Mapping[str, str], delay_seconds: float, seconds: float
    ) -> Iterator[tuple[httpx.Response, InspectorateError | None]]:
        """The head of the answer to one request and what is wrong with it; a host that turns us away is left alone."""
        name = host(url)
        self.memory.check_penalty(name, _now(), url)
        client = self._usual if source.connect_to is None else self._direct
        if source.connect_to is None and not self._has_proxy:
            check_address(url)
        target, extra = target_of(url, source)
        pace = source.pace if self._pace_override is None else self._pace_override
        wait_seconds = max(1.0 / pace if pace > 0 else 0.0, delay_seconds)
        with named(url, self._clock):
            request = client.build_request("GET", target, headers={**headers, **extra})
        with self._pace.turn(name, wait_seconds=wait_seconds, url=url) as turn, named(url, self._clock):
            self._clock.start(seconds)
            response = client.send(request, stream=True)
            at = _now()
            error = problem(response.status_code, response.headers, url=url, now=at, is_conditional=bool(headers))
            penalty = penalty_of(error, at)
            if penalty is not None:
                turn.until, turn.reason = penalty.until, penalty.reason
                self.memory.penalise(name, penalty)
        try:
            yield response, error
        finally:
            response.close()
            # A session of one visit would make the next answer depend on it.
            client.cookies.clear()

    def _retried(self, ask: Callable[[], _Result]) -> _Result:
        return retried(ask, attempts=self._attempts, wait_seconds=self._retry_seconds)

    def rules_of(self, url: str, source: "Source") -> Robots:
        """What the robots.txt of an address's place says, asked for at most once a day."""
        check_place(url, source)
        where = place(url)
        kept = self.memory.robots.get(where)
        if kept is None or not is_fresh(kept.asked_at, _now()):
            kept = self.memory.robots[where] = self._ask_robots(url, source)
        parsed = self._rules.get(where)
        if parsed is None or parsed[0] != kept.asked_at:
            parsed = self._rules[where] = (kept.asked_at, Robots(kept))
        return parsed[1]

    def _ask_robots(self, url: str, source: "Source") -> RobotsAnswer:
        parts = urlsplit(url)
        here = urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", ""))
        try:
            return self._retried(lambda: self._ask_robots_once(here, source))
        except (Unwell, Locked) as error:
            penalty = Penalty(
                until=_now() + PENALTY, reason=f"robots.txt: {error.reason}, which closes the place to us"
            )
            self._pace.penalise(host(url), penalty.until, penalty.reason)
            self.memory.penalise(host(url), penalty)
            raise Blocked(penalty.reason, until=penalty.until, url=url) from error

    def _ask_robots_once(self, url: str, source: "Source") -> RobotsAnswer:
        here = url
        for _ in range(MAX_REDIRECTS + 1):
            with self._sent(here, source, {}, 0.0, self._total_seconds) as (response, error):
                status = response.status_code
                if is_redirect(status):
                    here = next_hop(here, response.headers.get("location", ""), source)
                    continue
                if isinstance(error, Blocked | TransportFailed | Locked):
                    raise error
                # 404 and what else is not there opens the place.
                pieces = self._opened(here, response, None).pieces if status == 200 else iter(())
                text = at_most(pieces, ROBOTS_BYTES).decode("utf-8", errors="replace")
                return RobotsAnswer(status=status, text=text, asked_at=_now())
        # RFC 9309: a robots.txt that cannot be reached within five redirects counts as missing.
        return RobotsAnswer(status=404, text="", asked_at=_now())


def _now() -> datetime:
    return datetime.now(tz=UTC)
