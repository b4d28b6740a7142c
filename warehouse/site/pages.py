"""The pages one by one: each function gives the file names and HTML of its kind of page."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from warehouse.site import charts
from warehouse.site.data import Row, SiteData, grouped
from warehouse.site.frame import template
from warehouse.site.marks import marked
from warehouse.site.slugs import slugs

Page = tuple[str, str]
Shared = dict[str, Any]
_MOST_BYTES = 1_400_000
"""Estimated size of the rows of one page: with its frame and escaping it stays under 2 MB."""
_ROW_BYTES = 420
_SPEAKER_ROWS = 1_000
_LEAST_POINTS = 3


def overview(data: SiteData, shared: Shared) -> Iterator[Page]:
    """The first page: newest releases, and three pictures."""
    by_year = [(str(year), rating, n) for year, rating, _, n in data.answers["ratings_by_year"]]
    by_type = [(kind.replace("_", " "), rating, n) for kind, rating, n in data.answers["ratings_by_type"]]
    months = [(month, n) for month, n in data.answers["coverage"] if month is not None]
    yield (
        "index.html",
        template("index.html.j2").render(
            **shared | {"here": "index"},
            newest=data.releases[:20],
            ratings_by_year=charts.grades_by(by_year, "Year", "Overall grades by year of publication"),
            ratings_by_type=charts.grades_by(by_type, "Service", "Overall ratings by kind of service"),
            coverage=charts.releases_by_month(months, "Releases by month"),
        ),
    )


def organisations(data: SiteData, shared: Shared) -> Iterator[Page]:
    """A page for each body that was inspected or judged, and the list of them."""
    inspected, judged = grouped(data.inspections, "organisation"), grouped(data.ratings, "organisation")
    names = slugs(sorted(inspected.keys() | judged.keys()))
    entries = []
    for name, slug in names.items():
        reports = inspected.get(name, [])
        latest = reports[0] if reports else None
        entries.append(
            {
                "name": name,
                "href": f"organisations/{slug}.html",
                "type": latest["organisation_type"].replace("_", " ") if latest else "not inspected here",
                "rating": latest["overall_rating"] if latest else None,
                "cells": [
                    latest["organisation_type"].replace("_", " ") if latest else None,
                    latest["overall_rating"] if latest else None,
                    latest["released_on"] if latest else None,
                    len(reports),
                ],
            }
        )
        yield (f"organisations/{slug}.html", _organisation(name, reports, judged.get(name, []), data, shared))
    yield (
        "organisations.html",
        template("list.html.j2").render(
            **shared | {"here": "organisations"},
            heading="Organisations",
            explanation="Every service a release reports on or judges, by the name the release gives it.",
            columns=("Name", "Kind", "Latest overall rating", "Latest release", "Inspections"),
            choices=[("type", "Kind"), ("rating", "Latest rating")],
            entries=entries,
        ),
    )


def _organisation(name: str, reports: list[Row], judged: list[Row], data: SiteData, shared: Shared) -> str:
    releases = [data.by_release[release_id] for release_id in dict.fromkeys(row["release_id"] for row in reports)]
    alone = [release for release in releases if len(release["inspections"]) == 1]
    metrics = [row for release in alone for row in release["metrics"]]
    return template("organisation.html.j2").render(
        **shared | {"here": "organisations", "root": "../"},
        name=name,
        inspections=reports,
        ratings=judged,
        series=list(_series(metrics)),
        quotations=[row for release in releases for row in release["quotations"]],
        metrics=metrics,
    )


def _series(metrics: list[Row]) -> Iterator[charts.Chart | None]:
    """A line for each named level stated on three days or more; `other` measures no one thing."""
    levels = [row for row in metrics if row["name"] != "other" and row["direction"] is None and row["released_on"]]
    for (name, unit), rows in grouped([row | {"what": (row["name"], row["unit"])} for row in levels], "what").items():
        days = {row["released_on"] for row in rows}
        if len(days) >= _LEAST_POINTS and len(days) == len(rows):
            points = [(row["released_on"], row["value"], row["text"]) for row in reversed(rows)]
            yield charts.series(points, name.replace("_", " "), unit.replace("_", " "))


def speakers(data: SiteData, shared: Shared) -> Iterator[Page]:
    """A page for each speaker, and the list of them."""
    spoken = grouped([row for row in data.quotations if row["speaker"]], "speaker")
    names = slugs(spoken)
    entries = []
    for name, rows in sorted(spoken.items(), key=lambda item: (-len(item[1]), item[0])):
        roles = Counter(row["speaker_role"] for row in rows if row["speaker_role"])
        days = [row["released_on"] for row in rows if row["released_on"]]
        entries.append(
            {
                "name": name,
                "href": f"speakers/{names[name]}.html",
                "type": rows[0]["speaker_type"],
                "rating": None,
                "cells": [
                    rows[0]["speaker_type"],
                    roles.most_common(1)[0][0] if roles else None,
                    len(rows),
                    min(days) if days else None,
                    max(days) if days else None,
                ],
            }
        )
        yield (
            f"speakers/{names[name]}.html",
            template("speaker.html.j2").render(
                **shared | {"here": "speakers", "root": "../"},
                name=name,
                roles=roles.most_common(),
                quotations=rows[:_SPEAKER_ROWS],
                more=len(rows[_SPEAKER_ROWS:]),
            ),
        )
    yield (
        "speakers.html",
        template("list.html.j2").render(
            **shared | {"here": "speakers"},
            heading="Speakers",
            explanation="Everybody, and every document, that releases quote.",
            columns=("Name", "Type", "Role", "Quotations", "First", "Latest"),
            choices=[("type", "Type")],
            entries=entries,
        ),
    )


def tables(data: SiteData, shared: Shared) -> Iterator[Page]:
    """Quotations and metrics to search and filter, in as many parts as keep each page small."""
    for name, rows, choices in (
        ("quotations", data.quotations, [("speaker", "Speaker"), ("year", "Year"), ("kind", "Kind")]),
        ("metrics", data.metrics, [("name", "What"), ("unit", "Unit"), ("year", "Year")]),
    ):
        parts = _parts(rows)
        hrefs = [f"{name}.html" if index == 0 else f"{name}-{index + 1}.html" for index in range(len(parts))]
        links = [{"href": href, "label": _span_of_years(part)} for href, part in zip(hrefs, parts, strict=True)]
        for href, part in zip(hrefs, parts, strict=True):
            yield (
                href,
                template("rows.html.j2").render(
                    **shared | {"here": name},
                    heading=name.capitalize(),
                    rows=part,
                    parts=links,
                    this=href,
                    choices=choices,
                ),
            )


def _parts(rows: list[Row]) -> list[list[Row]]:
    parts: list[list[Row]] = [[]]
    size = 0
    for row in rows:
        bytes_ = _ROW_BYTES + 3 * len(row["title"]) + 2 * len(row["text"])
        if parts[-1] and size + bytes_ > _MOST_BYTES:
            parts.append([])
            size = 0
        parts[-1].append(row)
        size += bytes_
    return parts


def _span_of_years(rows: list[Row]) -> str:
    years = [row["year"] for row in rows]
    return "" if not years else years[0] if years[0] == years[-1] else f"{years[0]} to {years[-1]}"


def releases(data: SiteData, shared: Shared) -> Iterator[Page]:
    """A page for each release: its text, with the words of every row marked."""
    for release in data.releases:
        marks = {
            name: data.by_release[release["release_id"]][name]
            for name in ("inspections", "ratings", "metrics", "quotations")
        }
        yield (
            f"releases/{release['release_id']}.html",
            template("release.html.j2").render(
                **shared | {"here": "releases", "root": "../"},
                release=marked(release, marks, with_rules=False),
                withdrawn_at=release["withdrawn_at"],
            ),
        )
