"""What `doctor` looks at, and what it says to do about each thing that is wrong."""

import json
import socket
import sys

import pytest
from typer.testing import CliRunner

from extract.raw_store import RawStore
from flows import doctor
from flows.cli.app import app
from flows.named import ingest
from tests.flows.test_named import GOOD


def _findings(settings, **options):
    return {finding.about: finding for finding in doctor.examine(settings, **options)}


def _wrong(found):
    return {about: finding.advice for about, finding in found.items() if finding.advice}


@pytest.fixture
def well(settings):
    """Settings with nothing wrong."""
    return settings.model_copy(update={"contact": "tests@inspectorate.example"})


def test_all_is_well_and_everything_is_looked_at(well):
    found = _findings(well)
    assert _wrong(found) == {}
    assert {"versions", "prefect", "duckdb", "contact", "proxy", "disk", "raw store", "warehouse", "sources"} <= set(
        found
    )
    assert {about.removeprefix("reach of ") for about in found if about.startswith("reach of ")} == {
        "sample_news", "sample_old", "sample_ukgwa", "sample_ia"
    }  # fmt: skip


def test_what_robots_closes_is_named(well, site):
    site.switches.robots = "User-agent: *\nDisallow: /news/\n"
    found = _findings(well)["reach of sample_news"]
    assert found.found == "probation.example answers; robots.txt closes /news/ to us"
    assert "never asked for" in found.advice


def test_a_site_without_robots_is_open(well, site):
    site.switches.robots = None
    found = _findings(well)["reach of sample_news"]
    assert (found.found, found.advice) == ("probation.example answers, and has no robots.txt", None)


def test_a_host_that_turns_us_away_is_left_alone_for_so_long(well, site):
    site.fault("status", "probation.example/*", status=429, headers={"Retry-After": "120"})
    assert "leave it alone until 20" in _findings(well)["reach of sample_news"].advice


def test_a_proxy_nobody_listens_at_and_a_bundle_that_is_none_are_named(well, site, tmp_path):
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        dead = f"http://someone:secret@127.0.0.1:{listening.getsockname()[1]}"
    (tmp_path / "ca.pem").write_text("no certificate")
    found = _findings(
        well.model_copy(update={"proxy": dead, "ca_bundle": tmp_path / "ca.pem"}), network=False
    )  # fmt: skip
    assert "secret" not in found["proxy"].found
    assert "PEM file" in found["CA bundle"].advice


def test_a_damaged_body_no_contact_and_little_room_are_named(settings, tmp_path, monkeypatch):
    file = tmp_path / "release.txt"
    file.write_text(GOOD, encoding="utf-8")
    ingest(settings, [str(file)])
    store = RawStore(settings.raw_dir)
    [sha256] = store.shas()
    store.path(sha256).write_bytes(b"spoilt")
    monkeypatch.setattr(doctor, "LEAST_FREE_BYTES", sys.maxsize)
    found = _findings(settings, network=False)
    assert set(_wrong(found)) == {"raw store", "contact", "disk"}
    assert sha256[:12] in found["raw store"].found


def test_the_command_ends_in_one_where_something_is_wrong_and_a_missing_contact_is_only_advice(settings, site):
    ended = CliRunner().invoke(app, ["doctor", "--json"])
    assert ended.exit_code == 0
    assert {"contact"} == {row["about"] for row in json.loads(ended.stdout) if row["advice"]}
    site.switches.robots_status = 503
    ended = CliRunner().invoke(app, ["doctor"])
    assert ended.exit_code == 1
    assert "LOOK  reach of sample_news: " in ended.stdout
