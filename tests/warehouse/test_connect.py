import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from warehouse.connect import build_path, reading, reading_build, writing
from warehouse.database import create
from warehouse.errors import NewerWarehouse, NoWarehouse, WarehouseBusy


def test_a_wait_that_ends_names_the_process_that_holds_the_lock(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from warehouse.connect import writing\n"
        "with writing(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(WarehouseBusy, match=str(holder.pid)) as told, writing(tmp_path, wait_seconds=0.2):
            pass
        assert told.value.pid == holder.pid
        holder.kill()
    with writing(tmp_path, wait_seconds=5):
        assert (tmp_path / "pipeline" / "build.lock.pid").read_text().strip() == str(os.getpid())


def test_the_files_storage_version_is_one_duckdb_1_2_reads(tmp_path: Path) -> None:
    with writing(tmp_path) as con:
        tags = con.execute("select tags from duckdb_databases() where database_name = current_database()").fetchall()
    assert tags[0][0]["storage_version"].startswith("v1.2.0")


def test_nothing_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(NoWarehouse, match="nothing has been published"), reading(tmp_path):
        pass
    with pytest.raises(NoWarehouse, match="nothing has been loaded"), reading_build(tmp_path):
        pass
    assert not build_path(tmp_path).exists()


def test_opening_and_closing_leaves_bytes_and_time_alone(tmp_path: Path) -> None:
    with writing(tmp_path):
        pass
    before = build_path(tmp_path).stat()
    with writing(tmp_path) as con:
        con.execute("select count(*) from releases").fetchall()
    after = build_path(tmp_path).stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def test_a_newer_file_is_refused_with_a_clear_line(tmp_path: Path) -> None:
    with writing(tmp_path) as con:
        con.execute("update pipeline.schema_version set tables_hash = 'from the future'").fetchall()
    with pytest.raises(NewerWarehouse, match="newer version"), writing(tmp_path):
        pass


def test_a_half_made_file_is_made_again(tmp_path: Path) -> None:
    build_path(tmp_path).parent.mkdir(parents=True)
    create(build_path(tmp_path))
    with writing(tmp_path) as con:
        assert con.execute("select count(*) from releases").fetchall() == [(0,)]


def test_no_foreign_keys_no_enums_no_secondary_indexes(con: duckdb.DuckDBPyConnection) -> None:
    assert con.execute("select count(*) from duckdb_indexes()").fetchall() == [(0,)]
    assert con.execute(
        "select count(*) from duckdb_constraints() where constraint_type = 'FOREIGN KEY'"
    ).fetchall() == [(0,)]
    assert con.execute("select count(*) from duckdb_columns() where data_type like 'ENUM%'").fetchall() == [(0,)]
