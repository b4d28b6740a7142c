"""A host hears from all our processes together no faster than the pace, and not at all during a penalty."""

import itertools
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extract.errors import Blocked
from extract.pace import Pace

URL = "https://probation.example/news/a"
HOST = "probation.example"
_TAKES_TURNS = """
import sys, time
from pathlib import Path
from extract.pace import Pace
pace = Pace(Path(sys.argv[1]))
for _ in range(4):
    with pace.turn("probation.example", wait_seconds=0.1, url="https://probation.example/"):
        print(time.time(), flush=True)
"""


def test_turns_of_one_process_keep_their_distance(tmp_path: Path) -> None:
    slept: list[float] = []
    now = [1000.0]
    pace = Pace(tmp_path, now=lambda: now[0], sleep=slept.append)
    with pace.turn(HOST, wait_seconds=1.0, url=URL):
        now[0] += 0.25
    now[0] += 0.5
    with pace.turn(HOST, wait_seconds=1.0, url=URL):
        pass
    with pace.turn("other.example", wait_seconds=1.0, url=URL):
        pass
    assert slept == [pytest.approx(0.5)]


def test_a_clock_set_back_costs_one_wait_at_most(tmp_path: Path) -> None:
    slept: list[float] = []
    now = [9_000_000.0]
    pace = Pace(tmp_path, now=lambda: now[0], sleep=slept.append)
    with pace.turn(HOST, wait_seconds=1.0, url=URL):
        now[0] = 1000.0
    now[0] = 900.0
    with pace.turn(HOST, wait_seconds=1.0, url=URL):
        pass
    assert slept == [pytest.approx(1.0)]


def test_two_processes_together_keep_the_pace(tmp_path: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", _TAKES_TURNS, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    times = sorted(float(line) for one in running for line in one.communicate(timeout=60)[0].split())
    assert len(times) == 8
    assert min(later - sooner for sooner, later in itertools.pairwise(times)) >= 0.099


def test_a_penalty_told_in_a_turn_stops_every_process_before_anybody_else_asks(tmp_path: Path) -> None:
    until = datetime.now(tz=UTC) + timedelta(minutes=10)
    with Pace(tmp_path).turn(HOST, wait_seconds=0.0, url=URL) as turn:
        turn.until, turn.reason = until, "it answered 429"
    other = Pace(tmp_path)
    with pytest.raises(Blocked, match="429; left alone until") as raised, other.turn(HOST, wait_seconds=0.0, url=URL):
        raise AssertionError("nobody's turn")
    assert raised.value.until == until
    with Pace(tmp_path).turn("other.example", wait_seconds=0.0, url=URL):
        pass


def test_a_penalty_ends_and_a_shorter_one_does_not_shorten_it(tmp_path: Path) -> None:
    now = [1_800_000_000.0]
    pace = Pace(tmp_path, now=lambda: now[0])
    start = datetime.fromtimestamp(now[0], tz=UTC)
    pace.penalise(HOST, start + timedelta(minutes=10), "a while")
    pace.penalise(HOST, start + timedelta(minutes=1), "less")
    now[0] += 599
    with pytest.raises(Blocked, match="a while"), pace.turn(HOST, wait_seconds=0.0, url=URL):
        raise AssertionError("nobody's turn")
    now[0] += 1
    with pace.turn(HOST, wait_seconds=0.0, url=URL):
        pass


def test_a_state_file_that_is_broken_counts_for_nothing(tmp_path: Path) -> None:
    (tmp_path / f"{HOST}.json").write_text("{", encoding="utf-8")
    with Pace(tmp_path).turn(HOST, wait_seconds=0.01, url=URL):
        pass
