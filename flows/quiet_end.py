"""Ends a process without the report DuckDB's binding makes of what Prefect's threads still hold.  Hides no error."""

import atexit
import os
import sys


def _close_standard_error() -> None:
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def end_quietly() -> None:
    """Let nothing be printed once Python takes itself down: DuckDB then lists dozens of objects it calls leaked.

    Seen with duckdb 2.0.0 and prefect 3.8.8.  To be called before Prefect is imported, so that it is done last.
    """
    atexit.register(_close_standard_error)
