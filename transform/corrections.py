"""Reviewed corrections of single fields: data, with the words expected and the reason.  Changes no words, no spans."""

from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from transform.rows import InspectionRow, MetricRow, QuotationRow, RatingRow, ReleaseRows
from transform.vocabulary import load

FactRow = InspectionRow | RatingRow | MetricRow | QuotationRow
_TABLES: dict[str, type[FactRow]] = {
    "inspections": InspectionRow,
    "ratings": RatingRow,
    "metrics": MetricRow,
    "quotations": QuotationRow,
}
_PLACE = {"text", "start_char", "end_char", "position", "paragraph", "rule"}


class BadCorrection(ValueError):
    """An entry of corrections.toml that names a table or a field that is not there, or gives no reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One field of the rows with these words, in the release at this address: `expected` becomes `says`."""

    url: str
    table: str
    words: str
    field: str
    expected: object
    says: object
    reason: str

    def fits(self, row: FactRow) -> bool:
        """Whether the row has the words and still the value this correction was written for."""
        return row.text == self.words and getattr(row, self.field) == self.expected

    def is_unmet_by(self, stated: ReleaseRows) -> bool:
        """Whether this correction is meant for that release and finds no row it fits."""
        return self.url == stated.release.url and not any(self.fits(row) for row in getattr(stated, self.table))


def corrections_of(entries: list[dict[str, Any]]) -> tuple[Correction, ...]:
    """Corrections from TOML entries.  Raises BadCorrection naming the entry and what is wrong with it."""
    return tuple(_correction(entry) for entry in entries)


def _correction(entry: dict[str, Any]) -> Correction:
    wanted = {field.name for field in fields(Correction)}
    name = f"correction of {entry.get('words')!r} in {entry.get('url')}"
    if entry.keys() != wanted or not entry["reason"]:
        raise BadCorrection(f"{name}: needs exactly {', '.join(sorted(wanted))}, none of them empty")
    table = _TABLES.get(entry["table"])
    correctable = {field.name for field in fields(table)} - _PLACE if table else set()
    if entry["field"] not in correctable:
        raise BadCorrection(f"{name}: no field {entry['field']!r} of {entry['table']!r} can be corrected")
    return Correction(**(entry | {"expected": _value(entry["expected"]), "says": _value(entry["says"])}))


def _value(stated: object) -> object:
    """TOML's value as a row holds it: numbers as Decimal (equal to an int of the same value), `""` as null."""
    if isinstance(stated, bool | date):
        return stated
    if isinstance(stated, int | float):
        return Decimal(str(stated))
    return None if stated == "" else stated


@cache
def reviewed_corrections() -> tuple[Correction, ...]:
    """The corrections of `vocabulary/corrections.toml`."""
    return corrections_of(load("corrections")["correction"])


def corrected(stated: ReleaseRows, corrections: tuple[Correction, ...]) -> ReleaseRows:
    """The same rows with every correction applied that fits one of them."""
    for correction in corrections:
        if correction.url == stated.release.url:
            mended = tuple(
                replace(row, **{correction.field: correction.says}) if correction.fits(row) else row
                for row in getattr(stated, correction.table)
            )
            changed: dict[str, Any] = {correction.table: mended}
            stated = replace(stated, **changed)
    return stated
