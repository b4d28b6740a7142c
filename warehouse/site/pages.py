"""The pages one by one: each function gives the file names and HTML of its kind of page."""

from collections import Counter
from collections.abc import Iterable, Iterator

from warehouse.site import charts
from warehouse.site.data import Page, Row, Shared, SiteData, grouped
from warehouse.site.frame import template
from warehouse.site.marks import marked
from warehouse.site.organisations import service_files
from warehouse.site.slugs import slugs
from warehouse.site.words import day, plain

_MOST_BYTES = 1_400_000
"""Estimated size of the rows of one page: with its frame and escaping it stays under 2 MB."""
_ROW_BYTES = 480
_SPEAKER_ROWS = 1_000
_NEWEST = 12


def overview(data: SiteData, shared: Shared) -> Iterator[Page]:
    """The first page: where services stand, three pictures, and the newest releases."""
    kinds = [(plain(kind), rating, n) for kind, rating, n in data.answers["current_by_type"]]
    grades: Counter[str] = Counter()
    for _, rating, n in kinds:
        grades[rating] += n
    files = service_files(data)
    yield (
        "index.html",
        template("index.html.j2").render(
            **shared | {"here": "index"},
            standing=[(grade, grades[grade]) for grade in reversed(charts.GRADES)],
            inadequate=[row | {"href": f"organisations/{files[row['service']]}.html"} for row in data.inadequate_now],
            newest=data.releases[:_NEWEST],
            ratings_by_year=charts.grades_by_year(data.answers["ratings_by_year"], "Overall grades over time"),
            ratings_by_type=charts.grades_by_kind(kinds, "Latest overall grade, by kind of service"),
            coverage=charts.releases_by_month(data.answers["coverage"], "Releases by month"),
        ),
    )


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
                "filters": {"type": rows[0]["speaker_type"]},
                "cells": [
                    plain(rows[0]["speaker_type"]),
                    roles.most_common(1)[0][0] if roles else None,
                    len(rows),
                    day(min(days)) if days else None,
                    day(max(days)) if days else None,
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
                choices=[("year", "Year", options(row["year"] for row in rows[:_SPEAKER_ROWS]))],
            ),
        )
    yield (
        "speakers.html",
        template("list.html.j2").render(
            **shared | {"here": "speakers"},
            heading="Speakers",
            explanation="Everybody, and every document, that releases quote.",
            columns=("Name", "Type", "Role", "Quotations", "First", "Latest"),
            choices=[("type", "Type", options(entry["filters"]["type"] for entry in entries))],
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
                    choices=[
                        (column, title, options(row[column] for row in part if row[column]))
                        for column, title in choices
                    ],
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


def options(values: Iterable[str]) -> list[tuple[str, str]]:
    """Values to choose from with the words a reader sees: years newest first, the rest by their words."""
    found = {value: plain(value) for value in values}
    ordered = sorted(found.items(), key=lambda option: option[1].casefold())
    return ordered[::-1] if all(value[:1].isdigit() for value in found) else ordered


def releases(data: SiteData, shared: Shared) -> Iterator[Page]:
    """A page for each release, its text with the words of every row marked, and the list of them."""
    entries = [
        {
            "name": row["title"],
            "href": f"releases/{row['release_id']}.html",
            "filters": {
                "kind": row["kind"],
                "year": str(row["published_on"].year) if row["published_on"] else "no date",
            },
            "cells": [
                plain(row["kind"]),
                day(row["published_on"]),
                *map(len, data.by_release[row["release_id"]].values()),
            ],
        }
        for row in data.releases
    ]
    yield (
        "releases.html",
        template("list.html.j2").render(
            **shared | {"here": "releases"},
            heading="Releases",
            explanation="Every press release read, newest first.",
            columns=("Title", "Kind", "Published", "Inspections", "Ratings", "Metrics", "Quotations"),
            choices=[
                (name, name.capitalize(), options(entry["filters"][name] for entry in entries))
                for name in ("kind", "year")
            ],
            entries=entries,
        ),
    )
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
