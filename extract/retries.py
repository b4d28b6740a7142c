"""What is worth another try, and when.  Makes no request itself."""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import stamina
from stamina.instrumentation import RetryDetails, set_on_retry_hooks

from extract.answers import PATIENCE, Interrupted, Unwell

_Result = TypeVar("_Result")
_LONGEST_WAITS = 20
_log = logging.getLogger(__name__)


def _note(details: RetryDetails) -> None:
    _log.debug("asking again", extra={"because": str(details.caused_by), "wait_seconds": details.wait_for})


# stamina's own hook warns of every retry, and a warning is for what somebody must act on.
set_on_retry_hooks([_note])


def retried(ask: Callable[[], _Result], *, attempts: int, wait_seconds: float) -> _Result:
    """The result of asking, after at most so many tries, the waits between them doubling, with jitter.

    Raises the last try's error.  A broken connection and a 5xx are tried again; a page that is not there, a host that
    turns us away and an answer that took too long are not.
    """
    for attempt in stamina.retry_context(
        on=_worth_another_try,
        attempts=attempts,
        timeout=None,
        wait_initial=wait_seconds,
        wait_max=_LONGEST_WAITS * wait_seconds,
        wait_jitter=wait_seconds,
    ):
        with attempt:
            return ask()
    raise AssertionError("stamina raises the last error")


def _worth_another_try(error: Exception) -> bool | timedelta:
    if isinstance(error, Unwell) and error.retry_after is not None:
        return error.retry_after if error.retry_after <= PATIENCE else False
    return isinstance(error, Unwell | Interrupted)
