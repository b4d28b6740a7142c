"""Keeps invented releases and real ones apart: every source of the sample site is called `sample_…`."""

from collections.abc import Iterable

import duckdb

from warehouse.errors import MixedWarehouse

_PREFIX = "sample_"


def is_sample(source: str) -> bool:
    """Whether a source is one of the sample site's."""
    return source.startswith(_PREFIX)


def refuse_mixture(con: duckdb.DuckDBPyConnection, sources: Iterable[str]) -> None:
    """Raises MixedWarehouse when polling these sources would mix invented rows with real ones.

    Files a person names (source `folder`) go into either.
    """
    asked = {source for source in sources if source != "folder"}
    held = _sources(con) - {"folder"}
    if any(map(is_sample, held)) and (real := sorted(s for s in asked if not is_sample(s))):
        raise MixedWarehouse(
            f"this warehouse holds invented releases of the sample site and takes none from {', '.join(real)};"
            " give the real ones a data directory of their own (INSPECTORATE_DATA_DIR)"
        )
    if any(not is_sample(s) for s in held) and (samples := sorted(s for s in asked if is_sample(s))):
        raise MixedWarehouse(
            f"this warehouse holds real releases and takes none from {', '.join(samples)};"
            " give the sample site a data directory of its own (INSPECTORATE_DATA_DIR)"
        )


def _sources(con: duckdb.DuckDBPyConnection) -> set[str]:
    rows = con.execute(
        "select distinct source from pipeline.discoveries union select distinct source from pipeline.documents"
        " union select distinct source from pipeline.readings"
    ).fetchall()
    return {source for (source,) in rows}
