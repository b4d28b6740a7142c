"""Processes for the crash and concurrency tests: a writer that loads and publishes, analysts who read and write."""

import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from types import TracebackType

import duckdb

from tests.warehouse.invented import NOON, RULES, arrival, rows
from warehouse.connect import public_path, writing
from warehouse.load import load
from warehouse.publish import publish
from warehouse.rows import Arrival


def arrivals(count: int) -> Iterator[Arrival]:
    """Releases, every third of which comes again with another text."""
    for at in range(count):
        url = f"https://probation.example/news/place-{at}"
        yield arrival(rows(f"Place {at}", url=url), fetched_at=NOON + timedelta(minutes=at))
        if at % 3 == 2:
            changed = rows(f"Place {at - 1}", url=f"https://probation.example/news/place-{at - 1}", percent="33")
            yield arrival(changed, fetched_at=NOON + timedelta(days=1, minutes=at))


def writer(data_dir: Path, count: int) -> None:
    """Load and publish one release at a time, from the first not yet loaded; safe to kill and to start again."""
    with writing(data_dir, wait_seconds=120) as con:
        taken = set(con.execute("select url, sha256 from pipeline.readings").fetchall())
    for one in arrivals(count):
        if (one.url, one.sha256) in taken:
            continue
        with writing(data_dir, wait_seconds=120) as con:
            (loaded,) = load(con, [one], RULES, one.fetched_at)
        publish(data_dir, now=one.fetched_at, wait_seconds=120)
        print(loaded.outcome, flush=True)
    publish(data_dir, now=NOON, wait_seconds=120)


CONSISTENT = """
    select
        (select count(*) from releases) = (select count(*) from inspections)
        and (select count(*) from quotations) = 2 * (select count(*) from releases)
        and (select bool_and(holds) from evidence) is not false
"""


def reader(data_dir: Path, _: int) -> None:
    """Open, ask, close, for ever; ends in 1 when an answer is no consistent snapshot."""
    while True:
        if public_path(data_dir).exists():
            with duckdb.connect(str(public_path(data_dir)), read_only=True) as con:
                assert con.execute(CONSISTENT).fetchall() == [(True,)]
            print("read", flush=True)


def stayer(data_dir: Path, _: int) -> None:
    """Open once and stay connected."""
    with duckdb.connect(str(public_path(data_dir)), read_only=True) as con:
        before = con.execute("select count(*) from releases").fetchall()
        print("open", flush=True)
        while True:
            assert con.execute("select count(*) from releases").fetchall() == before
            time.sleep(0.2)


def vandal(data_dir: Path, _: int) -> None:
    """Open the public file for writing, spoil it, and wait to be killed."""
    path = public_path(data_dir)
    while not path.exists():
        time.sleep(0.05)
    while True:
        path.chmod(0o644)
        con = duckdb.connect(str(path))
        con.execute("create table if not exists mine as select 1 as one").fetchall()
        con.execute("delete from quotations").fetchall()
        print("spoilt", flush=True)
        time.sleep(60)


PARTS = {"writer": writer, "reader": reader, "stayer": stayer, "vandal": vandal}


def play(part: str, data_dir: Path, count: int, log: Path) -> None:
    """A process's whole life; what it says goes to `log`, what goes wrong with it too."""
    with log.open("w", encoding="utf-8") as sys.stdout, ExitStack() as at_its_end:
        at_its_end.push(_told)
        PARTS[part](data_dir, count)


def _told(kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
    """Write what ended the process into its log."""
    if error is not None:
        traceback.print_exception(error, file=sys.stdout)
