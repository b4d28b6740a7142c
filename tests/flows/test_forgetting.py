"""`forget` on the demonstration's own folder: what it removes, from which files, and what a stop half-way leaves."""

import gzip
import shutil
import sqlite3

import pytest

from extract.raw_store import RawStore
from flows import forgetting, named, prefect_history, rebuilds
from flows.problems import Problem
from flows.settings import Settings
from tests.flows.helpers import rows
from warehouse.rows import Outcome

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


@pytest.mark.parametrize("name", ["news", "probation.example/news/", "e"])
def test_a_name_that_nothing_is_known_by_takes_no_word_out_of_the_history(demonstrated, name):
    def history():
        with sqlite3.connect(prefect_history.database(demonstrated.pipeline_dir / "prefect")) as con:
            return con.execute("select (select count(*) from artifact), (select count(*) from events)").fetchall()

    before = history()
    kept = demonstrated.pipeline_dir / "build.before-rebuild.duckdb"
    kept.touch()
    forgotten = forgetting.forget(demonstrated, name)
    assert (forgotten.urls, forgotten.rows) == ((), 0)
    assert history() == before
    assert kept.exists()
    assert not (demonstrated.pipeline_dir / "forgotten.jsonl").exists()


PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <</Author (Marigold Quillfeather)>> endobj\n"


@pytest.fixture
def scan(settings, tmp_path):
    """A file that could not be read, named once and standing in quarantine with its bytes."""
    file = tmp_path / "scan.pdf"
    file.write_bytes(PDF)
    [result] = named.ingest(settings, [str(file)])
    assert result.outcome is Outcome.QUARANTINED
    return file


@pytest.mark.parametrize("column", ["quarantine_id", "left(quarantine_id, 12)", "sha256"])
def test_a_file_in_quarantine_that_has_no_address_is_forgotten_and_stays_out(settings, site, scan, column):
    [(name,)] = rows(settings, f"select {column} from pipeline.quarantine")
    assert forgetting.forget(settings, name).rows == 2  # in quarantine and among the documents
    assert not _files_with(settings, "Quillfeather")
    assert not _files_with(settings, "scan.pdf")
    again = named.ingest(settings, [str(scan)])
    assert [result.line() for result in again] == ["scan.pdf: forgotten: was forgotten and stays out"]
    assert not _files_with(settings, "Quillfeather")
    assert rows(settings, "select count(*) from pipeline.quarantine") == [(0,)]


def test_a_forgotten_file_brought_back_with_the_raw_store_stays_out(settings, site, scan, tmp_path):
    shutil.copytree(settings.raw_dir, tmp_path / "backup")
    [(name,)] = rows(settings, "select sha256 from pipeline.quarantine")
    forgetting.forget(settings, name)
    shutil.copytree(tmp_path / "backup", settings.raw_dir, dirs_exist_ok=True)
    rebuilt = rebuilds.rebuild(settings, apply=True)
    assert [result.outcome for result in rebuilt.results] == [Outcome.FORGOTTEN]
    assert rows(settings, "select count(*) from pipeline.quarantine") == [(0,)]


def test_what_came_of_an_address_is_not_forgotten_by_the_bytes_alone(settings, site):
    address = site.truth("sample_news")[0].addresses["sample_news"][0]
    site.fault("wrong_type", "probation.example/news/*", times=1)
    named.ingest(settings, [address])
    [(row, sha256)] = rows(settings, "select quarantine_id, sha256 from pipeline.quarantine")
    assert forgetting.forget(settings, sha256).rows == 0
    assert forgetting.forget(settings, row[:12]).urls == (address,)
    assert rows(settings, "select count(*) from pipeline.quarantine") == [(0,)]
    [kept_out] = named.ingest(settings, [address])
    assert kept_out.outcome is Outcome.FORGOTTEN


def test_a_forgotten_release_posted_again_elsewhere_leaves_nothing_and_is_asked_for_once(settings, site):
    address = site.truth("sample_news")[0].addresses["sample_news"][0]
    named.ingest(settings, [address])
    forgetting.forget(settings, address)
    page = site.state.pages("release")[0]
    site.add_release("posted-again", title=page.title, body=page.body, published_on=page.published_on)
    again = f"{site.base_url}/news/posted-again"
    assert [result.line() for result in named.ingest(settings, [again])] == [
        f"{again}: forgotten: was forgotten and stays out"
    ]
    asked = len(site.requests(path="/news/posted-again"))
    assert list(RawStore(settings.raw_dir).shas()) == []
    assert rows(settings, "select url from pipeline.discoveries") == []
    assert [result.outcome for result in named.ingest(settings, [again])] == [Outcome.FORGOTTEN]
    assert len(site.requests(path="/news/posted-again")) == asked == 1
