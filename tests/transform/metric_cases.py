"""Releases of one paragraph, and metrics written short, for the tests of the metrics."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from extract.records import Paragraph, ParagraphKind, Release
from transform.metrics import metrics
from transform.records import Doubt, Kind, Mention, Metric

RULES = Path(__file__).parents[1] / "rules"


def release_of(*paragraphs: tuple[ParagraphKind, str]) -> Release:
    """A release with these paragraphs, the first of them its title."""
    spans, at = [], 0
    for kind, words in paragraphs:
        spans.append(Paragraph(kind=kind, start_char=at, end_char=at + len(words)))
        at += len(words) + 2
    return Release(
        url=None,
        title=paragraphs[0][1],
        published_on=None,
        published_on_from=None,
        paragraphs=tuple(spans),
        text="\n\n".join(words for _, words in paragraphs),
        body_start=len(paragraphs[0][1]) + 2,
        notes_start=None,
        links=(),
        layout="plain_text",
        document_sha256="0" * 64,
    )


def release_saying(text: str) -> Release:
    """A release whose body is one paragraph."""
    return release_of((ParagraphKind.TITLE, "A title"), (ParagraphKind.TEXT, text))


def mentions_in(text: str) -> tuple[Mention[Metric] | Mention[Doubt], ...]:
    """All metrics and doubts of a one-paragraph release."""
    return metrics(release_saying(text), Kind.OTHER)


def found_in(text: str) -> list[dict[str, Any]]:
    """The metrics of a paragraph, each with all its fields and its words."""
    release = release_saying(text)
    return [
        {"text": mention.span.of(release.text), **fields_of(mention.value)}
        for mention in metrics(release, Kind.OTHER)
        if isinstance(mention.value, Metric)
    ]


def fields_of(metric: Metric) -> dict[str, Any]:
    """The fields of a metric."""
    return {name: getattr(metric, name) for name in Metric.__slots__}


def expected(row: dict[str, Any]) -> dict[str, Any]:
    """A row of a rule file with the fields it leaves out."""
    plain = {"value_high": None, "qualifier": "exact", "direction": None, "period": None, "of": None}
    numbers = {name: Decimal(str(row[name])) for name in ("value", "value_high", "of") if name in row}
    return {**plain, **row, **numbers}


def examples(pattern: str) -> list[dict[str, Any]]:
    """Every example of the rule files whose names match."""
    return [
        example for path in sorted(RULES.glob(pattern)) for example in tomllib.loads(path.read_text("utf-8"))["example"]
    ]
