"""The whole site, written into a folder: pages first into a folder beside it, then put in its place."""

import secrets
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import duckdb

from warehouse.errors import WarehouseError
from warehouse.site import organisations, pages
from warehouse.site.data import Page, Shared, SiteData, site_data
from warehouse.site.frame import template

MARK = ".inspectorate-report"
"""A file in every folder written here; a folder without it is somebody else's and is never replaced."""


class NotOurFolder(WarehouseError):
    """The folder named holds files that are no report of ours."""


def write_report(
    con: duckdb.DuckDBPyConnection, folder: Path, made_on: date, advance: Callable[[], None] = lambda: None
) -> int:
    """Write the site into `folder` from an open connection to a published file; returns the number of pages.

    A report already there is replaced whole.  Raises NotOurFolder where the folder holds anything else.
    `advance` is called once a page.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        raise NotOurFolder(f"{folder} holds files that are no report; name an empty or a new folder")
    beside = folder.with_name(f"{folder.name}.tmp.{secrets.token_hex(6)}")
    written = 0
    try:
        for name, html in all_pages(site_data(con), made_on):
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8")
            written += 1
            advance()
        (beside / MARK).write_text("written by inspectorate report\n", encoding="utf-8")
        if folder.exists():
            shutil.rmtree(folder)
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return written


def all_pages(data: SiteData, made_on: date) -> Iterator[Page]:
    """File name and HTML of every page."""
    days = [row["published_on"] for row in data.releases if row["published_on"]]
    shared: Shared = {
        "root": "",
        "made_on": made_on,
        "newest_on": max(days) if days else None,
        "samples": data.holds_samples,
        "oldest_on": min(days) if days else None,
        "totals": data.totals,
    }
    for kind in (pages.overview, organisations.organisations, pages.speakers, pages.tables, pages.releases):
        yield from kind(data, shared)
    yield "quality.html", template("quality.html.j2").render(**shared | {"here": "quality"}, parts=_quality(data))
    yield "about.html", template("about.html.j2").render(**shared | {"here": "about"})


def _quality(data: SiteData) -> list[dict[str, object]]:
    filled = [
        (what, n, rows, f"{100 * n / rows:.1f} %" if rows else "–") for what, n, rows in data.answers["fill_rates"]
    ]
    empty = [(month.strftime("%B %Y"),) for month, n in data.answers["coverage"] if month and n == 0]
    return [
        {
            "caption": "Fill rates",
            "explanation": "How often a field that may be empty is filled.",
            "columns": ("Field", "Filled", "Rows", "Share"),
            "rows": filled,
        },
        {
            "caption": "Doubts",
            "explanation": "Words that rules saw and left out, by rule and reason.",
            "columns": ("Rule", "Reason", "Times"),
            "rows": data.answers["doubts"],
        },
        {
            "caption": "How pages were read",
            "explanation": "Layouts by number of releases; generic is used only for archived pages no layout knows.",
            "columns": ("Layout", "Releases"),
            "rows": data.answers["layouts"],
        },
        {
            "caption": "Where releases were found",
            "explanation": "Sources by number of releases and addresses.",
            "columns": ("Source", "Releases", "Addresses"),
            "rows": data.answers["sources"],
        },
        {
            "caption": "Months without releases",
            "explanation": "Between the first and the newest release loaded.",
            "columns": ("Month",),
            "rows": empty,
        },
    ]
