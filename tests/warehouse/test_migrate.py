from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.dumps import everything
from tests.warehouse.invented import NOON, RULES, arrival, rows
from warehouse import catalogue, migrate
from warehouse.connect import build_path, writing
from warehouse.database import create
from warehouse.load import load
from warehouse.transactions import transaction

OLDER = "0" * 20
RENAME = "alter table metrics rename column exactness to qualifier"


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of an earlier version: a column was missing, another had another name, a check was not there."""
    with writing(tmp_path) as con:
        load(con, [arrival(rows())], RULES, NOON)
        with transaction(con):
            catalogue.drop_views(con)
            con.execute("alter table releases drop column withdrawn_at").fetchall()
            con.execute("alter table metrics rename column qualifier to exactness").fetchall()
            con.execute("update pipeline.schema_version set tables_hash = ?", [OLDER]).fetchall()
    monkeypatch.setattr(migrate, "history", lambda: {OLDER: 0, catalogue.scripts_hash("tables"): 1})
    monkeypatch.setattr(migrate, "_numbered", lambda: [(1, RENAME)])
    return tmp_path


def test_an_older_file_is_brought_up_after_a_copy_is_kept(
    older: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with writing(tmp_path_factory.mktemp("fresh")) as con:
        fresh = catalogue.relations(con)
        load(con, [arrival(rows())], RULES, NOON)
        expected = everything(con)
    before = build_path(older).read_bytes()
    with writing(older) as con:
        assert catalogue.relations(con) == fresh
        assert everything(con) == expected
        checks = "select count(*) from duckdb_constraints() where constraint_type = 'CHECK'"
        assert con.execute(checks).fetchall()[0][0] > 20
        assert con.execute("select state from pipeline.discoveries").fetchall() == [("loaded",)]
    kept = build_path(older).with_name("build.version-0.duckdb")
    assert kept.read_bytes() == before
    assert [path.name for path in build_path(older).parent.glob("migrating*")] == []


def test_a_migration_cut_short_is_done_again(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut_short(path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(migrate, "sync", cut_short)
    with pytest.raises(KeyboardInterrupt):
        writing(older).__enter__()
    monkeypatch.undo()
    monkeypatch.setattr(migrate, "history", lambda: {OLDER: 0, catalogue.scripts_hash("tables"): 1})
    monkeypatch.setattr(migrate, "_numbered", lambda: [(1, RENAME)])
    with writing(older) as con:
        assert con.execute("select count(*) from releases").fetchall() == [(1,)]


def test_every_earlier_file_is_brought_up(tmp_path: Path) -> None:
    with writing(tmp_path / "fresh") as con:
        fresh = catalogue.relations(con)
    for tables_hash in [*migrate.history()][:-1]:
        path = build_path(tmp_path / tables_hash)
        path.parent.mkdir(parents=True)
        create(path)
        with duckdb.connect(str(path)) as con:
            con.execute((Path(__file__).parent / "earlier" / f"{tables_hash}.sql").read_text(encoding="utf-8"))
            con.execute("insert into pipeline.schema_version values (?, 'none', now())", [tables_hash]).fetchall()
            con.execute("insert into pipeline.revision values (7, now())").fetchall()
            con.execute("insert into pipeline.release_aliases values ('old', 'new', now())").fetchall()
        with writing(tmp_path / tables_hash) as con:
            assert catalogue.relations(con) == fresh
            assert con.execute("select alias_id, release_id from pipeline.release_aliases").fetchall() == [
                ("old", "new")
            ]


def test_changed_views_are_made_again(tmp_path: Path) -> None:
    with writing(tmp_path) as con:
        con.execute("update pipeline.schema_version set views_hash = 'other'").fetchall()
        con.execute("drop view freshness").fetchall()
    with writing(tmp_path) as con:
        assert con.execute("select count(*) from freshness").fetchall() == [(0,)]
        assert con.execute("select revision from pipeline.revision").fetchall() == [(1,)]
        migrate.make(con, now=datetime.now(UTC))
        assert con.execute("select revision from pipeline.revision").fetchall() == [(1,)]
