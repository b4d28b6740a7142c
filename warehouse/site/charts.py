"""Charts as SVG, drawn from Vega-Lite when the pages are made; each carries its figures, for a table beside it."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import vl_convert

from warehouse.site.words import number

# GOV.UK's palette for charts, worst to best; contrast between neighbours is at least 3 to 1 with the white gap.
GRADES = ("Inadequate", "Requires improvement", "Good", "Outstanding")
GRADE_COLOURS = ("#801650", "#f46a25", "#28a197", "#12436d")
BLUE, INK, LINE = "#12436d", "#0b0c0c", "#b1b4b6"
_WIDE, _NARROW = 640, 330

Spec = dict[str, Any]
"""A Vega-Lite specification or part of one: https://vega.github.io/vega-lite/docs/."""

_LOOK: Spec = {
    "font": "Arial, Helvetica, sans-serif",
    "padding": 2,
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 13,
        "labelColor": INK,
        "gridColor": "#e3e4e5",
        "domain": False,
        "ticks": False,
        "title": None,
    },
    "legend": {
        "labelFontSize": 13,
        "title": None,
        "labelLimit": 200,
        "symbolType": "square",
        "columnPadding": 14,
        "orient": "top",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart drawn twice, for a desk and for a phone (base64 of SVG), what it shows, and the figures behind it."""

    wide: str
    narrow: str
    alt: str
    title: str
    unit: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def _drawn(draw: Callable[[int], Spec]) -> dict[str, str]:
    return {"wide": _svg(draw(_WIDE)), "narrow": _svg(draw(_NARROW))}


def _svg(spec: Spec) -> str:
    svg = vl_convert.vegalite_to_svg({**spec, "config": _LOOK})
    return b64encode(svg.encode()).decode()


def _stacked(rows: Sequence[tuple[Any, str, int]], group: str, channel: Spec, size: Spec) -> Spec:
    """Grades stacked in each group, worst first, with their figures on them; `group` is the channel x or y."""
    totals: dict[str, int] = {}
    for name, _, n in rows:
        totals[str(name)] = totals.get(str(name), 0) + n
    most = max(totals.values())
    amount = {"field": "number", "type": "quantitative", "stack": "zero"}
    # Whole numbers along the axis, at most ten: services are not halved.
    ticks = {"values": list(range(0, most + 1, -(-most // 10))), "format": "d"}
    other = "y" if group == "x" else "x"
    dark = {"test": {"field": "grade", "oneOf": [GRADES[0], GRADES[3]]}, "value": "white"}
    scale = {"domain": GRADES, "range": GRADE_COLOURS}
    legend = {"columns": 4 if size["width"] > _NARROW else 2}
    return {
        **size,
        "data": {
            "values": [
                {"group": str(name), "grade": grade, "number": n, "order": GRADES.index(grade)}
                for name, grade, n in rows
            ]
        },
        "encoding": {
            group: {"field": "group", "type": "nominal", **channel},
            "order": {"field": "order", "type": "quantitative"},
        },
        "layer": [
            {
                "mark": {"type": "bar", "stroke": "white", "strokeWidth": 1, **({"size": 24} if group == "y" else {})},
                "encoding": {
                    other: {**amount, "axis": ticks},
                    "color": {"field": "grade", "type": "nominal", "scale": scale, "legend": legend},
                },
            },
            {
                "mark": {"type": "text", "fontSize": 12},
                "encoding": {
                    other: {**amount, "bandPosition": 0.5},
                    "text": {"field": "number", "type": "quantitative"},
                    "color": {"condition": dark, "value": INK},
                },
            },
        ],
    }


def grades_by_year(rows: Sequence[tuple[int, str, int]], title: str) -> Chart | None:
    """A column a year, years without a grade too; `rows` are (year, grade, services).  Null where there are none."""
    if not rows:
        return None
    years = [str(year) for year in range(min(rows)[0], max(rows)[0] + 1)]
    across = {"scale": {"domain": years}, "axis": {"labelAngle": 0, "labelOverlap": True}}
    return Chart(
        **_drawn(lambda width: _stacked(rows, "x", across, {"width": width - 40, "height": 260})),
        alt=f"Stacked columns: {sum(n for _, _, n in rows)} overall grades, {years[0]} to {years[-1]}; figures below.",
        title=title,
        unit="Number of services, by year of publication",
        columns=("Year", "Rating", "Services"),
        rows=tuple((str(year), grade, n) for year, grade, n in rows),
    )


def grades_by_kind(rows: Sequence[tuple[str, str, int]], title: str) -> Chart | None:
    """A bar a kind of service, the largest first; `rows` are (kind, grade, services).  Null where there are none."""
    if not rows:
        return None
    kinds = sorted({kind for kind, _, _ in rows}, key=lambda kind: (-sum(n for k, _, n in rows if k == kind), kind))

    def draw(width: int) -> Spec:
        # The name stands over its bar, so that a long one costs no width.
        above = {"labelAlign": "left", "labelOffset": -22, "labelPadding": 0, "labelLimit": width}
        return _stacked(rows, "y", {"sort": kinds, "axis": above}, {"width": width - 20, "height": {"step": 52}})

    return Chart(
        **_drawn(draw),
        alt=f"Stacked bars: {sum(n for _, _, n in rows)} services, {len(kinds)} kinds of them; figures below.",
        title=title,
        unit="Number of services",
        columns=("Kind of service", "Rating", "Services"),
        rows=tuple(rows),
    )


def releases_by_month(rows: Sequence[tuple[Any, int]], title: str) -> Chart | None:
    """A square a month, darker for more releases; `rows` are (first of the month, releases)."""
    if not rows:
        return None
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    most = max(n for _, n in rows)

    def draw(width: int) -> Spec:
        axis = {"labelAngle": 0, "orient": "top"}
        if width == _NARROW:
            axis["labelExpr"] = "slice(datum.label, 0, 1)"
        shade = {"range": ["#ffffff", BLUE], "domainMin": 0, "interpolate": "rgb"}
        dark = {"test": f"datum.releases > {most / 2}", "value": "white"}
        return {
            "width": width - 50,
            "height": {"step": 24},
            "data": {"values": [{"year": str(month.year), "month": f"{month:%b}", "releases": n} for month, n in rows]},
            "encoding": {
                "x": {"field": "month", "type": "ordinal", "sort": months, "scale": {"domain": months}, "axis": axis},
                "y": {"field": "year", "type": "ordinal"},
            },
            "layer": [
                {
                    "mark": {"type": "rect", "stroke": LINE},
                    "encoding": {
                        "color": {"field": "releases", "type": "quantitative", "scale": shade, "legend": None}
                    },
                },
                {
                    "transform": [{"filter": "datum.releases > 0"}],
                    "mark": {"type": "text", "fontSize": 12},
                    "encoding": {
                        "text": {"field": "releases", "type": "quantitative"},
                        "color": {"condition": dark, "value": INK},
                    },
                },
            ],
        }

    empty = sum(1 for _, n in rows if n == 0)
    return Chart(
        **_drawn(draw),
        alt=f"A square for each of {len(rows)} months, {empty} of them without a release; at most {most} in a month.",
        title=title,
        unit="Number of releases",
        columns=("Month", "Releases"),
        rows=tuple((month.strftime("%B %Y"), n) for month, n in rows),
    )


def series(rows: Sequence[tuple[Any, Any, str]], name: str, unit: str) -> Chart | None:
    """Points over time joined by a line; `rows` are (date, value, words), oldest first."""
    values = [{"day": day.isoformat(), "value": float(value)} for day, value, _ in rows]

    def draw(width: int) -> Spec:
        years = {"format": "%Y", "tickCount": "year", "grid": False}
        return {
            "width": width - 60,
            "height": 200,
            "data": {"values": values},
            "mark": {"type": "line", "point": {"size": 70}, "color": BLUE},
            "encoding": {
                "x": {"field": "day", "type": "temporal", "axis": years},
                "y": {"field": "value", "type": "quantitative"},
            },
        }

    return Chart(
        **_drawn(draw),
        alt=f"Line of {len(rows)} points from {number(rows[0][1])} to {number(rows[-1][1])} {unit}.",
        title=name,
        unit=f"{unit}, as each release states it, by day of publication",
        columns=("Published", "Value", "Words"),
        rows=tuple((day, number(value), words) for day, value, words in rows),
    )
