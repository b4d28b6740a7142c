from pathlib import Path

import duckdb

from tests.warehouse.invented import NOON, RULES, arrival, rows
from warehouse.connect import build_path, reading, writing
from warehouse.database import connected, copy_rows, quoted
from warehouse.export import export
from warehouse.forget import forget
from warehouse.load import load
from warehouse.publish import publish


def test_a_path_is_a_literal_whatever_stands_in_it() -> None:
    path = Path('an analyst\'s "own" folder/a;b.duckdb')
    assert duckdb.sql(f"select {quoted(path)}").fetchall() == [(str(path),)]


def test_a_copy_has_the_rows_and_nothing_of_what_was_deleted(tmp_path: Path) -> None:
    source, target = tmp_path / "source.duckdb", tmp_path / "its copy.duckdb"
    target.write_bytes(b"left by a process that was killed")
    with connected(source) as con:
        con.execute("create table words as select 'word ' || range as word from range(9)")
        con.execute("insert into words values ('Marigold Quillfeather')")
        con.execute("checkpoint")
        con.execute("delete from words where word like 'Marigold%'")
        copy_rows(con, target)
    assert b"Quillfeather" not in target.read_bytes()
    with connected(target, read_only=True) as con:
        assert con.execute("select count(*) from words").fetchall() == [(9,)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["its copy.duckdb", "source.duckdb"]


def test_a_data_folder_may_have_a_quote_mark_in_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "an analyst's"
    with writing(folder) as con:
        load(con, [arrival(rows()), arrival(rows("Thornbury", url="https://probation.example/news/x"))], RULES, NOON)
    publish(folder, now=NOON)
    forget(folder, "https://probation.example/news/x", now=NOON)
    with reading(folder) as con:
        assert con.execute("select count(*) from releases").fetchall() == [(1,)]
    assert all(path.exists() for path in export(folder, folder / "tables"))
    assert build_path(folder).exists()
