from datetime import UTC, datetime, timedelta

from extract.poll_memory import Penalty, Poll, PollMemory, RobotsAnswer
from flows.poll_state import keep, poll_memory, remembered

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
PLACE = "https://probation.example:443"


def _robots(at):
    return RobotsAnswer(status=200, text="", asked_at=at)


def test_what_a_poll_learnt_is_there_on_the_next(tmp_path):
    with poll_memory(tmp_path) as memory:
        memory.polls["hale_news"] = Poll(polled_at=NOON, good_at=NOON, way="rest", claimed_total=3)
    assert remembered(tmp_path).polls == {"hale_news": Poll(polled_at=NOON, good_at=NOON, way="rest", claimed_total=3)}


def test_two_processes_keep_the_later_answer_of_both(tmp_path):
    ours, theirs = remembered(tmp_path), remembered(tmp_path)
    ours.robots[PLACE] = _robots(NOON)
    theirs.robots[PLACE] = _robots(NOON + timedelta(hours=1))
    theirs.penalties["probation.example"] = Penalty(until=NOON + timedelta(minutes=10), reason="429")
    keep(tmp_path, theirs)
    keep(tmp_path, ours)
    found = remembered(tmp_path)
    assert found.robots[PLACE].asked_at == NOON + timedelta(hours=1)
    assert found.penalties["probation.example"].reason == "429"


def test_a_penalty_outlives_a_run_that_fails(tmp_path):
    class Stopped(Exception):
        pass

    try:
        with poll_memory(tmp_path) as memory:
            memory.penalties["probation.example"] = Penalty(until=NOON, reason="429")
            raise Stopped
    except Stopped:
        pass
    assert remembered(tmp_path).penalties["probation.example"].until == NOON


def test_a_broken_file_is_as_good_as_none(tmp_path):
    (tmp_path / "polls.json").write_text("{ half")
    assert remembered(tmp_path) == PollMemory()


def test_nothing_new_leaves_the_file_alone_and_no_leftovers(tmp_path):
    keep(tmp_path, PollMemory(robots={PLACE: _robots(NOON)}))
    before = (tmp_path / "polls.json").stat().st_mtime_ns
    keep(tmp_path, remembered(tmp_path))
    assert (tmp_path / "polls.json").stat().st_mtime_ns == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["polls.json", "polls.lock"]
