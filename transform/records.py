"""What the rules hand over: spans, mentions and facts.  Holds no behaviour but a span's own."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """Half-open range of code points in `Release.text`; `text[start_char:end_char]` is the words."""

    start_char: int
    end_char: int

    def of(self, text: str) -> str:
        """The words in `text` this span covers."""
        return text[self.start_char : self.end_char]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start_char < other.end_char and other.start_char < self.end_char


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Generic[T]):
    """What a rule read at one place; the span's words are the evidence.  `rule` reads well in `explain`."""

    rule: str
    span: Span
    value: T


class Undecided(Exception):
    """Raised by a rule that has two readings or a near miss; `derive` turns it into a doubt."""

    def __init__(self, rule: str, span: Span, reason: str) -> None:
        super().__init__(f"{rule}: {reason}")
        self.rule = rule
        self.span = span
        self.reason = reason


class Kind(StrEnum):
    """Kinds of release; the first three promise an inspection row, none promises a rating."""

    INSPECTION = "inspection"
    THEMATIC = "thematic"
    NATIONAL = "national"
    ANNUAL_REPORT = "annual_report"
    SERIOUS_FURTHER_OFFENCE_REVIEW = "serious_further_offence_review"
    STATEMENT = "statement"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Somebody's words.  Field values are those of docs/annotation.md.

    `text` has the paragraphs of one utterance joined by a blank line, without the marks between them; `mark` is
    `double` or `single`.  `speaker` is canonical, null where no cue tells (`speaker_type` is then `unknown`).
    `speaker_reason` says how it was resolved (the name of a cue model); `speaker_from` is `text`, or `vocabulary` where
    the full name is not written.
    """

    text: str
    mark: str
    kind: str
    speaker: str | None
    speaker_type: str
    speaker_role: str | None
    attribution: str | None
    speaker_reason: str
    speaker_from: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """A quantity stated.  `value` is in `unit`, fractions as percent, rounded half up to two places."""

    value: Decimal
    value_high: Decimal | None
    unit: str
    qualifier: str
    direction: str | None
    name: str
    period: str | None
    of: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A judgement on the four-point scale; `rating` is `Outstanding`, `Good`, `Requires improvement`, `Inadequate`."""

    organisation: str
    area: str
    standard: str
    rating: str
    is_grade: bool
    is_previous: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """A service inspected; the mention's span is its first naming.  Each `…_from` is null where its field is."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Words a rule saw and did not understand, with the reason."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything a release says, each with its span, in text order."""

    kind: Kind
    inspections: tuple[Mention[Inspection], ...]
    ratings: tuple[Mention[Rating], ...]
    metrics: tuple[Mention[Metric], ...]
    quotations: tuple[Mention[Quotation], ...]
    doubts: tuple[Mention[Doubt], ...]
