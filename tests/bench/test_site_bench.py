"""What the report costs: seconds for 1,000 releases, and the size of its largest page."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.transform.building import inspection, metric, quotation, rating, release_rows
from transform.rows import ReleaseRows
from warehouse.connect import reading, writing
from warehouse.load import load
from warehouse.publish import publish
from warehouse.rows import Arrival
from warehouse.site.report import write_report

pytestmark = pytest.mark.bench
NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
RELEASES = 1_000
RANKS = {"Inadequate": 1, "Requires improvement": 2, "Good": 3, "Outstanding": 4}


def invented(number: int) -> ReleaseRows:
    """A release with one inspection, three ratings, eight metrics and eight quotations of ordinary length."""
    service = f"Service {number % 300} PDU"
    grade = tuple(RANKS)[number % 4]
    parts = [f"Release {number} about {service}", f"{service} was rated ‘{grade}’."]
    parts += [f"“Quotation {index} of release {number}, {'with words of some length ' * 9}.”" for index in range(8)]
    parts += [f"Inspectors read {index + 20} cases of part {index}." for index in range(8)]
    text = "\n\n".join(parts)
    sha256 = f"{number:064x}"
    quotations = tuple(
        replace(quotation(text, part[1:-1], speaker=f"Speaker {number % 20}"), position=index + 1)
        for index, part in enumerate(parts[2:10])
    )
    metrics = tuple(
        replace(
            metric(text, f"{index + 20} cases", str(index + 20), "cases", name="cases_inspected"), position=index + 1
        )
        for index in range(8)
    )
    rows = release_rows(
        text,
        inspections=(inspection(text, service, overall_rating=grade, overall_rating_from="text"),),
        ratings=(rating(text, f"rated ‘{grade}’", grade, organisation=service, rating_rank=RANKS[grade]),),
        quotations=quotations,
        metrics=metrics,
    )
    release = replace(
        rows.release,
        url=f"https://hmiprobation.justiceinspectorates.gov.uk/news/release-{number}",
        published_on=date(2013, 1, 1) + timedelta(days=4 * number),
        document_sha256=sha256,
    )
    return replace(rows, release=release)


def test_a_thousand_releases_render_in_seconds_and_pages_stay_small(tmp_path: Path) -> None:
    stated = [invented(number) for number in range(RELEASES)]
    with writing(tmp_path) as con:
        for first in range(0, RELEASES, 250):
            arrivals = [
                Arrival(
                    url=rows.release.url,
                    source="hale_news",
                    sha256=rows.release.document_sha256,
                    fetched_at=NOW,
                    captured_at=None,
                    status=200,
                    rows=rows,
                )
                for rows in stated[first : first + 250]
            ]
            assert {loaded.outcome for loaded in load(con, arrivals, "bench", NOW)} == {"loaded"}
    publish(tmp_path, now=NOW)
    with reading(tmp_path) as con:
        start = time.perf_counter()
        pages = write_report(con, tmp_path / "site", NOW.date())
        spent = time.perf_counter() - start
    largest = max((tmp_path / "site").rglob("*.html"), key=lambda path: path.stat().st_size)
    size = largest.stat().st_size
    print(
        f"\nreport: {RELEASES} releases, {pages} pages in {spent:.1f} s ({1000 * spent / RELEASES:.1f} ms a release); "
        f"largest page {largest.name} {size / 1e6:.2f} MB (limit 2 MB)"
    )
    assert size < 2_000_000
