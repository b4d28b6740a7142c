"""Knowing a process again: by its id and the time it started, since ids are used twice."""

import os
import signal
import subprocess
import time
from pathlib import Path


def started(pid: int) -> str | None:
    """A word for when the process started, the same for all its life; null where there is no such process."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return _started_by_ps(pid) if not Path("/proc/self").exists() else None
    except ProcessLookupError:
        return None
    # The command's name stands in brackets and may hold spaces; field 22 is counted from behind it.
    fields = stat.rpartition(")")[2].split()
    return None if fields[0] == "Z" else fields[19]


def _started_by_ps(pid: int) -> str | None:
    found = subprocess.run(
        ["/bin/ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False, timeout=10
    )
    return found.stdout.strip() or None


def is_running(pid: int, since: str) -> bool:
    """Whether the process is the one that started then, and still runs."""
    return started(pid) == since


def end(pid: int, since: str, *, grace_seconds: float = 5.0) -> bool:
    """End the process if it is the one that started then: SIGTERM, then SIGKILL.  Whether there was one to end."""
    if not is_running(pid, since):
        return False
    deadline = time.monotonic() + grace_seconds
    for sent in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.kill(pid, sent)
        except ProcessLookupError:
            return True
        while is_running(pid, since) and time.monotonic() < deadline:
            time.sleep(0.05)
        deadline += 2.0
    return True
