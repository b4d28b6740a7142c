"""Prefect without anything to start: a server of our own for the length of one command.

It has its own PREFECT_HOME under `data/pipeline/prefect`, whatever profile the user has, and says nothing to the
internet.  With `PREFECT_API_URL` in the environment that server is used instead, and none is started.
"""

import contextlib
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from flows import processes
from flows.problems import Problem
from flows.quiet_end import end_quietly
from flows.settings import Settings, api_url

STARTUP_SECONDS = 120.0
# What is left of the user's own Prefect would decide over ours.
_FOREIGN = ("PREFECT_PROFILE", "PREFECT_API_KEY", "PREFECT_API_AUTH_STRING", "PREFECT_API_DATABASE_CONNECTION_URL")
_STATE = {"embedded": False}


def is_served() -> bool:
    """Whether runs are kept by a Prefect server that stays: only then do events go out."""
    return api_url() is not None and not _STATE["embedded"]


def quiet_environment(home: Path) -> dict[str, str]:
    """Prefect's settings of every mode of ours: own home, no profile, nothing to the internet, little said."""
    return {
        "PREFECT_HOME": str(home),
        "PREFECT_PROFILES_PATH": str(home / "profiles.toml"),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_SERVER_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
        "PREFECT_CLI_PROMPT": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(int(STARTUP_SECONDS)),
        # A proxy of the environment is for the world; our own server is next door.
        "NO_PROXY": ",".join(filter(None, [os.environ.get("NO_PROXY"), "127.0.0.1", "localhost"])),
    }


@contextlib.contextmanager
def embedded(settings: Settings) -> Iterator[None]:
    """Prefect for the flows run inside: the environment's server, or our own until the end of the block.

    Raises Problem when our own does not answer within two minutes.
    """
    if api_url() is not None:
        end_quietly()
        try:
            yield
        finally:
            _drain()
        return
    home = (settings.pipeline_dir / "prefect").resolve()
    home.mkdir(parents=True, exist_ok=True)
    end_orphans(home)
    end_quietly()
    before = dict(os.environ)
    os.environ.update(quiet_environment(home))
    for name in _FOREIGN:
        os.environ.pop(name, None)
    server = started_server(home)
    mark = home / f"server-{server.pid}.json"
    try:
        mark.write_text(json.dumps(_mark(server.pid)), encoding="utf-8")
        # Prefect takes seconds to import: done while the server starts.
        import prefect.main  # noqa: F401

        port = announced_port(server, home)
        os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{port}/api"
        _STATE["embedded"] = True
        with _settings_read_again():
            try:
                yield
            finally:
                _drain()
    finally:
        stop_server(server)
        mark.unlink(missing_ok=True)
        _STATE["embedded"] = False
        os.environ.clear()
        os.environ.update(before)


def end_orphans(home: Path) -> int:
    """End servers whose command is gone, and only those we started: by process id and start time.  How many."""
    ended = 0
    for mark in home.glob("server-*.json"):
        try:
            found = json.loads(mark.read_text(encoding="utf-8"))
            owner, server = found["owner"], found["server"]
        except (ValueError, KeyError, FileNotFoundError):
            mark.unlink(missing_ok=True)
            continue
        if processes.is_running(owner["pid"], owner["started"]):
            continue
        ended += processes.end(server["pid"], server["started"])
        mark.unlink(missing_ok=True)
    return ended


def _mark(server_pid: int) -> dict[str, dict[str, object]]:
    return {
        "owner": {"pid": os.getpid(), "started": processes.started(os.getpid())},
        "server": {"pid": server_pid, "started": processes.started(server_pid)},
    }


def started_server(home: Path, port: int | None = None) -> subprocess.Popen[bytes]:
    """A server process of ours, on this port or else any; see `announced_port`.  One on a port goes on in its log."""
    with (home / "server.log").open("wb" if port is None else "ab") as log:
        # A session of its own: Ctrl-C in the terminal reaches us first, and the run's end is still written down.
        return subprocess.Popen(
            [sys.executable, "-m", "flows.embedded_server", *([] if port is None else [str(port)])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,
        )


def announced_port(server: subprocess.Popen[bytes], home: Path) -> int:
    """The port a server of ours announced.  Raises Problem where it ended, or took too long."""
    assert server.stdout is not None
    deadline = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < deadline:
        ready, _, _ = select.select([server.stdout], [], [], 0.2)
        if ready:
            line = server.stdout.readline().strip()
            if line.isdigit():
                return int(line)
            if not line:
                break
    raise Problem(
        f"Prefect's embedded server did not start; see {home / 'server.log'}, then run the same command again"
    )


@contextlib.contextmanager
def _settings_read_again() -> Iterator[None]:
    """Prefect reads its settings once, on import: read them again from the environment as it is now."""
    from prefect.context import SettingsContext, get_settings_context
    from prefect.settings import Settings as PrefectSettings

    profile = get_settings_context().profile
    with SettingsContext(profile=profile, settings=PrefectSettings()):
        yield


def _drain() -> None:
    """Hand the last events and log lines to the server before it goes."""
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    for worker in (EventsWorker, APILogWorker):
        worker.drain_all(timeout=5)


def stop_server(server: subprocess.Popen[bytes]) -> None:
    """Close the pipe, which ends the server; wait for that, and kill it if it takes too long."""
    if server.stdin is not None:
        server.stdin.close()
    try:
        server.wait(timeout=6)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait(timeout=5)
    if server.stdout is not None:
        server.stdout.close()
