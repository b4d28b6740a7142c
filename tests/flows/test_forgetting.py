"""`forget` on the demonstration's own folder: what it removes, from which files, and what a stop half-way leaves."""

import gzip
import shutil
import sqlite3

import pytest

from extract.raw_store import RawStore
from flows import forgetting, prefect_history
from flows.problems import Problem
from flows.settings import Settings
from tests.flows.helpers import rows

# The site's pages name their newest releases beside the text: this one is older, and no other page's bytes speak of it.
ADDRESS = "http://probation.example/news/northern-vales-dynamic-public-protection"
WORDS = (ADDRESS, "in the Northern Vales region: still not good enough", "how probation protects the public in the")


@pytest.fixture
def demonstrated(demo_dir, tmp_path):
    """A copy of the demonstration's data, with the history of its runs in Prefect's database."""
    shutil.copytree(demo_dir, tmp_path / "data")
    return Settings(data_dir=tmp_path / "data")


def _files_with(settings, word):
    found = set()
    for path in settings.data_dir.rglob("*"):
        if path.is_file():
            content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            if word.encode() in content:
                found.add(path.relative_to(settings.data_dir).parts[:2])
    return found


def test_a_forgotten_release_is_in_no_file_of_the_data_folder(demonstrated):
    for word in WORDS:
        assert ("pipeline", "prefect") in _files_with(demonstrated, word), word
    [(release_id,)] = rows(demonstrated, f"select release_id from release_urls where url = '{ADDRESS}'")
    assert forgetting.forget(demonstrated, ADDRESS).release_id == release_id
    left = {word: _files_with(demonstrated, word) for word in (*WORDS, release_id)}
    assert not any(left.values()), left
    with sqlite3.connect(prefect_history.database(demonstrated.pipeline_dir / "prefect")) as con:
        assert con.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert con.execute("select count(*) from flow_run").fetchall() == [(2,)]
        # The backfill's own artifacts do not name it.
        assert con.execute("select count(*) from artifact where key = 'loaded'").fetchall() == [(1,)]


def test_stopped_half_way_the_same_command_removes_the_rest(demonstrated, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(prefect_history, "forget", stopped)
        with pytest.raises(KeyboardInterrupt):
            forgetting.forget(demonstrated, ADDRESS)
    assert _files_with(demonstrated, WORDS[1])
    forgetting.forget(demonstrated, ADDRESS)
    assert not any(_files_with(demonstrated, word) for word in WORDS)


def test_bytes_the_warehouse_knows_nothing_of_go_too(demonstrated):
    for path in demonstrated.pipeline_dir.glob("build.duckdb*"):
        path.unlink()
    store = RawStore(demonstrated.raw_dir)
    before = set(store.shas())
    forgetting.forget(demonstrated, ADDRESS)
    assert len(before - set(store.shas())) == 1
    assert not any(_files_with(demonstrated, word) for word in WORDS)


def test_a_parameter_and_a_message_lose_the_words_and_keep_their_row(tmp_path):
    with sqlite3.connect(prefect_history.database(tmp_path)) as con:
        con.execute("create table flow_run (name varchar, parameters json not null, state_message varchar)")
        con.execute("create table events (payload json)")
        con.execute("insert into flow_run values ('kind-owl', ?, ?)", [f'{{"urls": ["{ADDRESS}"]}}', f"{ADDRESS}: bug"])
        con.execute("insert into flow_run values ('red-fox', '{\"urls\": []}', 'well')")
        con.execute("insert into events values (?)", [f'{{"urls": ["{ADDRESS}", "http://probation.example/news/x"]}}'])
    assert prefect_history.forget(tmp_path, [ADDRESS]) == 3
    with sqlite3.connect(prefect_history.database(tmp_path)) as con:
        assert con.execute("select * from flow_run").fetchall() == [
            ("kind-owl", "{}", "forgotten"),
            ("red-fox", '{"urls": []}', "well"),
        ]
        assert con.execute("select * from events").fetchall() == []


def test_a_history_that_is_being_written_is_named_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(prefect_history, "_WAIT_SECONDS", 0.1)
    path = prefect_history.database(tmp_path)
    with sqlite3.connect(path) as con:
        con.execute("create table log (message text)")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(Problem, match="stop serving, then run the same command again"):
        prefect_history.forget(tmp_path, [ADDRESS])
    other.close()
