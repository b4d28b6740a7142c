"""Releases around a sentence under test: a title, an opening that names the service, and the words themselves."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from extract.records import DateFrom, ParagraphKind, Release
from extract.text import Block, compose

RULES = Path(__file__).parent.parent / "rules"

SETTINGS: dict[str, tuple[date, str, str]] = {
    "youth": (
        date(2023, 5, 9),
        "Ashdale Youth Justice Service inspected",
        "HM Inspectorate of Probation has inspected Ashdale Youth Justice Service (YJS).",
    ),
    "youth 2015": (
        date(2015, 3, 4),
        "Youth offending work in Ashdale",
        "Chief Inspector Paul McDowell today published a report on Ashdale Youth Offending Team.",
    ),
    "trust 2013": (
        date(2013, 2, 6),
        "Ashdale Probation Trust inspected",
        "The inspection of Ashdale Probation Trust was one of six.",
    ),
    "unit": (
        date(2023, 8, 2),
        "Ashdale Probation Delivery Unit inspected",
        "HM Inspectorate of Probation has inspected Ashdale Probation Delivery Unit (PDU).",
    ),
    "two units": (
        date(2023, 8, 2),
        "Northmoor and Southmoor inspected",
        "HM Inspectorate of Probation has inspected Northmoor PDU and Southmoor PDU.",
    ),
    "county": (
        date(2017, 8, 2),
        "Probation in Eastmarch",
        (
            "The inspection looked at work by the Eastmarch Community Rehabilitation Company (CRC) and by the National "
            "Probation Service (NPS) Eastmarch Division."
        ),
    ),
    "company": (
        date(2019, 8, 2),
        "Eastmarch CRC inspected",
        "The Eastmarch Community Rehabilitation Company (CRC) was inspected for the first time.",
    ),
    "region": (
        date(2024, 8, 2),
        "Eastmarch region inspected",
        "The Probation Service – Eastmarch region was inspected in the spring.",
    ),
}


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of `tests/rules/<name>.toml`."""
    return list(tomllib.loads((RULES / f"{name}.toml").read_text(encoding="utf-8"))["case"])


def release(
    *blocks: tuple[ParagraphKind, str],
    title: str = "A release",
    published_on: date | None = None,
    url: str | None = None,
) -> Release:
    """A release of these paragraphs, composed as a layout would."""
    composed = compose([Block(ParagraphKind.TITLE, title), *(Block(kind, text) for kind, text in blocks)])
    return Release(
        url=url,
        title=composed.title,
        published_on=published_on,
        published_on_from=DateFrom.PAGE if published_on else None,
        paragraphs=composed.paragraphs,
        text=composed.text,
        body_start=composed.body_start,
        notes_start=composed.notes_start,
        links=(),
        layout="test",
        document_sha256="0" * 64,
    )


def in_setting(case: dict[str, Any]) -> Release:
    """The release a case's words stand in."""
    published_on, title, opening = SETTINGS[case.get("setting", "youth")]
    kind = ParagraphKind(case.get("layout", "text"))
    return release((ParagraphKind.TEXT, opening), (kind, case["words"]), title=title, published_on=published_on)
