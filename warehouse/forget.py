"""Removes a release for good: from every table and kept copy, leaving a tombstone that keeps it out."""

from datetime import datetime
from pathlib import Path

from warehouse.rows import Forgotten


def forget(data_dir: Path, url: str, *, now: datetime, wait_seconds: float = 60) -> Forgotten:
    """Remove the release with this address (or id) and publish; the caller removes its bodies from the raw store.

    An address that is not known leaves its tombstone all the same.
    """
    raise NotImplementedError


def is_forgotten(data_dir: Path, url: str) -> bool:
    """Whether an address has a tombstone; such a one is never fetched again."""
    raise NotImplementedError
