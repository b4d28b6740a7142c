"""What a status means, and when we may come back."""

from datetime import UTC, datetime, timedelta

import pytest

from extract.answers import PENALTY, Forbidden, Interrupted, Locked, Unwell, penalty_of, problem, retry_after
from extract.errors import Blocked, Gone, Refused, TransportFailed
from extract.poll_memory import Penalty

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
URL = "https://probation.example/news/a"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("120", timedelta(seconds=120), id="seconds"),
        pytest.param("Mon, 23 Nov 2026 12:05:00 GMT", timedelta(minutes=5), id="a time"),
        pytest.param("Mon, 23 Nov 2026 11:00:00 GMT", timedelta(0), id="a time that is over"),
        pytest.param("99999999999999999999", timedelta(days=1), id="for ever is a day"),
        pytest.param("soon", None, id="words"),
        pytest.param("-5", None, id="less than nothing"),
        pytest.param("", None, id="empty"),
    ],
)
def test_retry_after_in_both_forms(written: str, expected: timedelta | None) -> None:
    assert retry_after({"retry-after": written}, NOW) == expected


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (404, {}, Gone),
        (410, {}, Gone),
        (403, {}, Forbidden),
        (405, {}, Forbidden),
        (429, {}, Blocked),
        (202, {"x-amzn-waf-action": "captcha"}, Blocked),
        (200, {"x-amzn-waf-action": "captcha"}, Blocked),
        (500, {}, Unwell),
        (503, {}, Unwell),
        (408, {}, TransportFailed),
        (401, {}, Locked),
        (400, {}, Refused),
        (206, {}, Refused),
        (200, {}, type(None)),
        (302, {}, type(None)),
        (304, {}, TransportFailed),
    ],
)
def test_every_status_has_a_name(status: int, headers: dict[str, str], expected: type) -> None:
    assert type(problem(status, headers, url=URL, now=NOW)) is expected


def test_304_is_well_where_conditions_were_sent() -> None:
    assert problem(304, {}, url=URL, now=NOW, is_conditional=True) is None


def test_a_host_that_turns_us_away_is_left_alone_as_long_as_it_says_or_ten_minutes() -> None:
    told = problem(429, {"retry-after": "30"}, url=URL, now=NOW)
    untold = problem(403, {}, url=URL, now=NOW)
    assert isinstance(told, Blocked)
    assert isinstance(untold, Blocked)
    assert told.until == NOW + timedelta(seconds=30)
    assert untold.until == NOW + PENALTY


def test_a_long_rest_asked_for_by_a_5xx_is_kept_and_a_short_one_is_not() -> None:
    def penalty(status: int, seconds: str) -> Penalty | None:
        return penalty_of(problem(status, {"retry-after": seconds}, url=URL, now=NOW), NOW)

    assert penalty(503, "300") == Penalty(until=NOW + timedelta(seconds=300), reason="it answered 503")
    assert penalty(503, "3") is None
    assert penalty(302, "300") is None
    assert penalty(404, "300") is None
    assert issubclass(Interrupted, TransportFailed)
