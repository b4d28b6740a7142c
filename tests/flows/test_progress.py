"""How far a run has got, as a person sees it: on a terminal, without one, and under `--quiet`."""

import os
import pty
import re
import subprocess
import sys

from flows import progress as progress_module
from flows.cli import talk
from flows.progress import progress

_ON_A_TERMINAL = """
import time
from flows.progress import progress
with progress("backfill") as tell:
    for done in range(4):
        tell(done, 3, f"http://probation.example/news/r{done}")
        time.sleep(0.3)
"""


def _seen_on_a_terminal(script):
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    process = subprocess.Popen([sys.executable, "-c", script], stderr=theirs, env=environment)
    os.close(theirs)
    seen = b""
    try:
        while piece := os.read(ours, 65536):
            seen += piece
    except OSError:
        # Linux ends a terminal nobody holds any more with an error instead of nothing.
        pass
    finally:
        os.close(ours)
    assert process.wait(60) == 0, seen
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen.decode())


def test_on_a_terminal_there_is_a_bar_with_counts_the_remaining_time_and_the_last_address():
    seen = _seen_on_a_terminal(_ON_A_TERMINAL)
    assert "0/3" in seen
    assert "3/3" in seen
    assert re.search(r"backfill [━╸╺]+ 2/3 0:00:0\d http://probation.example/news/r2", seen), seen


def test_elsewhere_there_are_plain_lines_now_and_then_and_one_at_the_end(capsys, monkeypatch):
    with progress("backfill") as tell:
        tell(0, 3, "a")
        tell(1, 3, "b")
        monkeypatch.setattr(progress_module, "LINE_EVERY_SECONDS", 0.0)
        tell(2, 3, "c")
        tell(3, 3, "d")
        tell(3, 3, "d")
    assert capsys.readouterr().err.splitlines() == ["backfill: 2 of 3, last c", "backfill: 3 of 3, last d"]


def test_quiet_says_nothing(capsys, monkeypatch):
    monkeypatch.setattr(talk, "is_quiet", lambda: True)
    with progress("backfill") as tell:
        tell(3, 3, "d")
    assert capsys.readouterr().err == ""
