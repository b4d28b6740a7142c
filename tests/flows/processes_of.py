"""Starting the command as a person does, and knowing which of our servers run."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

COMMAND = [sys.executable, "-m", "flows.cli.app"]


def _ignoring_no_signal() -> None:
    """A test session in the background of a shell ignores Ctrl-C, and what it starts would too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def started(*arguments: str, log: Path, **environment: str) -> "subprocess.Popen[bytes]":
    """The command, running; what it says goes to `log`."""
    with log.open("ab") as file:
        return subprocess.Popen(
            [*COMMAND, *arguments],
            env={**os.environ, **environment},
            stdout=file,
            stderr=file,
            preexec_fn=_ignoring_no_signal,
        )


def ran(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """The command, run to its end."""
    return subprocess.run(
        [*COMMAND, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def servers(home: Path) -> list[int]:
    """Processes of ours that serve Prefect out of this home."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            words = (entry / "cmdline").read_bytes()
            environment = (entry / "environ").read_bytes()
        except OSError:
            continue
        if b"flows.embedded_server" in words and f"PREFECT_HOME={home.resolve()}".encode() in environment:
            found.append(int(entry.name))
    return found


def until(holds: Callable[[], object], seconds: float, what: str) -> float:
    """Wait until something holds; how long that took.  Fails, naming it, when it takes too long."""
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        if holds():
            return time.monotonic() - begun
        time.sleep(0.2)
    raise AssertionError(f"{what}: not within {seconds} s")
