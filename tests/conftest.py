"""What tests of several rooms share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.quiet_end import end_quietly


@pytest.fixture(scope="session")
def demo_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data folder of the demonstration, made once as `make demo` makes it; read it, do not write to it."""
    folder = tmp_path_factory.mktemp("demo") / "demo"
    ours = ("INSPECTORATE_", "PREFECT_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    command = [str(Path(sys.executable).with_name("inspectorate")), "sample-site", "demo", "--data-dir", str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def pytest_configure() -> None:
    """Prefect keeps objects of DuckDB to the end, and DuckDB then reports them at length after the last line."""
    end_quietly()
