"""Charts as SVG, drawn when the pages are made; each carries its figures, for a table beside it."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair
import vl_convert

from warehouse.site.frame import number

# GOV.UK's palette for charts, worst to best; contrast between neighbours is at least 3 to 1 with the white gap.
GRADES = ("Inadequate", "Requires improvement", "Good", "Outstanding")
GRADE_COLOURS = ("#801650", "#f46a25", "#28a197", "#12436d")
BLUE = "#12436d"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawn chart: base64 of its SVG, what it shows in words, and the figures behind it."""

    svg: str
    alt: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def _drawn(chart: altair.Chart) -> str:
    styled = chart.configure(font="Arial, Helvetica, sans-serif").configure_axis(labelFontSize=13, titleFontSize=13)
    svg = vl_convert.vegalite_to_svg(styled.configure_legend(labelFontSize=13, titleFontSize=13).to_dict())
    return b64encode(svg.encode()).decode()


def grades_by(rows: Sequence[tuple[str, str, int]], what: str, caption: str) -> Chart | None:
    """Stacked bars of grades; `rows` are (group, grade, services).  Null where there is nothing to draw."""
    if not rows:
        return None
    values = [{what: group, "Rating": grade, "Services": n, "order": GRADES.index(grade)} for group, grade, n in rows]
    chart = (
        altair.Chart(altair.InlineData(values=values), width=560, height=altair.Step(28))
        .mark_bar(stroke="white", strokeWidth=1)
        .encode(
            y=altair.Y(what, type="nominal", title=what),
            x=altair.X("Services", type="quantitative", axis=altair.Axis(values=_whole_ticks(rows), format="d")),
            color=altair.Color(
                "Rating",
                type="nominal",
                scale=altair.Scale(domain=list(GRADES), range=list(GRADE_COLOURS)),
                sort=list(GRADES),
                legend=altair.Legend(orient="top", labelLimit=200),
            ),
            order=altair.Order("order", type="quantitative"),
        )
    )
    groups = len({group for group, _, _ in rows})
    total = sum(n for _, _, n in rows)
    alt = f"Stacked bars: {total} ratings in {groups} groups by {what.lower()}. The figures stand in the table below."
    return Chart(svg=_drawn(chart), alt=alt, caption=caption, columns=(what, "Rating", "Services"), rows=tuple(rows))


def _whole_ticks(rows: Sequence[tuple[str, str, int]]) -> list[int]:
    """Whole numbers along the axis, at most ten: services are not halved."""
    totals: dict[str, int] = {}
    for group, _, n in rows:
        totals[group] = totals.get(group, 0) + n
    most = max(totals.values())
    return list(range(0, most + 1, -(-most // 10)))


def releases_by_month(rows: Sequence[tuple[Any, int]], caption: str) -> Chart | None:
    """A square a month, darker for more releases; `rows` are (first of the month, releases)."""
    if not rows:
        return None
    values = [{"Year": str(month.year), "Month": month.strftime("%b"), "Releases": n} for month, n in rows]
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    base = altair.Chart(altair.InlineData(values=values), width=560, height=altair.Step(24)).encode(
        x=altair.X(
            "Month",
            type="ordinal",
            sort=months,
            title=None,
            scale=altair.Scale(domain=months),
            axis=altair.Axis(labelAngle=0),
        ),
        y=altair.Y("Year", type="ordinal", title=None),
    )
    squares = base.mark_rect(stroke="#b1b4b6").encode(
        color=altair.Color(
            "Releases",
            type="quantitative",
            scale=altair.Scale(range=["#ffffff", BLUE], domainMin=0, interpolate="rgb"),
            legend=None,
        )
    )
    most = max(n for _, n in rows)
    labels = base.mark_text(fontSize=12).encode(
        text=altair.Text("Releases", type="quantitative"),
        color=altair.condition(f"datum.Releases > {most / 2}", altair.value("white"), altair.value("#0b0c0c")),
    )
    empty = sum(1 for _, n in rows if n == 0)
    alt = f"A square for each of {len(rows)} months, {empty} of them without a release; the most in a month is {most}."
    told = tuple((month.strftime("%B %Y"), n) for month, n in rows)
    return Chart(svg=_drawn(squares + labels), alt=alt, caption=caption, columns=("Month", "Releases"), rows=told)


def series(rows: Sequence[tuple[Any, Any, str]], name: str, unit: str) -> Chart | None:
    """Points over time joined by a line; `rows` are (date, value, words), oldest first."""
    values = [{"Published": day.isoformat(), "Value": float(value)} for day, value, _ in rows]
    chart = (
        altair.Chart(altair.InlineData(values=values), width=560, height=200)
        .mark_line(point=altair.OverlayMarkDef(size=70), color=BLUE)
        .encode(
            x=altair.X("Published", type="temporal", axis=altair.Axis(format="%Y", tickCount="year")),
            y=altair.Y("Value", type="quantitative", title=unit),
        )
    )
    alt = f"Line of {len(rows)} points from {number(rows[0][1])} to {number(rows[-1][1])} {unit}."
    return Chart(
        svg=_drawn(chart),
        alt=alt,
        caption=f"{name}, {unit}, as releases state it",
        columns=("Published", "Value", "Words"),
        rows=tuple((day, number(value), words) for day, value, words in rows),
    )
