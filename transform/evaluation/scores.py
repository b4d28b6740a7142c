"""Scores of one document, and their sums over many."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from transform.evaluation.evidence import holds
from transform.evaluation.folding import folded, occurrences
from transform.evaluation.gold import FIELDS, Gold
from transform.evaluation.pairing import Pairs, inspection_pairs, metric_pairs, quotation_pairs, rating_pairs
from transform.records import Span
from transform.rows import MetricRow, QuotationRow, RatingRow, ReleaseRows

SCORED_FIELDS = {
    "quotations": ("speaker", "speaker_type", "kind"),
    "metrics": ("name", "qualifier", "direction", "period", "of"),
    "ratings": ("is_grade",),
    "inspections": FIELDS["inspections"],
    "releases": ("title", "published_on"),
}


@dataclass(slots=True, kw_only=True)
class TableScore:
    """Counts for one table.  `asked` and `right` count each further field over the pairs it was asked of."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, other: "TableScore") -> None:
        """Add the counts of another document."""
        self.gold += other.gold
        self.found += other.found
        self.matched += other.matched
        self.asked.update(other.asked)
        self.right.update(other.right)

    @property
    def precision(self) -> float:
        """Share of the rows found that gold has; 1 where none was found and none was to be found."""
        return self.matched / self.found if self.found else float(self.gold == 0)

    @property
    def recall(self) -> float:
        """Share of gold's rows that were found."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.matched / (self.gold + self.found) if self.gold + self.found else 1.0

    def accuracy(self, name: str) -> float:
        """Share of pairs in which this field is right; 1 where it was never asked."""
        return self.right[name] / self.asked[name] if self.asked[name] else 1.0


@dataclass(slots=True, kw_only=True)
class Score:
    """How well one document, or many, was understood.  `misses` says in words what was not."""

    documents: int = 0
    tables: dict[str, TableScore] = field(default_factory=lambda: {name: TableScore() for name in SCORED_FIELDS})
    spans_not_holding: int = 0
    words_not_holding: int = 0
    traps_hit: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Add another document's counts and misses."""
        self.documents += other.documents
        for name, table in other.tables.items():
            self.tables[name].add(table)
        self.spans_not_holding += other.spans_not_holding
        self.words_not_holding += other.words_not_holding
        self.traps_hit += other.traps_hit
        self.misses += other.misses


def score(gold: Gold, rows: ReleaseRows, name: str) -> Score:
    """How well `rows` answer `gold`; `name` stands before each miss."""
    text = rows.release.text
    result = Score(documents=1)

    def compare(table: str, wanted: Sequence[dict[str, Any]], found: Sequence[Any], pairs: Pairs) -> None:
        result.tables[table] = _table_score(table, wanted, found, pairs)
        result.misses += [f"{name}: {line}" for line in _misses(table, wanted, found, pairs)]

    release = {"title": gold.title, "published_on": gold.published_on}
    compare("releases", [release], [rows.release], [(release, rows.release)])
    compare("quotations", gold.quotations, rows.quotations, quotation_pairs(gold.quotations, rows.quotations))
    compare("metrics", gold.metrics, rows.metrics, metric_pairs(gold.metrics, rows.metrics, text))
    compare("ratings", gold.ratings, rows.ratings, rating_pairs(gold.ratings, rows.ratings))
    inspected = inspection_pairs(gold.inspections, rows.inspections)
    compare("inspections", gold.inspections, rows.inspections, inspected)
    _charge_unpaired_inspections(result.tables["inspections"], inspected)

    stated: tuple[QuotationRow | MetricRow | RatingRow, ...] = (*rows.quotations, *rows.metrics, *rows.ratings)
    for row in stated:
        if not holds(row, text):
            result.spans_not_holding += 1
            result.misses.append(f"{name}: span does not hold: {row.text!r} at {row.start_char}-{row.end_char}")
    for quotation in rows.quotations:
        if quotation.attribution is not None and folded(quotation.attribution) not in folded(text):
            result.words_not_holding += 1
            result.misses.append(f"{name}: attribution is not in the text: {quotation.attribution!r}")
    for hit in _traps_hit(gold, rows, text):
        result.traps_hit += 1
        result.misses.append(f"{name}: trap hit: {hit}")
    return result


def _same(wanted: Any, found: Any) -> bool:
    if isinstance(wanted, str) and isinstance(found, str):
        return folded(wanted) == folded(found)
    return bool(wanted == found)


def _table_score(table: str, wanted: Sequence[dict[str, Any]], found: Sequence[Any], pairs: Pairs) -> TableScore:
    result = TableScore(gold=len(wanted), found=len(found), matched=len(pairs))
    for column in SCORED_FIELDS[table]:
        result.asked[column] = len(pairs)
        result.right[column] = sum(_same(gold_row[column], getattr(row, column)) for gold_row, row in pairs)
    return result


def _charge_unpaired_inspections(result: TableScore, pairs: Pairs) -> None:
    """Every field of an inspection that is missing or too many counts as wrong; only equal names count as matched."""
    rows = max(result.gold, result.found)
    for column in SCORED_FIELDS["inspections"]:
        result.asked[column] = rows
    result.matched = sum(_same(gold_row["organisation"], row.organisation) for gold_row, row in pairs)


def _misses(table: str, wanted: Sequence[dict[str, Any]], found: Sequence[Any], pairs: Pairs) -> Iterable[str]:
    met_gold = {id(gold_row) for gold_row, _ in pairs}
    met_rows = {id(row) for _, row in pairs}
    shown = _shown(table)
    for gold_row in wanted:
        if id(gold_row) not in met_gold:
            yield f"{table}: missed {shown(gold_row.__getitem__)}"
    for row in found:
        if id(row) not in met_rows:
            yield f"{table}: spurious {shown(partial(getattr, row))} [{getattr(row, 'rule', '')}]"
    for gold_row, row in pairs:
        for column in SCORED_FIELDS[table]:
            if not _same(gold_row[column], getattr(row, column)):
                words = gold_row.get("text", gold_row.get("organisation", ""))
                yield f"{table}: {column} is {getattr(row, column)!s}, gold {gold_row[column]!s}, of {words[:90]!r}"


def _shown(table: str) -> Callable[[Callable[[str], Any]], str]:
    columns = {
        "quotations": ("speaker", "text"),
        "metrics": ("value", "unit", "name", "text"),
        "ratings": ("organisation", "area", "standard", "rating", "is_previous", "text"),
        "inspections": ("organisation", "organisation_type"),
        "releases": ("title",),
    }[table]
    return lambda of: " | ".join(str(of(column)) for column in columns)


def _traps_hit(gold: Gold, rows: ReleaseRows, text: str) -> Iterable[str]:
    for traps, found, gold_rows in (
        (gold.not_metrics, rows.metrics, gold.metrics),
        (gold.not_quotations, rows.quotations, gold.quotations),
        (gold.not_ratings, rows.ratings, gold.ratings),
    ):
        if not traps:
            continue
        covered = [
            place for row in gold_rows for part in row["text"].split("\n\n") for place in occurrences(part, text)
        ]
        for trap in traps:
            bare = [place for place in occurrences(trap, text) if not any(place.overlaps(other) for other in covered)]
            for row in found:
                span = Span(start_char=row.start_char, end_char=row.end_char)
                if folded(row.text) == folded(trap) or any(span.overlaps(place) for place in bare):
                    yield f"{trap!r} by {row.text[:90]!r} [{row.rule}]"
