"""The deployments of `prefect.yaml` as real processes: deployed to a work pool, run by a worker and by an event."""

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from flows.embedded import quiet_environment
from tests.flows.prefect_api import deployments, free_port, runs, titles
from tests.flows.processes_of import until

ROOT = Path(__file__).parents[2]
LONG = 240
pytestmark = pytest.mark.soak


@contextmanager
def _running(log, *words, **options):
    with log.open("ab") as file:
        process = subprocess.Popen(words, stdout=file, stderr=file, stdin=subprocess.PIPE, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


def _is_well(client):
    try:
        return client.get("health").is_success
    except httpx.TransportError:
        return False


@pytest.fixture
def environment(settings, prefect_home, monkeypatch):
    """What docs/operating.md has a team set, beside a Prefect of the test's own."""
    port = free_port()
    for name, value in (quiet_environment(prefect_home) | {
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_WORKER_QUERY_SECONDS": "2",
        "INSPECTORATE_HOME": str(ROOT),
        "PYTHONPATH": str(ROOT),
    }).items():  # fmt: skip
        monkeypatch.setenv(name, value)
    return port


def test_deployed_to_a_work_pool_a_worker_runs_backfills_and_what_an_event_starts(
    environment, settings, site, tmp_path
):
    log = tmp_path / "log"

    def prefect_command(*words):
        command = [sys.executable, "-m", "prefect", *words]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=LONG)
        assert done.returncode == 0, done.stderr + done.stdout

    server = (sys.executable, "-m", "flows.embedded_server", str(environment))
    worker = (sys.executable, "-m", "prefect", "worker", "start", "--pool", "inspectorate")
    url = f"http://127.0.0.1:{environment}/api/"
    with _running(log, *server), httpx.Client(base_url=url, timeout=30, trust_env=False) as client:
        until(lambda: _is_well(client), LONG, "the server answers")
        prefect_command("work-pool", "create", "inspectorate", "--type", "process")
        prefect_command("--no-prompt", "deploy", "--all")
        assert deployments(client).keys() == {"watch", "ingest", "backfill", "rebuild"}
        assert runs(client, "watch", "SCHEDULED") != []
        with _running(log, *worker, cwd=ROOT):
            prefect_command(
                "deployment", "run", "backfill/backfill", "-p", "since=2019-01-01", "-p", "until=2019-12-31"
            )
            until(lambda: runs(client, "backfill", "COMPLETED"), LONG, "the backfill is completed")
            year = {truth.title.strip() for truth in site.truth() if truth.published_on.year == 2019}
            assert {title.strip() for title in titles(settings)} == year
            prefect_command("deployment", "run", "watch/watch")
            until(lambda: runs(client, "ingest", "COMPLETED"), LONG, "the event's run is completed")
            assert {truth.title.strip() for truth in site.truth("sample_news")} <= {
                title.strip() for title in titles(settings)
            }
