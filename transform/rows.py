"""One row class for each fact table, in the database's types, without ids and times: `warehouse/` adds those.

Fields are the columns of `warehouse/sql/tables/`, where each is described; a test holds the two equal.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRow:
    """A release as its current text has it."""

    url: str | None
    title: str
    published_on: date | None
    published_on_from: str | None
    kind: str
    layout: str
    text: str
    body_start: int
    notes_start: int | None
    document_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionRow:
    """A service inspected in a release; `text` is its first naming."""

    organisation: str
    organisation_type: str
    organisation_type_from: str
    owner: str | None
    owner_from: str | None
    published_on: date | None
    published_on_from: str | None
    fieldwork_start: date | None
    fieldwork_end: date | None
    fieldwork_from: str | None
    overall_rating: str | None
    overall_rating_from: str | None
    score: int | None
    score_max: int | None
    score_from: str | None
    joint: bool
    joint_from: str
    text: str
    start_char: int
    end_char: int
    position: int
    paragraph: tuple[int, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingRow:
    """A judgement on a service, overall or on an area, current or previous."""

    organisation: str
    area: str
    standard: str
    rating: str
    rating_rank: int
    is_grade: bool
    is_previous: bool
    text: str
    start_char: int
    end_char: int
    position: int
    paragraph: tuple[int, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricRow:
    """A quantity stated."""

    value: Decimal
    value_high: Decimal | None
    unit: str
    qualifier: str
    direction: str | None
    name: str
    period: str | None
    of: Decimal | None
    text: str
    start_char: int
    end_char: int
    position: int
    paragraph: tuple[int, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationRow:
    """Somebody's words."""

    kind: str
    speaker: str | None
    speaker_type: str
    speaker_role: str | None
    attribution: str | None
    speaker_reason: str
    speaker_from: str | None
    mark: str
    text: str
    start_char: int
    end_char: int
    position: int
    paragraph: tuple[int, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtRow:
    """Words a rule could not decide."""

    reason: str
    text: str
    start_char: int
    end_char: int
    position: int
    paragraph: tuple[int, ...]
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """A person the vocabulary knows, with one tenure of a role; dates are null where not known."""

    name: str
    role: str
    from_on: date | None
    until_on: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """A body the vocabulary knows, under one owner and for one time.

    `official_code` is the code an official register gives it (of the council, of the region), `official_code_from`
    names that register; both null where there is none.
    """

    name: str
    short_name: str | None
    organisation_type: str
    owner: str | None
    region: str | None
    official_code: str | None
    official_code_from: str | None
    from_on: date | None
    until_on: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRows:
    """All rows of one release, each tuple in text order."""

    release: ReleaseRow
    inspections: tuple[InspectionRow, ...]
    ratings: tuple[RatingRow, ...]
    metrics: tuple[MetricRow, ...]
    quotations: tuple[QuotationRow, ...]
    doubts: tuple[DoubtRow, ...]
