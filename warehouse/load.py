"""Arrivals into tables: one transaction a batch, the same content twice changes nothing.  Does not read pages."""

from collections.abc import Sequence
from datetime import datetime

import duckdb

from transform.rows import OrganisationRow, SpeakerRow
from warehouse.rows import Arrival, Loaded


def load(
    con: duckdb.DuckDBPyConnection, arrivals: Sequence[Arrival], rules_version: str, now: datetime
) -> tuple[Loaded, ...]:
    """Take in a batch (some hundreds at a time); one result an arrival, in their order.

    Facts, versions, `row_changes`, fetches, quarantine rows and the ledger are written in one transaction; a release
    that fails its own checks or a table's is quarantined (stage `check` or `load`), and the others are loaded.
    """
    raise NotImplementedError


def load_vocabulary(
    con: duckdb.DuckDBPyConnection,
    speakers: Sequence[SpeakerRow],
    organisations: Sequence[OrganisationRow],
    rules_version: str,
    now: datetime,
) -> int:
    """Replace `speakers` and `organisations` where the vocabulary changed; returns how many rows differ."""
    raise NotImplementedError
