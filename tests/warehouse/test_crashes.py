"""Real processes killed at random moments; the short form runs always, the long one with `make soak`."""

import random
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.crashing import arrivals
from tests.warehouse.dumps import facts_of
from tests.warehouse.invented import NOON, RULES
from warehouse import checks
from warehouse.connect import public_path, reading, writing
from warehouse.load import load
from warehouse.publish import publish

ROOT = Path(__file__).parents[2]


def started(part: str, data_dir: Path, count: int = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.warehouse.crashing", part, str(data_dir), str(count)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


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
        analyst = started(("reader", "vandal")[at % 2], data_dir)
        writer = started("writer", data_dir, count)
        assert writer.stdout is not None
        # The moment counts from the first thing done: before it only Python starts.
        writer.stdout.readline()
        time.sleep(moments.uniform(0, 0.6))
        for process in (writer, analyst):
            process.kill()
            process.communicate()
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
    writer = started("writer", data_dir, count)
    _, told = writer.communicate(timeout=600)
    assert writer.returncode == 0, told
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
    with writing(tmp_path) as con:
        load(con, [next(arrivals(1))], RULES, NOON)
    publish(tmp_path, now=NOON)
    reader, stayer = started("reader", tmp_path), started("stayer", tmp_path)
    assert stayer.stdout is not None
    assert stayer.stdout.readline() == "open\n"
    writer = started("writer", tmp_path, count)
    _, told = writer.communicate(timeout=3600)
    assert writer.returncode == 0, told
    for process in (reader, stayer):
        assert process.poll() is None, process.communicate()[1]
        process.kill()
    answers, complaints = reader.communicate()
    stayer.communicate()
    assert complaints == ""
    assert answers.count("read") > count
    with duckdb.connect(str(public_path(tmp_path)), read_only=True) as con:
        assert con.execute("select count(*) from releases").fetchall() == [(count,)]


def test_readers_never_fail_and_never_block_a_writer(tmp_path: Path) -> None:
    readers_beside_a_writer(tmp_path, 6)


@pytest.mark.soak
def test_readers_never_fail_beside_five_hundred_loads_and_publishes(tmp_path: Path) -> None:
    readers_beside_a_writer(tmp_path, 376)


def loaders_at_once(tmp_path: Path, processes: int, count: int) -> None:
    loaders = [started("writer", tmp_path / "together", count) for _ in range(processes)]
    for loader in loaders:
        _, told = loader.communicate(timeout=1200)
        assert loader.returncode == 0, told
    assert facts_of(tmp_path / "together") == expected(tmp_path, count)


def test_loaders_at_once_end_with_the_rows_of_one(tmp_path: Path) -> None:
    loaders_at_once(tmp_path, 3, 3)


@pytest.mark.soak
def test_eight_loaders_at_once_end_with_the_rows_of_one(tmp_path: Path) -> None:
    loaders_at_once(tmp_path, 8, 30)
