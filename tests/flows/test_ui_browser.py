"""Prefect's UI in a real Chromium: the runs, what they left, and the form that starts a backfill."""

import subprocess
import sys

import httpx
import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from flows.embedded import quiet_environment
from tests.flows.prefect_api import deployments, free_port, post
from tests.flows.processes_of import ran, until

pytestmark = pytest.mark.browser
LONG = 120
_APPLY = """
from flows.deployments import deployments
from flows.settings import Settings
for deployment in deployments(Settings()):
    deployment.apply()
"""


@pytest.fixture
def served(settings, site, prefect_home, monkeypatch):
    """The address of a Prefect that has our deployments and a backfill's run."""
    port = free_port()
    root = f"http://127.0.0.1:{port}"
    for name, value in (quiet_environment(prefect_home) | {"PREFECT_UI_API_URL": f"{root}/api"}).items():
        monkeypatch.setenv(name, value)
    server = subprocess.Popen([sys.executable, "-m", "flows.embedded_server", str(port)], stdin=subprocess.PIPE)
    monkeypatch.setenv("PREFECT_API_URL", f"{root}/api")
    with httpx.Client(base_url=f"{root}/api/", timeout=30, trust_env=False) as client:
        try:
            until(lambda: post(client, "flows/count") != [], LONG, "the server answers")
            subprocess.run([sys.executable, "-c", _APPLY], check=True, timeout=LONG)
            ended = ran("backfill", "--since", "2019-01-01", "--until", "2019-12-31")
            assert ended.returncode == 0, ended.stderr
            yield root, deployments(client)["backfill"]
        finally:
            server.terminate()
            server.wait(30)


@pytest.fixture
def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for switch in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1400,1600"):
        options.add_argument(switch)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    yield driver
    driver.quit()


def test_runs_artifacts_and_the_form_of_backfill_are_there_to_see(served, browser):
    root, backfill = served

    def shows(path, *words):
        browser.get(f"{root}{path}")
        page = {"text": ""}

        def is_there():
            page["text"] = browser.find_element(By.TAG_NAME, "body").text
            return all(word in page["text"] for word in words)

        until(is_there, LONG, f"{path} shows {words}")

    shows("/runs", "backfill", "Completed")
    shows("/artifacts", "loaded", "summary", "backfill-progress")
    shows(
        f"/deployments/deployment/{backfill}/run",
        "since", "until", "source", "force", "limit", "dry_run", "First day of publication, London, included",
    )  # fmt: skip
