"""The pages of the bodies that were inspected or judged."""

from collections.abc import Iterator, Mapping
from typing import Any

from warehouse.site import charts
from warehouse.site.data import Page, Row, Shared, SiteData, grouped
from warehouse.site.frame import template
from warehouse.site.slugs import slugs
from warehouse.site.words import day, plain

_LEAST_POINTS = 3
_NOT_INSPECTED = "Not inspected in these releases"


def service_files(data: SiteData) -> dict[str, str]:
    """The file name (without folder and ending) of every service's page, by its name without abbreviations."""
    return slugs(sorted({row["service"] for row in (*data.inspections, *data.ratings)}))


def organisations(data: SiteData, shared: Shared) -> Iterator[Page]:
    """A page for each body that was inspected or judged, and the list of them."""
    inspected, judged = grouped(data.inspections, "service"), grouped(data.ratings, "service")
    entries = []
    for service, file in service_files(data).items():
        reports, ratings = inspected.get(service, []), judged.get(service, [])
        names = list(dict.fromkeys(row["organisation"] for row in (*reports, *ratings)))
        kind = plain(reports[0]["organisation_type"]) if reports else _NOT_INSPECTED
        grade = next((row for row in ratings if row["standard"] == "overall" and _is_grade(row)), None)
        entries.append(
            {
                "name": names[0],
                "href": f"organisations/{file}.html",
                "filters": {"type": kind, "rating": grade["rating"] if grade else None},
                "grade": grade["rating"] if grade else None,
                "cells": [kind, day(reports[0]["released_on"]) if reports else None, len(reports)],
            }
        )
        facts = {"kind": kind, "names": names, "grade": grade}
        yield f"organisations/{file}.html", _organisation(facts, reports, ratings, data, shared)
    yield (
        "organisations.html",
        template("list.html.j2").render(
            **shared | {"here": "organisations"},
            heading="Organisations",
            explanation="Every service a release reports on or judges, by the name its newest release gives it.",
            columns=("Name", "Latest overall grade", "Kind", "Latest inspection published", "Inspections"),
            choices=[
                ("type", "Kind", [(kind, kind) for kind in sorted({entry["filters"]["type"] for entry in entries})]),
                ("rating", "Latest overall grade", [(grade, grade) for grade in reversed(charts.GRADES)]),
            ],
            entries=sorted(entries, key=lambda entry: entry["name"].casefold()),
        ),
    )


def _is_grade(row: Row) -> bool:
    return bool(row["is_grade"] and not row["is_previous"])


def _organisation(
    facts: Mapping[str, Any], reports: list[Row], judged: list[Row], data: SiteData, shared: Shared
) -> str:
    releases = [data.by_release[release_id] for release_id in dict.fromkeys(row["release_id"] for row in reports)]
    alone = [release for release in releases if len(release["inspections"]) == 1]
    metrics = [row for release in alone for row in release["metrics"]]
    return template("organisation.html.j2").render(
        **shared | {"here": "organisations", "root": "../"},
        **facts,
        name=facts["names"][0],
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
            yield charts.series(points, plain(name), plain(unit))
