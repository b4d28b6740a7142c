"""Gold: a release as two careful readers understood it.  Reads the JSON; judges nothing."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any


class BadGold(ValueError):
    """A gold file that is no JSON, or lacks a list or a field; the message names the file and what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One annotated release.  Rows are as the file has them: field name to value, numbers as Decimal, dates as date."""

    url: str | None
    title: str
    published_on: date | None
    inspections: tuple[dict[str, Any], ...]
    ratings: tuple[dict[str, Any], ...]
    metrics: tuple[dict[str, Any], ...]
    quotations: tuple[dict[str, Any], ...]
    not_metrics: tuple[str, ...]
    not_quotations: tuple[str, ...]
    not_ratings: tuple[str, ...]


FIELDS = {
    "inspections": (
        "organisation", "organisation_type", "owner", "published_on", "fieldwork_start", "fieldwork_end",
        "overall_rating", "score", "score_max", "joint",
    ),
    "ratings": ("organisation", "area", "standard", "rating", "is_grade", "is_previous", "text"),
    "metrics": ("text", "value", "value_high", "unit", "qualifier", "direction", "name", "period", "of"),
    "quotations": ("text", "kind", "speaker", "speaker_type", "speaker_role", "attribution"),
}  # fmt: skip
_DATES = {"published_on", "fieldwork_start", "fieldwork_end"}
_NUMBERS = {"value", "value_high", "of", "score", "score_max"}


def gold_of(source: str, name: str) -> Gold:
    """Gold from the JSON `source` of the file `name`.  Raises BadGold."""
    try:
        stated = json.loads(source, parse_float=Decimal, parse_int=Decimal)
        return Gold(
            url=stated["url"],
            title=stated["release"]["title"],
            published_on=_date(stated["release"]["published_on"]),
            inspections=_rows(stated, "inspections"),
            ratings=_rows(stated, "ratings"),
            metrics=_rows(stated, "metrics"),
            quotations=_rows(stated, "quotations"),
            not_metrics=tuple(stated.get("not_metrics", ())),
            not_quotations=tuple(stated.get("not_quotations", ())),
            not_ratings=tuple(stated.get("not_ratings", ())),
        )
    except KeyError as missing:
        raise BadGold(f"{name}: {missing} is missing") from missing
    except (ValueError, TypeError, InvalidOperation) as wrong:
        raise BadGold(f"{name}: {wrong}") from wrong


def _rows(stated: dict[str, Any], table: str) -> tuple[dict[str, Any], ...]:
    return tuple({column: _value(column, row[column]) for column in FIELDS[table]} for row in stated[table])


def _value(column: str, stated: Any) -> Any:
    if column in _DATES:
        return _date(stated)
    if column in _NUMBERS and stated is not None:
        return Decimal(stated)
    return stated


def _date(stated: str | None) -> date | None:
    return date.fromisoformat(stated) if stated is not None else None
