"""Keeps invented releases and real ones apart: every source of the sample site is called `sample_…`."""

from collections.abc import Iterable

import duckdb


def holds_samples(con: duckdb.DuckDBPyConnection) -> bool:
    """Whether any row came from the sample site."""
    raise NotImplementedError


def refuse_mixture(con: duckdb.DuckDBPyConnection, sources: Iterable[str]) -> None:
    """Raises MixedWarehouse when polling these sources would mix invented rows with real ones."""
    raise NotImplementedError
