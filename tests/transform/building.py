"""Rows for tests, each field with a plain value unless the test says otherwise."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from transform.rows import InspectionRow, MetricRow, QuotationRow, RatingRow, ReleaseRow, ReleaseRows

NO_ROWS: dict[str, tuple[()]] = {"inspections": (), "ratings": (), "metrics": (), "quotations": (), "doubts": ()}


def release_rows(text: str, **tables: Any) -> ReleaseRows:
    """A release whose text is `text` (its first paragraph the title), with the tables given."""
    release = ReleaseRow(
        url="https://probation.example/news/a",
        title=text.split("\n\n", maxsplit=1)[0],
        published_on=date(2024, 5, 7),
        published_on_from="page",
        kind="inspection",
        layout="hale",
        text=text,
        body_start=0,
        notes_start=None,
        document_sha256="0" * 64,
    )
    return ReleaseRows(release=release, **(NO_ROWS | tables))


def place(text: str, words: str, nth: int = 1) -> dict[str, Any]:
    """Text and positions of the nth occurrence of `words`."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return {
        "text": words,
        "start_char": start,
        "end_char": start + len(words),
        "position": 1,
        "paragraph": (1,),
        "rule": "test",
    }


def quotation(text: str, words: str, /, **fields: Any) -> QuotationRow:
    """A full quotation of Martin Jones."""
    row = QuotationRow(
        kind="full", speaker="Martin Jones", speaker_type="person", speaker_role=None, attribution=None,
        speaker_reason="test", speaker_from="text", mark="double", **place(text, words),
    )  # fmt: skip
    return replace(row, **fields)


def metric(text: str, words: str, value: str, unit: str = "percent", nth: int = 1, **fields: Any) -> MetricRow:
    """An exact metric named `other`."""
    row = MetricRow(
        value=Decimal(value), value_high=None, unit=unit, qualifier="exact", direction=None, name="other", period=None,
        of=None, **place(text, words, nth),
    )  # fmt: skip
    return replace(row, **fields)


def rating(
    text: str, words: str, grade: str, area: str = "overall", standard: str = "overall", **fields: Any
) -> RatingRow:
    """A current grade of Anytown PDU."""
    row = RatingRow(
        organisation="Anytown PDU", area=area, standard=standard, rating=grade, rating_rank=1, is_grade=True,
        is_previous=False, **place(text, words),
    )  # fmt: skip
    return replace(row, **fields)


def inspection(text: str, organisation: str, /, **fields: Any) -> InspectionRow:
    """A PDU inspected, nothing else known."""
    row = InspectionRow(
        organisation=organisation, organisation_type="pdu", organisation_type_from="text", owner=None, owner_from=None,
        published_on=date(2024, 5, 7), published_on_from="page", fieldwork_start=None, fieldwork_end=None,
        fieldwork_from=None, overall_rating=None, overall_rating_from=None, score=None, score_max=None, score_from=None,
        joint=False, joint_from="text", **place(text, organisation),
    )  # fmt: skip
    return replace(row, **fields)
