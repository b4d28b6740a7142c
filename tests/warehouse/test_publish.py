import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.invented import NOON, RULES, arrival, rows
from warehouse import publish as publishing
from warehouse.connect import build_path, public_path, reading, writing
from warehouse.errors import PublishRefused
from warehouse.load import load
from warehouse.publish import publish, sha256_of

OLD_PYTHON = Path(__file__).parents[2] / ".venv-duckdb-1.2" / "bin" / "python"


def load_one(data_dir: Path, place: str = "Saltmarsh", percent: str = "28") -> None:
    with writing(data_dir) as con:
        one = rows(place, url=f"https://probation.example/news/{place.lower()}", percent=percent)
        (result,) = load(con, [arrival(one)], RULES, NOON)
        assert result.outcome == "loaded"


def releases(data_dir: Path) -> int:
    with reading(data_dir) as con:
        return int(con.execute("select count(*) from releases").fetchall()[0][0])


def test_what_is_loaded_is_published_and_once(data_dir: Path) -> None:
    load_one(data_dir)
    published = publish(data_dir, now=NOON)
    assert (published.outcome, published.rows["releases"], published.rows["quotations"]) == ("published", 1, 2)
    assert published.path == public_path(data_dir)
    assert sha256_of(public_path(data_dir)) == sha256_of(build_path(data_dir))
    assert public_path(data_dir).stat().st_mode & 0o777 == 0o444
    before = public_path(data_dir).stat()
    assert publish(data_dir, now=NOON).outcome == "skipped"
    assert public_path(data_dir).stat() == before
    with writing(data_dir) as con:
        load(con, [arrival(rows())], RULES, NOON)
    assert publish(data_dir, now=NOON).outcome == "skipped"


def test_long_backfills_publish_at_most_every_thirty_seconds(data_dir: Path) -> None:
    load_one(data_dir)
    assert publish(data_dir, now=NOON, at_most_every_seconds=30).outcome == "published"
    load_one(data_dir, "Thornbury")
    soon = NOON + timedelta(seconds=29)
    assert publish(data_dir, now=soon, at_most_every_seconds=30).outcome == "postponed"
    assert publish(data_dir, now=soon).outcome == "published"


def test_an_error_across_releases_keeps_the_old_snapshot(data_dir: Path) -> None:
    load_one(data_dir)
    publish(data_dir, now=NOON)
    load_one(data_dir, "Thornbury")
    with writing(data_dir) as con:
        con.execute("update doubts set release_id = 'nobody'").fetchall()
        con.execute("insert into pipeline.release_aliases values ('old', 'nobody', now())").fetchall()
    blocked = publish(data_dir, now=NOON)
    assert blocked.outcome == "blocked"
    assert {finding.check_name for finding in blocked.findings} == {"references_resolve"}
    assert releases(data_dir) == 1


