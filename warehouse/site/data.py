"""What the pages show, read once from the published file."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

import duckdb

from warehouse.samples import is_sample

Row = dict[str, Any]
Page = tuple[str, str]
"""File name and HTML."""
Shared = dict[str, Any]
"""What every page's template is given."""


@dataclass(slots=True, kw_only=True)
class SiteData:
    """All rows by table, newest first, and by release."""

    releases: list[Row]
    inspections: list[Row]
    ratings: list[Row]
    metrics: list[Row]
    quotations: list[Row]
    sources: list[Row]
    inadequate_now: list[Row]
    answers: dict[str, list[tuple[Any, ...]]]
    by_release: dict[str, dict[str, list[Row]]] = field(default_factory=dict)

    @property
    def totals(self) -> dict[str, int]:
        """Number of rows by table."""
        return {name: len(getattr(self, name)) for name in ("releases", *TABLES)}

    @property
    def holds_samples(self) -> bool:
        """Whether these are the invented releases of the sample site."""
        return any(is_sample(str(row["source"])) for row in self.sources)


TABLES = ("inspections", "ratings", "metrics", "quotations")
ANSWERS = ("ratings_by_year", "current_by_type", "coverage", "fill_rates", "doubts", "layouts", "sources")


def sql(name: str) -> str:
    """The statement in `warehouse/sql/site/<name>.sql`."""
    return files("warehouse").joinpath("sql", "site", f"{name}.sql").read_text(encoding="utf-8")


def site_data(con: duckdb.DuckDBPyConnection) -> SiteData:
    """Everything the pages need, from an open connection to a published file."""
    tables = {name: _rows(con, name) for name in (*TABLES, "releases", "sources", "inadequate_now")}
    answers = {name: con.execute(sql(name)).fetchall() for name in ANSWERS}
    by_release: dict[str, dict[str, list[Row]]] = {
        row["release_id"]: {name: [] for name in TABLES} for row in tables["releases"]
    }
    for name in TABLES:
        for row in tables[name]:
            row.setdefault("published_on", row["released_on"])
            by_release[row["release_id"]][name].append(row)
    return SiteData(**tables, answers=answers, by_release=by_release)


def _rows(con: duckdb.DuckDBPyConnection, name: str) -> list[Row]:
    found = con.execute(sql(name))
    columns = [column[0] for column in found.description or ()]
    return [dict(zip(columns, values, strict=True)) for values in found.fetchall()]


def grouped(rows: Iterable[Row], column: str) -> dict[Any, list[Row]]:
    """Rows by the value of a column, in the order they come."""
    groups: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return groups
