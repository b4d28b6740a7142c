"""Served mode with real processes: schedule, event, triggered run, published file; then its server is killed."""

import os
import signal
import socket
import time
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from flows.polls import poll
from tests.flows.helpers import rows
from tests.flows.prefect_api import deployments, free_port, post, runs, titles
from tests.flows.processes_of import ran, servers, started, until

POLL_SECONDS = 60
GRACE_SECONDS = 30
LONG = 240
NEW, BY_HAND, DOWN = "Came while it was served", "Posted by hand", "Came while it was down"


@pytest.fixture
def api(settings, site, prefect_home, tmp_path):
    """`inspectorate serve` with a poll every minute, and its API."""
    # What the site has already is none of the test's business.
    poll(settings)
    port = free_port()
    environment = {"INSPECTORATE_POLL_CRON": "* * * * *", "INSPECTORATE_SERVE_PORT": str(port)}
    process = started("serve", log=tmp_path / "serve.log", **environment)
    with httpx.Client(base_url=f"http://127.0.0.1:{port}/api/", timeout=30, trust_env=False) as client:
        try:
            until(lambda: deployments(client).keys() >= {"watch", "ingest"}, LONG, "the deployments are served")
            yield client, process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)
    until(lambda: not servers(prefect_home), 15, "no server is left behind")


def _publish(site, name, title):
    # By itself the sample site says half past nine of the day, which may be yet to come.
    site.add_release(name, title=title, modified_at=datetime.now(UTC) - timedelta(hours=1))


def _post_event(client, settings, urls, number):
    event = {
        "occurred": datetime.now(UTC).isoformat(),
        "event": "inspectorate.releases.discovered",
        "resource": {"prefect.resource.id": "inspectorate.source.sample_news"},
        "payload": {"source": "sample_news", "urls": urls, "reasons": {}},
        "id": f"00000000-0000-4000-8000-{number:012d}",
    }
    client.post("events", json=[event]).raise_for_status()


def test_served_unattended(api, settings, site, prefect_home):
    client, process = api
    until(lambda: runs(client, "watch", "SCHEDULED"), LONG, "a cron run is scheduled")

    # A release added to the site is in the published file within one poll and half a minute.
    _publish(site, "came-while-served", NEW)
    took = until(lambda: NEW in titles(settings), LONG, "the new release is published")
    print(f"published {took:.0f} s after it was added")
    assert took <= POLL_SECONDS + GRACE_SECONDS

    # The event, the triggered run and its artifact are in Prefect's API.
    until(lambda: runs(client, "ingest", "COMPLETED"), LONG, "the triggered run is completed")
    [run] = runs(client, "ingest")
    assert [url.rsplit("/", 1)[1] for url in run["parameters"]["urls"]] == ["came-while-served"]
    assert list(run["parameters"]["reasons"].values()) == ["new"]
    seen = client.post("events/filter", json={"filter": {"event": {"name": ["inspectorate.releases.discovered"]}}})
    assert seen.json()["total"] == 1
    assert {artifact["key"] for artifact in post(client, "artifacts/filter")} == {"loaded", "summary"}

    # The same event five times is one fetch and one load, though the server is killed while the runs are at it.
    _publish(site, "posted-by-hand", BY_HAND)
    _publish(site, "came-while-it-was-down", DOWN)
    for number in range(5):
        _post_event(client, settings, [f"{site.base_url}/news/posted-by-hand"], number + int(time.time()))
    until(lambda: len(runs(client, "ingest")) == 1 + 5, LONG, "five runs are triggered")
    until(lambda: runs(client, "ingest", "RUNNING"), LONG, "one of them runs")
    [server] = servers(prefect_home)
    os.kill(server, signal.SIGKILL)
    # The next poll comes within a minute by itself; asked for, as soon as the server is there again.
    until(lambda: post(client, f"deployments/{deployments(client).get('watch')}/create_flow_run"), LONG, "it is back")
    until(lambda: {BY_HAND, DOWN} <= titles(settings), LONG, "the next poll brings in what is missing")
    assert process.poll() is None
    for name in ("came-while-served", "posted-by-hand", "came-while-it-was-down"):
        assert len(site.requests(path=f"/news/{name}")) == 1, name
    assert rows(settings, "select count(*), count(distinct release_id), count(distinct title) from releases") == [
        (len(site.truth("sample_news")),) * 3
    ]


def test_a_port_that_is_taken_is_told_in_one_line(prefect_home):
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        ended = ran("serve", INSPECTORATE_SERVE_PORT=str(listening.getsockname()[1]))
    assert ended.returncode == 1
    assert "set INSPECTORATE_SERVE_PORT" in ended.stderr.splitlines()[-1]
    assert "Traceback" not in ended.stderr
