"""Served mode: a Prefect server that stays, on loopback or the environment's, and the runner of the deployments."""

import contextlib
import os
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from flows.cli import talk
from flows.embedded import announced_port, quiet_environment, started_server, stop_server
from flows.problems import Problem
from flows.settings import Settings, api_url

if TYPE_CHECKING:
    import subprocess

RUNS_AT_ONCE = 5
RESTART_SECONDS = 1.0


def serve(settings: Settings) -> None:
    """Serve the deployments until Ctrl-C or SIGTERM; schedules rest until they are served again."""
    _set_environment(settings)
    with _server(settings) as url:
        os.environ["PREFECT_API_URL"] = url
        talk.note(f"Prefect answers at {url}; Ctrl-C stops serving, and the schedule rests until it is served again")
        _serve_deployments(settings)


def _serve_deployments(settings: Settings) -> None:
    import prefect
    from prefect.context import SettingsContext, get_settings_context
    from prefect.settings import Settings as PrefectSettings

    from flows.deployments import deployments

    # Prefect 3.8.8 stops its runner on SIGTERM by a call it does not await, and stops all the same.
    warnings.filterwarnings("ignore", message="coroutine 'Runner.astop' was never awaited", category=RuntimeWarning)
    profile = get_settings_context().profile
    with SettingsContext(profile=profile, settings=PrefectSettings()):
        prefect.serve(*deployments(settings), limit=RUNS_AT_ONCE, print_starting_message=False)


def _set_environment(settings: Settings) -> None:
    """What the processes of runs inherit: absolute paths, and a Prefect that is ours unless a server was named."""
    for name, path in (
        ("INSPECTORATE_DATA_DIR", settings.data_dir),
        ("INSPECTORATE_SOURCES_DIR", settings.sources_dir),
        ("INSPECTORATE_CA_BUNDLE", settings.ca_bundle),
    ):
        if path is not None:
            os.environ[name] = str(path.expanduser().resolve())


@contextlib.contextmanager
def _server(settings: Settings) -> Iterator[str]:
    """The address of the server: the environment's, or our own for the block, started again if it dies."""
    given = api_url()
    if given is not None:
        yield given
        return
    home = (settings.pipeline_dir / "prefect").resolve()
    home.mkdir(parents=True, exist_ok=True)
    port = settings.serve_port
    url = f"http://127.0.0.1:{port}/api"
    os.environ.update(quiet_environment(home) | {"PREFECT_UI_API_URL": url})
    # How soon a triggered run starts; asking our own server next door that often costs nothing worth saving.
    os.environ.setdefault("PREFECT_RUNNER_POLL_FREQUENCY", "3")
    os.environ.pop("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", None)
    keeper = _Keeper(home, port)
    try:
        keeper.start()
        yield url
    finally:
        keeper.stop()


class _Keeper:
    """Keeps one server process running on a port, and starts another when it dies."""

    def __init__(self, home: Path, port: int) -> None:
        self._home = home
        self._port = port
        self._ended = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._keep, daemon=True)

    def start(self) -> None:
        """Start the first one.  Raises Problem when it does not answer, as when the port is taken."""
        self._process = started_server(self._home, self._port)
        try:
            announced_port(self._process, self._home)
        except Problem as problem:
            raise Problem(f"{problem.line}; if port {self._port} is taken, set INSPECTORATE_SERVE_PORT") from problem
        self._thread.start()

    def stop(self) -> None:
        """End it, and start no other."""
        self._ended.set()
        if self._process is not None:
            stop_server(self._process)

    def _keep(self) -> None:
        while not self._ended.wait(RESTART_SECONDS):
            if self._process is not None and self._process.poll() is not None:
                talk.error(f"the Prefect server ended ({self._process.returncode}); starting it again")
                self._process = started_server(self._home, self._port)
