"""Real processes killed at random moments; the short form runs always, the long one with `make soak`."""

import random
import time
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from secrets import token_hex
from typing import Self

import duckdb
import pytest

from tests.warehouse.crashing import arrivals, play
from tests.warehouse.dumps import facts_of
from tests.warehouse.invented import NOON, RULES
from tests.warehouse.processes import processes
from warehouse import checks
from warehouse.connect import public_path, reading, writing
from warehouse.load import load
from warehouse.publish import publish


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A process that plays its part, and what it said."""

    process: ForkServerProcess
    log: Path

    @classmethod
    def started(cls, part: str, data_dir: Path, count: int = 0) -> Self:
        """Start one; its log stands beside the data folder."""
        data_dir.mkdir(exist_ok=True)
        log = data_dir.with_name(f"{part}-{token_hex(4)}.log")
        process = processes().Process(target=play, args=(part, data_dir, count, log))
        process.start()
        return cls(process=process, log=log)

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""

    def until_it_speaks(self, most_seconds: float = 120) -> None:
        give_up = time.monotonic() + most_seconds
        while not self.said() and self.process.is_alive() and time.monotonic() < give_up:
            time.sleep(0.005)

    def kill(self) -> None:
        self.process.kill()
        self.process.join()

    def ends_well(self, most_seconds: float) -> None:
        self.process.join(most_seconds)
        assert self.process.exitcode == 0, self.said()


def expected(tmp_path: Path, count: int) -> dict[str, list[object]]:
    """What one process that nobody kills ends with."""
    with writing(tmp_path / "alone") as con:
        for one in arrivals(count):
            load(con, [one], RULES, one.fetched_at)
    return facts_of(tmp_path / "alone")


def assert_published_is_sound(data_dir: Path) -> None:
    """The public file opens, and passes every check."""
    with reading(data_dir) as con:
        bad = [name for name, (severity, text) in checks.defined().items()
               if severity is not checks.Severity.WARNING and con.execute(text).fetchall()]  # fmt: skip
    assert bad == []


def killed_at_random(data_dir: Path, kills: int, count: int, seed: int) -> None:
    moments = random.Random(seed)
    for at in range(kills):
        analyst = Part.started(("reader", "vandal")[at % 2], data_dir)
        writer = Part.started("writer", data_dir, count)
        # The moment counts from the first thing done: before it only Python starts.
        writer.until_it_speaks()
        time.sleep(moments.uniform(0, 0.6))
        writer.kill()
        analyst.kill()
        if not public_path(data_dir).exists():
            continue
        if at % 2 == 0:
            assert_published_is_sound(data_dir)
        # A vandal may have left the file he had open in any state: the next publish has to mend that.
        publish(data_dir, now=NOON)
        assert_published_is_sound(data_dir)


def ends_as_if_never_killed(tmp_path: Path, kills: int, count: int) -> None:
    data_dir = tmp_path / "data"
    killed_at_random(data_dir, kills, count, seed=kills)
    Part.started("writer", data_dir, count).ends_well(600)
    assert facts_of(data_dir) == expected(tmp_path, count)
    assert_published_is_sound(data_dir)
    with reading(data_dir) as con:
        found = con.execute(
            "select count(*) from pipeline.row_changes where table_name = 'releases' and change = 'added'"
        ).fetchall()
        assert found == [(count,)]


def test_a_writer_killed_at_random_moments_loses_and_doubles_nothing(tmp_path: Path) -> None:
    ends_as_if_never_killed(tmp_path, kills=5, count=5)


@pytest.mark.soak
def test_a_writer_killed_two_hundred_times_loses_and_doubles_nothing(tmp_path: Path) -> None:
    ends_as_if_never_killed(tmp_path, kills=200, count=120)


def readers_beside_a_writer(tmp_path: Path, count: int) -> None:
    data_dir = tmp_path / "data"
    with writing(data_dir) as con:
        load(con, [next(arrivals(1))], RULES, NOON)
    publish(data_dir, now=NOON)
    reader, stayer = Part.started("reader", data_dir), Part.started("stayer", data_dir)
    stayer.until_it_speaks()
    assert stayer.said() == "open\n"
    Part.started("writer", data_dir, count).ends_well(3600)
    for part in (reader, stayer):
        assert part.process.is_alive(), part.said()
        part.kill()
    answers = reader.said().splitlines()
    assert set(answers[:-1]) == {"read"}
    assert len(answers) > count
    with duckdb.connect(str(public_path(data_dir)), read_only=True) as con:
        assert con.execute("select count(*) from releases").fetchall() == [(count,)]


def test_readers_never_fail_and_never_block_a_writer(tmp_path: Path) -> None:
    readers_beside_a_writer(tmp_path, 6)


@pytest.mark.soak
def test_readers_never_fail_beside_five_hundred_loads_and_publishes(tmp_path: Path) -> None:
    readers_beside_a_writer(tmp_path, 376)


def loaders_at_once(tmp_path: Path, number: int, count: int) -> None:
    loaders = [Part.started("writer", tmp_path / "together", count) for _ in range(number)]
    for loader in loaders:
        loader.ends_well(1200)
    assert facts_of(tmp_path / "together") == expected(tmp_path, count)


def test_loaders_at_once_end_with_the_rows_of_one(tmp_path: Path) -> None:
    loaders_at_once(tmp_path, 3, 3)


@pytest.mark.soak
def test_eight_loaders_at_once_end_with_the_rows_of_one(tmp_path: Path) -> None:
    loaders_at_once(tmp_path, 8, 30)
