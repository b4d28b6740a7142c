"""What is served, and that `prefect.yaml` says the same."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from flows.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture
def served():
    from flows.deployments import deployments

    return {deployment.name: deployment for deployment in deployments(Settings())}


@pytest.fixture
def written():
    document = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))
    return {deployment["name"]: deployment for deployment in document["deployments"]}


def test_the_four_deployments_are_served_and_written(served, written):
    assert set(served) == set(written) == {"watch", "ingest", "backfill", "rebuild"}


def test_watch_polls_by_london_time_the_same_in_both(served, written):
    expected = [("*/5 7-19 * * *", "Europe/London"), ("3 0-6,20-23 * * *", "Europe/London")]
    assert [(one.schedule.cron, one.schedule.timezone) for one in served["watch"].schedules] == expected
    assert [(one["cron"], one["timezone"]) for one in written["watch"]["schedules"]] == expected


def test_ingest_starts_on_an_event_with_typed_parameters_in_both(served, written):
    [trigger] = served["ingest"].triggers
    [other] = written["ingest"]["triggers"]
    assert sorted(trigger.expect) == other["expect"] == ["inspectorate.releases.discovered"]
    assert trigger.parameters == other["parameters"]
    assert trigger.parameters["urls"] == {
        "__prefect_kind": "json",
        "value": {"__prefect_kind": "jinja", "template": "{{ event.payload.urls | tojson }}"},
    }
    assert other["match"] == {"prefect.resource.id": "inspectorate.source.*"}


def test_entrypoints_lead_to_the_flows(served, written):
    import importlib

    for name, deployment in written.items():
        path, _, function = deployment["entrypoint"].partition(":")
        assert (ROOT / path).is_file()
        module = importlib.import_module(path.removesuffix(".py").replace("/", "."))
        assert getattr(module, function).name == name
        assert served[name].flow_name == name


def test_every_form_explains_every_field(served):
    forms = {name: deployment._parameter_openapi_schema.properties for name, deployment in served.items()}
    assert set(forms["backfill"]) == {"since", "until", "source", "force", "limit", "dry_run"}
    silent = [
        (name, key) for name, form in forms.items() for key, field in form.items() if not field.get("description")
    ]
    assert silent == []


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_the_unit_of_the_docs_is_one_systemd_accepts(tmp_path):
    page = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    unit = page.partition("```ini\n")[2].partition("```")[0]
    installed = "/opt/inspectorate/.venv/bin/inspectorate"
    assert f"ExecStart={installed} serve" in unit
    file = tmp_path / "inspectorate.service"
    # Neither the command nor its user is installed where this runs.
    file.write_text(unit.replace(installed, sys.executable).replace("User=inspectorate", "User=root"))
    done = subprocess.run(["systemd-analyze", "verify", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
