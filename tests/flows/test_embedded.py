"""The embedded server as a process: it goes with its command, however that ends."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from flows import processes
from flows.embedded import end_orphans, quiet_environment
from tests.flows.processes_of import ran, servers, started, until


@pytest.fixture
def slow_watch(prefect_home, site, tmp_path):
    """A watch that is in the middle of its work, and its server's home."""
    site.fault("slow", "probation.example/news/*", seconds=5.0)
    process = started("watch", log=tmp_path / "log")
    home = prefect_home
    try:
        until(lambda: site.requests(path="/news/"), 180, "a first page is asked for")
        yield process, home
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_sigterm_leave_no_server_and_say_so_in_one_line(slow_watch, tmp_path, sent):
    process, home = slow_watch
    assert len(servers(home)) == 1
    process.send_signal(sent)
    assert process.wait(60) == 130
    assert servers(home) == []
    assert not list(home.glob("server-*.json"))
    said = (tmp_path / "log").read_text()
    assert said.splitlines()[-1] == "error: stopped; what was loaded stays, and the same command goes on from there"
    assert "Traceback" not in said


def test_after_sigkill_the_server_goes_by_itself_within_seconds(slow_watch):
    process, home = slow_watch
    process.kill()
    process.wait()
    until(lambda: not servers(home), 15, "the orphaned server is gone")
    assert len(list(home.glob("server-*.json"))) == 1
    assert end_orphans(home) == 0
    assert not list(home.glob("server-*.json"))


def _sleeper() -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])


def _mark(home: Path, owner: int, owner_started: str | None, server: int, server_started: str | None) -> None:
    mark = {"owner": {"pid": owner, "started": owner_started}, "server": {"pid": server, "started": server_started}}
    (home / f"server-{server}.json").write_text(json.dumps(mark))


def test_the_next_command_ends_a_server_whose_command_is_gone(tmp_path):
    server = _sleeper()
    _mark(
        tmp_path,
        owner=os.getpid(),
        owner_started="another time",
        server=server.pid,
        server_started=processes.started(server.pid),
    )
    assert end_orphans(tmp_path) == 1
    assert server.wait(10) == -signal.SIGTERM


def test_a_process_that_only_has_its_number_is_left_alone(tmp_path):
    other = _sleeper()
    try:
        _mark(
            tmp_path, owner=os.getpid(), owner_started="another time", server=other.pid, server_started="another time"
        )
        assert end_orphans(tmp_path) == 0
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


def test_a_server_whose_command_runs_is_left_alone(tmp_path):
    server = _sleeper()
    try:
        pid = os.getpid()
        _mark(tmp_path, pid, processes.started(pid), server.pid, processes.started(server.pid))
        assert end_orphans(tmp_path) == 0
        assert server.poll() is None
    finally:
        server.kill()
        server.wait()


def test_prefect_is_our_own_and_asks_nothing_of_the_internet(tmp_path):
    found = quiet_environment(tmp_path)
    assert found["PREFECT_HOME"] == str(tmp_path)
    assert found["PREFECT_PROFILES_PATH"].startswith(str(tmp_path))
    assert found["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert found["DO_NOT_TRACK"] == "1"


def test_a_users_own_profile_and_home_are_neither_used_nor_touched(prefect_home, tmp_path):
    home = tmp_path / "home"
    (home / ".prefect").mkdir(parents=True)
    profiles = (
        'active = "work"\n[profiles.work]\nPREFECT_API_URL = "http://127.0.0.1:9/api"\nPREFECT_API_KEY = "secret"\n'
    )
    (home / ".prefect" / "profiles.toml").write_text(profiles)
    ended = ran("watch", HOME=str(home), PREFECT_PROFILE="work")
    assert ended.returncode == 0, ended.stderr
    assert [file.name for file in (home / ".prefect").iterdir()] == ["profiles.toml"]
    assert (home / ".prefect" / "profiles.toml").read_text() == profiles
    with sqlite3.connect(prefect_home / "prefect.db") as con:
        assert con.execute("select state_type from flow_run").fetchall() == [("COMPLETED",)]
