"""The public file: a copy of the writer's database, put in place by rename."""

from datetime import datetime
from pathlib import Path

from warehouse.rows import Published


def publish(data_dir: Path, *, now: datetime, at_most_every_seconds: float = 0, wait_seconds: float = 60) -> Published:
    """Check, and replace `data_dir/inspectorate.duckdb`, unless nothing changed or the last one is too young.

    Must not be called while this thread has the build database open.  A backfill passes `at_most_every_seconds=30`
    after each batch and 0 at its end.  Raises PublishRefused when the copy does not open.
    """
    raise NotImplementedError
