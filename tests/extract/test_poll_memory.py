"""What we remember of a site comes back as it was, and what cannot be read is left out."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from extract.errors import Blocked
from extract.poll_memory import (
    Penalty,
    Poll,
    PollMemory,
    Probe,
    RobotsAnswer,
    Validators,
    dumps,
    is_fresh,
    loads,
    validators_of,
)

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_memory_comes_back_as_it_was() -> None:
    memory = PollMemory(
        robots={"https://probation.example:443": RobotsAnswer(status=200, text="User-agent: *", asked_at=AT)},
        probes={"hale_news": Probe(way="rest", rest_base="news", asked_at=AT)},
        sitemaps_read_at={"hale_news": AT},
        validators={"https://probation.example/feed/": Validators(etag='"a"')},
        penalties={"probation.example": Penalty(until=AT, reason="it answered 429")},
        polls={"hale_news": Poll(polled_at=AT, good_at=None, way="rest", claimed_total=3, reason="—")},
    )
    assert loads(dumps(memory)) == memory


def test_what_cannot_be_read_is_left_out_and_the_rest_is_kept() -> None:
    kept = json.loads(dumps(PollMemory(probes={"hale_news": Probe(way="rest", rest_base=None, asked_at=AT)})))
    kept["probes"]["other"] = {"way": "rest"}
    kept["robots"] = {"place": {"status": 200, "text": "", "asked_at": "never"}}
    kept["penalties"] = 7
    assert list(loads(json.dumps(kept)).probes) == ["hale_news"]
    assert loads(json.dumps(kept)).robots == {}
    assert loads("{") == PollMemory()
    assert loads("[]") == PollMemory()


def test_answers_are_believed_for_a_day_and_never_from_the_future() -> None:
    assert is_fresh(AT, AT + timedelta(hours=23))
    assert not is_fresh(AT, AT + timedelta(hours=24))
    assert not is_fresh(AT, AT - timedelta(seconds=1))


def test_the_longer_penalty_stands() -> None:
    memory = PollMemory()
    memory.penalise("probation.example", Penalty(until=AT + timedelta(hours=1), reason="long"))
    memory.penalise("probation.example", Penalty(until=AT, reason="short"))
    with pytest.raises(Blocked, match="long"):
        memory.check_penalty("probation.example", AT, "https://probation.example/")
    memory.check_penalty("probation.example", AT + timedelta(hours=1), "https://probation.example/")


def test_validators_are_those_the_site_sent() -> None:
    found = validators_of((("etag", '"a"'), ("content-type", "text/html")))
    assert found == Validators(etag='"a"')
    assert found.headers() == {"if-none-match": '"a"'}
    assert not validators_of(())
