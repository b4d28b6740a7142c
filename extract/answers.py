"""What a status and its headers mean: which outcome, and when we may come back.  Reads no body."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from extract.errors import Blocked, Gone, InspectorateError, Refused, TransportFailed
from extract.poll_memory import Penalty

PENALTY = timedelta(minutes=10)
"""How long a host that turned us away is left alone where it does not say: the edge's own penalty, seen 2026-11."""
PATIENCE = timedelta(seconds=30)
"""How long a Retry-After we wait out within a fetch; a longer one ends it and is kept."""
_LONGEST_PENALTY = timedelta(days=1)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TURNED_AWAY = {403: "forbidden", 405: "method not allowed", 429: "too many requests"}


class Interrupted(TransportFailed):
    """The connection failed or broke off: the next try may do better."""


class Locked(Refused):
    """It asks for a login (401)."""


class Forbidden(Blocked):
    """It turned away what we asked for (403, 405), and for all we know only that."""


class Unwell(TransportFailed):
    """The host answered 5xx.  `retry_after` is how long it asks us to wait, null where it does not say."""

    def __init__(self, reason: str, *, url: str, retry_after: timedelta | None) -> None:
        super().__init__(reason, url=url)
        self.retry_after = retry_after


def is_redirect(status: int) -> bool:
    """Whether a status sends us elsewhere."""
    return status in _REDIRECTS


def retry_after(headers: Mapping[str, str], now: datetime) -> timedelta | None:
    """How long a host asks us to wait, from either form of Retry-After; at most a day, at least nothing."""
    words = headers.get("retry-after", "").strip()
    if not words:
        return None
    if words.isascii() and words.isdigit():
        # Ten figures of seconds are centuries; more would not fit a timedelta.
        wait = timedelta(seconds=int(words[:10]))
    else:
        try:
            at = parsedate_to_datetime(words)
        except ValueError:
            return None
        wait = (at if at.tzinfo else at.replace(tzinfo=UTC)) - now
    return min(max(wait, timedelta(0)), _LONGEST_PENALTY)


def problem(
    status: int, headers: Mapping[str, str], *, url: str, now: datetime, is_conditional: bool = False
) -> InspectorateError | None:
    """What is wrong with an answer; None for 200, for a redirect, and for 304 where conditions were sent.

    A captcha comes with any status, 200 and 202 among them, in the header the archive's firewall sets (seen 2026-11).
    """
    wait = retry_after(headers, now)
    if (
        "captcha" in headers.get("x-amzn-waf-action", "").lower()
        or "captcha" in headers.get("cf-mitigated", "").lower()
    ):
        return Blocked("the host wants a captcha solved", until=now + (wait or PENALTY), url=url)
    if status in _TURNED_AWAY:
        until = now + (PENALTY if wait is None else wait)
        kind = Blocked if status == 429 else Forbidden
        return kind(f"it answered {status} ({_TURNED_AWAY[status]})", until=until, url=url)
    if status in {404, 410}:
        return Gone(f"it answered {status}: the page is not there", url=url)
    if status >= 500:
        return Unwell(f"it answered {status}", url=url, retry_after=wait)
    if status in {408, 425}:
        return TransportFailed(f"it answered {status}", url=url)
    if status == 401:
        return Locked("it answered 401: it asks for a login", url=url)
    if status == 304 and not is_conditional:
        return TransportFailed("it answered 304 (not modified) and nothing had been sent to compare with", url=url)
    if status in {200, 304} or is_redirect(status):
        return None
    return Refused(f"it answered {status}, which no page is served with", url=url)


def penalty_of(error: InspectorateError | None, now: datetime) -> Penalty | None:
    """How long an answer asks us to leave the host alone, if it does: turned away, or unwell for more than a moment."""
    if isinstance(error, Blocked):
        return Penalty(until=error.until, reason=error.reason)
    if isinstance(error, Unwell) and error.retry_after is not None and error.retry_after > PATIENCE:
        return Penalty(until=now + error.retry_after, reason=error.reason)
    return None
