"""Invented releases and their rows, for tests: no sentence here was ever published by anybody."""

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from transform.rows import InspectionRow, MetricRow, QuotationRow, RatingRow, ReleaseRow, ReleaseRows
from warehouse.rows import Arrival

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
RULES = "rules-1"

FILLER = (
    "Inspectors visited the invented service of {place} and spoke to its staff about how they plan, review and record "
    "their work with people on probation. They read assessments, sat in on appointments and asked what had changed "
    "since the last visit. Many practitioners knew the people they supervise well and could say what helped them, and "
    "what the wider partnership still owed them in housing, in health and in learning."
)


def rows(
    place: str = "Saltmarsh",
    *,
    title: str | None = None,
    published_on: date | None = date(2024, 5, 1),
    url: str | None = "https://probation.example/news/saltmarsh",
    rating: str = "Good",
    percent: str = "28",
    quotations: tuple[str, ...] = ("Staff work hard, and it shows.", "More is needed on public protection."),
    sha256: str | None = None,
    extra: str = "",
    **changes: Any,
) -> ReleaseRows:
    """A release about one service, with an overall rating, a metric and some quotations."""
    title = title or f"Invented inspection of {place} probation delivery unit"
    said = "\n\n".join(f"The Chief Inspector said: “{words}”" for words in quotations)
    lead = f"{place} PDU has received an overall rating of ‘{rating}’ following an inspection."
    counted = f"In {percent} per cent of the cases inspected the assessment was not good enough."
    body = "\n\n".join(part for part in (lead, FILLER.format(place=place), counted, said, extra) if part)
    text = f"{title}\n\n{body}"
    release = ReleaseRow(
        url=url,
        title=title,
        published_on=published_on,
        published_on_from=None if published_on is None else "page",
        kind="inspection",
        layout="hale",
        text=text,
        body_start=len(title) + 2,
        notes_start=None,
        document_sha256=sha256 or digest_of(text),
    )
    return ReleaseRows(
        release=release if not changes else ReleaseRow(**{**_values(release), **changes}),
        inspections=(
            InspectionRow(
                organisation=f"{place} PDU",
                organisation_type="pdu",
                organisation_type_from="text",
                owner=None,
                owner_from=None,
                published_on=published_on,
                published_on_from=None if published_on is None else "page",
                fieldwork_start=None,
                fieldwork_end=None,
                fieldwork_from=None,
                overall_rating=rating,
                overall_rating_from="text",
                score=None,
                score_max=None,
                score_from=None,
                joint=False,
                joint_from="text",
                **placed(text, f"{place} PDU", 1),
            ),
        ),
        ratings=(
            RatingRow(
                organisation=f"{place} PDU",
                area="overall",
                standard="overall",
                rating=rating,
                rating_rank=["Inadequate", "Requires improvement", "Good", "Outstanding"].index(rating) + 1,
                is_grade=True,
                is_previous=False,
                **placed(text, f"an overall rating of ‘{rating}’", 1),
            ),
        ),
        metrics=(
            MetricRow(
                value=Decimal(percent),
                value_high=None,
                unit="percent",
                qualifier="exact",
                direction=None,
                name="cases_insufficient",
                period=None,
                of=None,
                **placed(text, f"{percent} per cent of the cases", 1),
            ),
        ),
        quotations=tuple(
            QuotationRow(
                kind="full",
                speaker="Avery Thorne",
                speaker_type="person",
                speaker_role="Chief Inspector",
                attribution="The Chief Inspector said",
                speaker_reason="role",
                speaker_from="vocabulary",
                mark="double",
                **placed(text, words, at),
            )
            for at, words in enumerate(quotations, start=1)
        ),
        doubts=(),
    )


def placed(text: str, words: str, position: int) -> dict[str, Any]:
    """The span fields of words, at their first place in the text."""
    start = text.index(words)
    return {
        "text": words,
        "start_char": start,
        "end_char": start + len(words),
        "position": position,
        "paragraph": (text.count("\n\n", 0, start),),
        "rule": "invented",
    }


def digest_of(text: str) -> str:
    """A SHA-256 for an invented document."""
    return hashlib.sha256(text.encode()).hexdigest()


def arrival(
    release: ReleaseRows,
    *,
    source: str = "hale_news",
    fetched_at: datetime = NOON,
    captured_at: datetime | None = None,
    sha256: str | None = None,
) -> Arrival:
    """A release as it arrives from a source."""
    return Arrival(
        url=release.release.url,
        source=source,
        sha256=sha256 or release.release.document_sha256,
        fetched_at=fetched_at,
        captured_at=captured_at,
        status=200,
        rows=release,
    )


def _values(row: ReleaseRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ReleaseRow.__slots__}