ANALYST = """
import os, signal, sys, duckdb
con = duckdb.connect(sys.argv[1])
con.execute("create table mine as select 1 as one")
con.execute("delete from quotations")
print("written", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_an_analyst_killed_with_the_file_open_for_writing_spoils_nothing(data_dir: Path) -> None:
    load_one(data_dir)
    publish(data_dir, now=NOON)
    public_path(data_dir).chmod(0o644)
    subprocess.run([sys.executable, "-c", ANALYST, str(public_path(data_dir))], check=False, capture_output=True)
    assert Path(f"{public_path(data_dir)}.wal").exists()
    assert publish(data_dir, now=NOON).outcome == "published"
    assert not Path(f"{public_path(data_dir)}.wal").exists()
    with reading(data_dir) as con:
        assert con.execute("select count(*) from quotations").fetchall() == [(2,)]
        assert con.execute("select count(*) from duckdb_tables() where table_name = 'mine'").fetchall() == [(0,)]


def test_a_file_an_analyst_wrote_to_is_replaced(data_dir: Path) -> None:
    load_one(data_dir)
    publish(data_dir, now=NOON)
    public_path(data_dir).chmod(0o644)
    with duckdb.connect(str(public_path(data_dir))) as con:
        con.execute("delete from quotations").fetchall()
    assert publish(data_dir, now=NOON).outcome == "published"
    assert releases(data_dir) == 1


def test_leftovers_of_killed_publishers_are_swept(data_dir: Path) -> None:
    load_one(data_dir)
    leftover = data_dir / "inspectorate.duckdb.tmp.abc"
    leftover.write_bytes(b"half")
    publish(data_dir, now=NOON)
    assert not leftover.exists()


def test_a_reader_keeps_the_snapshot_it_opened(data_dir: Path) -> None:
    load_one(data_dir)
    publish(data_dir, now=NOON)
    with reading(data_dir) as con:
        load_one(data_dir, "Thornbury")
        assert publish(data_dir, now=NOON).outcome == "published"
        assert con.execute("select count(*) from releases").fetchall() == [(1,)]
    assert releases(data_dir) == 2


def test_a_copy_that_does_not_open_is_named(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_one(data_dir)
    publish(data_dir, now=NOON)

    def spoiled(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:5000])

    load_one(data_dir, "Thornbury")
    monkeypatch.setattr(shutil, "copyfile", spoiled)
    with pytest.raises(PublishRefused, match="does not open"):
        publish(data_dir, now=NOON)
    assert releases(data_dir) == 1
    assert [path.name for path in data_dir.glob("*.tmp.*")] == []


READ_ALL = """
import sys, duckdb
assert duckdb.__version__.startswith("1.2."), duckdb.__version__
con = duckdb.connect(sys.argv[1], read_only=True)
names = con.execute("select schema_name, table_name from duckdb_tables() where not internal union all"
                    " select schema_name, view_name from duckdb_views() where not internal").fetchall()
for schema, name in names:
    rows = con.execute(f'select * from {schema}.{name}').fetchall()
    print(f"{schema}.{name}", len(rows))
print("found", len(con.execute("select * from search_quotations('staff HARD')").fetchall()))
print("holds", con.execute("select bool_and(holds) from evidence").fetchall()[0][0])
print("id", con.execute("select current_release_id('x')").fetchall()[0][0])
print("comments", con.execute("select count(*) from duckdb_columns() where not internal and comment is null"
                              " and schema_name in ('main', 'pipeline')").fetchall()[0][0])
"""


def read_by_duckdb_1_2(path: Path) -> dict[str, str]:
    """What DuckDB 1.2, in an environment of its own, reads in a file."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    command = [str(OLD_PYTHON), "-c", READ_ALL, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr[:2000]
    return dict(line.rsplit(" ", 1) for line in done.stdout.splitlines())


def test_duckdb_1_2_reads_every_table_view_and_macro(data_dir: Path) -> None:
    load_one(data_dir)
    publish(data_dir, now=NOON)
    told = read_by_duckdb_1_2(public_path(data_dir))
    assert told["main.quotations"] == "2"
    assert (told["found"], told["holds"], told["id"], told["comments"]) == ("1", "True", "x", "0")


def test_duckdb_1_2_reads_a_file_that_was_written_to_many_times(demo_dir: Path) -> None:
    told = read_by_duckdb_1_2(public_path(demo_dir))
    assert int(told["main.releases"]) >= 40
    assert (told["holds"], told["comments"]) == ("True", "0")


def test_publishing_leaves_the_build_database_usable(data_dir: Path) -> None:
    load_one(data_dir)
    publishing.publish(data_dir, now=NOON)
    load_one(data_dir, "Thornbury")
    assert build_path(data_dir).exists()


def test_what_an_earlier_version_wrote_down_of_its_publish_is_read(data_dir: Path) -> None:
    load_one(data_dir)
    publish(data_dir, now=NOON)
    told = data_dir / "pipeline" / "published.json"
    told.write_text(json.dumps(json.loads(told.read_text()) | {"sha256": "0" * 64}))
    assert publish(data_dir, now=NOON).outcome == "skipped"
