"""Loading against bare DuckDB, memory, and publishing against copying, as ratios on one machine.

Times are of the processor, all threads together, so that what else runs does not count; publishing is mostly waiting
for the disk and is measured by the clock.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from tests.bench.synthetic import arrivals
from tests.warehouse.invented import NOON, RULES
from warehouse import catalogue, documents, load, staging
from warehouse.connect import build_path, locked, writing
from warehouse.ledger import loaded
from warehouse.plan import Plan, plan
from warehouse.publish import snapshot

ROOT = Path(__file__).parents[2]


def load_all(data_dir: Path, count: int) -> dict[str, float]:
    """Load synthetic releases batch by batch; what the processor took for it, and the most memory in MB."""
    seconds = 0.0
    early = 0.0
    done = 0
    for batch in arrivals(count):
        started = time.process_time()
        with writing(data_dir) as con:
            assert {one.outcome for one in load.load(con, batch, RULES, NOON)} == {"loaded"}
        seconds += time.process_time() - started
        done += len(batch)
        if done <= 5_000:
            early = memory_mb()
    return {"seconds": seconds, "early_mb": early, "most_mb": memory_mb()}


def bare(data_dir: Path, count: int) -> dict[str, float]:
    """The same Arrow tables from the same Python rows, upserted with bare DuckDB: no identity, checks or changes."""
    path = data_dir / "bare.duckdb"
    with duckdb.connect() as con:
        con.execute(f"attach '{path}' as fresh (storage_version 'v1.2.0')").fetchall()
    seconds = early = 0.0
    with duckdb.connect() as empty:
        catalogue.make_tables(empty)
        for at, batch in enumerate(arrivals(count), start=1):
            planned = plan(empty, {(str(one.url), one.sha256): one for one in batch}, RULES)
            started = time.process_time()
            with duckdb.connect(str(path)) as con:
                if not con.execute("from duckdb_tables()").fetchall():
                    catalogue.make_tables(con)
                con.execute("begin").fetchall()
                documents.record(con, [load._fetch(one) for one in batch])
                loaded(con, batch, rules_version=RULES, now=NOON)
                _upsert(con, planned)
                con.execute("commit").fetchall()
            seconds += time.process_time() - started
            if at * len(batch) <= 5_000:
                early = memory_mb()
    return {"seconds": seconds, "early_mb": early, "most_mb": memory_mb()}


def _upsert(con: duckdb.DuckDBPyConnection, planned: Plan) -> None:
    tables = staging.release_tables(planned.staged)
    tables["release_urls"] = staging.table_of(staging.URLS, planned.urls)
    tables["release_versions"] = staging.table_of(staging.VERSIONS, planned.versions)
    tables["pipeline.readings"] = staging.table_of(staging.READINGS, planned.readings)
    for name, table in tables.items():
        keys = [catalogue.KEYS[name]] if name in catalogue.KEYS else ["address", "sha256"]
        names = ", ".join(f'"{column}"' for column in table.column_names)
        times = ("", "") if name == "pipeline.readings" else (", first_seen_at, last_changed_at", ", $now, $now")
        updates = ", ".join(f'"{c}" = excluded."{c}"' for c in table.column_names if c not in keys)
        con.register("staged", table)
        con.execute(
            f"insert into {name} ({names}{times[0]}) select {names}{times[1]} from staged"
            f" on conflict ({', '.join(keys)}) do update set {updates}",
            {"now": NOON} if times[0] else {},
        ).fetchall()
        con.unregister("staged")


def memory_mb() -> float:
    """The most this process has had in memory, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(what: str, data_dir: Path, count: int) -> dict[str, float]:
    """Run a measurement in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.test_warehouse_bench", what, str(data_dir), str(count)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


@pytest.mark.bench
@pytest.mark.parametrize("count", [10_000, 100_000])
def test_loading_costs_at_most_twice_what_bare_duckdb_costs(tmp_path: Path, count: int) -> None:
    ours, theirs = measured("load_all", tmp_path, count), measured("bare", tmp_path, count)
    ratio = ours["seconds"] / theirs["seconds"]
    print(
        f"\nload {count} releases: {ours['seconds']:.1f} s, bare DuckDB {theirs['seconds']:.1f} s, ratio {ratio:.2f}"
        f" (at most 2); memory {ours['early_mb']:.0f} MB after 5,000 and {ours['most_mb']:.0f} MB at the end,"
        f" of bare DuckDB {theirs['early_mb']:.0f} and {theirs['most_mb']:.0f}"
    )
    assert ratio <= 2
    # What DuckDB keeps of its own file grows with the file, in either; nothing of ours may come on top.
    assert ours["most_mb"] - ours["early_mb"] < 1.5 * (theirs["most_mb"] - theirs["early_mb"]) + 100


@pytest.mark.bench
def test_publishing_costs_at_most_half_as_much_again_as_copying(tmp_path: Path) -> None:
    load_all(tmp_path, 10_000)
    copies, publishes = [], []
    for _ in range(7):
        started = time.perf_counter()
        _copied(build_path(tmp_path), tmp_path / "copy.duckdb")
        copies.append(time.perf_counter() - started)
        started = time.perf_counter()
        with locked(tmp_path):
            snapshot(tmp_path)
        publishes.append(time.perf_counter() - started)
    ratio = min(publishes) / min(copies)  # the least disturbed of each
    size = build_path(tmp_path).stat().st_size / 2**20
    ours, theirs = min(publishes), min(copies)
    print(f"\npublish {size:.0f} MB: {ours:.3f} s, copy {theirs:.3f} s, ratio {ratio:.2f} (at most 1.5)")
    assert ratio <= 1.5


def _copied(source: Path, target: Path) -> None:
    """Copy a file so that it is on disk."""
    target.unlink(missing_ok=True)
    shutil.copyfile(source, target)
    with target.open("rb") as file:
        os.fsync(file.fileno())


if __name__ == "__main__":
    what, folder, count = sys.argv[1:]
    print(json.dumps({"load_all": load_all, "bare": bare}[what](Path(folder), int(count))))
