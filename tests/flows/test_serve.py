"""Served mode with real processes: schedule, event, triggered run, published file; then its server is killed."""

import os
import signal
import socket
import time
from datetime import UTC, datetime

import httpx
import pytest

from tests.flows.helpers import published_rows
from tests.flows.processes_of import ran, servers, started, until
from warehouse.errors import NoWarehouse

POLL_SECONDS = 20
GRACE_SECONDS = 30
NEW = "A release that came while it was served"


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


@pytest.fixture
def api(settings, site, tmp_path, monkeypatch):
    """`inspectorate serve` with a poll every twenty seconds, and its API."""
    port = _free_port()
    environment = {"INSPECTORATE_POLL_CRON": f"* * * * * */{POLL_SECONDS}", "INSPECTORATE_SERVE_PORT": str(port)}
    process = started("serve", log=tmp_path / "serve.log", **environment)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}/api/", timeout=30, trust_env=False) as client:
        try:
            until(lambda: _deployments(client).keys() >= {"watch", "ingest"}, 240, "the deployments are served")
            yield client, process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
    until(lambda: not servers(settings.pipeline_dir / "prefect"), 15, "no server is left behind")


def _post(client, path, **body):
    try:
        answer = client.post(path, json=body)
    except httpx.TransportError:
        return []
    return answer.json() if answer.is_success else []


def _deployments(client):
    return {found["name"]: found["id"] for found in _post(client, "deployments/filter")}


def _runs(client, name, state=None):
    runs = _post(client, "flow_runs/filter", deployments={"name": {"any_": [name]}}, sort="EXPECTED_START_TIME_DESC")
    return [run for run in runs if state is None or run["state_type"] == state]


def _titles(settings):
    try:
        return {title for (title,) in published_rows(settings, "select title from releases")}
    except NoWarehouse:
        return set()


def _post_event(client, settings, urls, number):
    event = {
        "occurred": datetime.now(UTC).isoformat(),
        "event": "inspectorate.releases.discovered",
        "resource": {"prefect.resource.id": "inspectorate.source.sample_news"},
        "payload": {"source": "sample_news", "urls": urls, "reasons": {}},
        "id": f"00000000-0000-4000-8000-{number:012d}",
    }
    client.post("events", json=[event]).raise_for_status()


def test_served_unattended(api, settings, site):
    client, process = api

    # A cron run really is scheduled, and the first one brings the site's releases in.
    until(lambda: _runs(client, "watch", "SCHEDULED"), 60, "a cron run is scheduled")
    until(lambda: len(_titles(settings)) > 3, POLL_SECONDS + 240, "the first poll's releases are published")

    # A release added to the site is in the published file within one poll and half a minute.
    site.add_release("came-while-served", title=NEW)
    added = time.monotonic()
    took = until(lambda: NEW in _titles(settings), POLL_SECONDS + 8 * GRACE_SECONDS, "the new release is published")
    print(f"published {took:.0f} s after it was added")
    assert time.monotonic() - added > 0

    # The event, the triggered run and its artifact are in Prefect's API.
    until(lambda: _runs(client, "ingest", "COMPLETED"), 120, "the triggered run is completed")
    run = _runs(client, "ingest", "COMPLETED")[0]
    assert any(
        url.endswith("/news/came-while-served") for run in _runs(client, "ingest") for url in run["parameters"]["urls"]
    )
    assert isinstance(run["parameters"]["reasons"], dict)
    seen = client.post("events/filter", json={"filter": {"event": {"name": ["inspectorate.releases.discovered"]}}})
    assert seen.json()["total"] >= 1
    keys = {artifact["key"] for artifact in _post(client, "artifacts/filter")}
    assert {"loaded", "summary"} <= keys

    # The same event five times is one fetch and one load.
    site.add_release("posted-by-hand", title="Posted by hand")
    before = len(_runs(client, "ingest"))
    for number in range(5):
        _post_event(client, settings, [f"{site.base_url}/news/posted-by-hand"], number + int(time.time()))
    until(lambda: len(_runs(client, "ingest")) >= before + 5, 120, "five runs are triggered")
    until(
        lambda: not [run for run in _runs(client, "ingest") if run["state_type"] not in {"COMPLETED", "FAILED"}],
        240,
        "they end",
    )
    assert "Posted by hand" in _titles(settings)
    assert len(site.requests(path="/news/posted-by-hand")) == 1

    # Its server killed, it is started again and nothing is lost.
    site.add_release("came-while-it-was-down", title="Came while it was down")
    [server] = servers(settings.pipeline_dir / "prefect")
    os.kill(server, signal.SIGKILL)
    until(lambda: "Came while it was down" in _titles(settings), 2 * POLL_SECONDS + 240, "the next polls bring it in")
    assert process.poll() is None
    assert len(site.requests(path="/news/came-while-it-was-down")) == 1


def test_a_port_that_is_taken_is_told_in_one_line(settings):
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        ended = ran("serve", INSPECTORATE_SERVE_PORT=str(listening.getsockname()[1]))
    assert ended.returncode == 1
    assert "set INSPECTORATE_SERVE_PORT" in ended.stderr.splitlines()[-1]
    assert "Traceback" not in ended.stderr
