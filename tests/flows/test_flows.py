"""The flows under a real Prefect server (one for the session): states, artifacts, events, retries."""

from datetime import date

import pytest

from extract.errors import TransportFailed
from flows import embedded, steps_read
from flows.problems import Alarm
from tests.flows.helpers import published_rows
from tests.flows.processes_of import ran
from tests.flows.test_named import GOOD
from warehouse.rows import Due, Outcome, Reason

pytestmark = pytest.mark.usefixtures("prefect")


@pytest.fixture
def client(prefect):
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as found:
        yield found


def _artifacts(client, key):
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey

    found = client.read_artifacts(artifact_filter=ArtifactFilter(key=ArtifactFilterKey(any_=[key])))
    return sorted(found, key=lambda artifact: artifact.created, reverse=True)


def test_watch_loads_completes_and_leaves_a_table_and_a_summary(settings, site, client):
    from flows.watch import watch

    state = watch(return_state=True)
    assert state.is_completed()
    report = state.result()
    loaded = [result for result in report.results if result.outcome is Outcome.LOADED]
    ids = {result.release_id for result in loaded}
    assert ids == {release_id for (release_id,) in published_rows(settings, "select release_id from releases")}
    assert str(loaded[0].url) in str(_artifacts(client, "loaded")[0].data)
    summary = str(_artifacts(client, "summary")[0].data)
    assert summary.startswith("# Poll")
    assert f"({loaded[0].url})" in summary


def test_a_quarantined_page_is_linked_and_the_run_completes(settings, site, client):
    from flows.watch import watch

    address = site.truth("sample_news")[0].addresses["sample_news"][0]
    site.fault("wrong_type", address.removeprefix("http://") + "*")
    assert watch(return_state=True).is_completed()
    link = _artifacts(client, "quarantined")[0]
    assert address in str(link.data)
    assert "inspectorate parse" in str(link.description)


def test_a_bug_of_ours_fails_the_run_and_the_rest_is_loaded(settings, site, monkeypatch):
    from flows.watch import watch

    derive = steps_read.derive
    [broken] = [truth.title for truth in site.truth("sample_news")][:1]

    def failing(release):
        if release.title.strip() == broken.strip():
            raise ZeroDivisionError("a rule divided by nought")
        return derive(release)

    monkeypatch.setattr(steps_read, "derive", failing)
    state = watch(return_state=True)
    assert state.is_failed()
    alarm = state.result(raise_on_failure=False)
    assert isinstance(alarm, Alarm)
    assert "ZeroDivisionError" in alarm.line
    assert published_rows(settings, "select count(*) > 1 from releases") == [(True,)]


def test_backfills_progress_artifact_moves_within_a_batch_and_reaches_a_hundred(settings, monkeypatch, client):
    from flows import artifacts
    from flows.backfill import backfill

    monkeypatch.setattr(artifacts, "PROGRESS_EVERY_SECONDS", 0.0)
    moved = []
    update = artifacts.update_progress_artifact

    def noted(**fields):
        moved.append(round(fields["progress"]))
        return update(**fields)

    monkeypatch.setattr(artifacts, "update_progress_artifact", noted)
    state = backfill(since=date(2019, 1, 1), until=date(2019, 12, 31), source="sample_old", return_state=True)
    assert state.is_completed()
    assert moved == [33, 67, 100, 100]
    assert float(_artifacts(client, "backfill-progress")[0].data) == 100.0


def test_ingest_takes_reasons_and_names_what_is_not_allowed(settings, site):
    from flows.ingest_flow import ingest

    address = site.truth("sample_news")[0].addresses["sample_news"][0]
    state = ingest([address, "http://elsewhere.example/x"], {address: "new"}, return_state=True)
    assert state.is_failed()
    assert "http://elsewhere.example/x: refused" in str(state.message)
    assert published_rows(settings, "select url from releases") == [(address,)]
    assert ingest([address], {address: "new"}, return_state=True).result()[0].outcome is Outcome.UNCHANGED
    assert len(site.requests(path=address.removeprefix(site.base_url))) == 1


def test_ingest_by_hand_is_a_run_where_the_environment_names_a_server_and_none_elsewhere(settings, tmp_path, client):
    from prefect.settings import PREFECT_API_URL

    def runs():
        return [run for run in client.read_flow_runs() if run.flow_id == client.read_flow_by_name("ingest by hand").id]

    file = tmp_path / "release.txt"
    file.write_text(GOOD, encoding="utf-8")
    with_server = ran("ingest", str(file), PREFECT_API_URL=str(PREFECT_API_URL.value()))
    assert with_server.returncode == 0, with_server.stderr
    [run] = runs()
    assert run.state_type == "COMPLETED"
    again = ran("ingest", str(file))
    assert (again.returncode, "unchanged" in again.stdout + again.stderr) == (0, True)
    assert len(runs()) == 1


def test_no_task_waits_for_a_place_among_prefects_limits():
    from prefect.tasks import Task

    from flows import tasks

    found = [one for one in vars(tasks).values() if isinstance(one, Task)]
    assert len(found) == 4
    assert [one.name for one in found if one.tags] == []


def test_events_go_out_only_where_a_server_stays(monkeypatch):
    from flows import events

    sent = []
    monkeypatch.setattr(events, "emit_event", lambda event, **fields: sent.append((event, fields)))
    due = Due(url="http://probation.example/x", source="sample_news", reason=Reason.NEW, fetch_url=None,
              captured_at=None, polls_pending=1)  # fmt: skip
    events.discovered("sample_news", [due])
    assert sent == []
    monkeypatch.setattr(events, "is_served", lambda: True)
    events.discovered("sample_news", [due])
    assert sent == [
        (
            "inspectorate.releases.discovered",
            {
                "resource": {"prefect.resource.id": "inspectorate.source.sample_news"},
                "payload": {"source": "sample_news", "urls": [due.url], "reasons": {due.url: "new"}},
            },
        )
    ]


def test_an_embedded_server_is_none_that_stays(monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:1/api")
    assert embedded.is_served()
    monkeypatch.setitem(embedded._STATE, "embedded", True)
    assert not embedded.is_served()


def test_a_batch_nobody_answers_is_tried_again_and_then_stays_pending(settings, site, monkeypatch):
    from prefect import flow

    from flows import tasks

    monkeypatch.setattr(tasks.fetch_task, "retry_delay_seconds", [0, 0])
    address = site.truth("sample_news")[0].addresses["sample_news"][0]
    due = Due(url=address, source="sample_news", reason=Reason.NEW, fetch_url=None, captured_at=None, polls_pending=0)
    asked = []

    def unreachable(_settings, dues, _tell=None):
        asked.append(dues)
        return [
            tasks.Fetched(
                name=due.url,
                url=due.url,
                source=due.source,
                failure=tasks.steps_fetch.failed(TransportFailed("no answer"), url=due.url, source=due.source),
            )
            for due in dues
        ]

    monkeypatch.setattr(tasks.steps_fetch, "fetch_batch", unreachable)
    found = flow(lambda: tasks.fetch_task(settings, [due], "1 address"), name="try")()
    assert [one.failure.outcome for one in found] == [Outcome.PENDING]
    assert len(asked) == 1 + tasks.FETCH_RETRIES
