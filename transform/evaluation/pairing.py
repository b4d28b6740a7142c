"""Which row answers which gold row.  Every pairing is one to one; what is left over is missed or spurious."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from transform.evaluation.folding import folded, occurrences
from transform.rows import InspectionRow, MetricRow, QuotationRow, RatingRow

Row = Any
Pairs = list[tuple[dict[str, Any], Row]]


def by_key(
    gold: Sequence[dict[str, Any]],
    rows: Sequence[Row],
    of_gold: Callable[[dict[str, Any]], Hashable],
    of_row: Callable[[Row], Hashable],
) -> Pairs:
    """Pairs of equal keys; of several with one key the first goes with the first."""
    waiting: dict[Hashable, list[Row]] = {}
    for row in rows:
        waiting.setdefault(of_row(row), []).append(row)
    return [(wanted, waiting[of_gold(wanted)].pop(0)) for wanted in gold if waiting.get(of_gold(wanted))]


def quotation_pairs(gold: Sequence[dict[str, Any]], rows: Sequence[QuotationRow]) -> Pairs:
    """By exact words, folded."""
    return by_key(gold, rows, lambda wanted: folded(wanted["text"]), lambda row: folded(row.text))


def rating_pairs(gold: Sequence[dict[str, Any]], rows: Sequence[RatingRow]) -> Pairs:
    """By organisation, rating, is_previous and standard; by the folded area where the standard is `other`."""

    def work(standard: str, area: str) -> str:
        return f"other: {folded(area).lower()}" if standard == "other" else standard

    return by_key(
        gold,
        rows,
        lambda wanted: (
            folded(wanted["organisation"]),
            wanted["rating"],
            wanted["is_previous"],
            work(wanted["standard"], wanted["area"]),
        ),
        lambda row: (folded(row.organisation), row.rating, row.is_previous, work(row.standard, row.area)),
    )


def metric_pairs(gold: Sequence[dict[str, Any]], rows: Sequence[MetricRow], text: str) -> Pairs:
    """By value, unit and overlapping words; where the same words stand in several places, text order decides."""
    pairs: Pairs = []
    left = list(rows)
    for wanted in gold:
        places = list(occurrences(wanted["text"], text))
        for row in left:
            same = row.value == wanted["value"] and row.unit == wanted["unit"]
            if same and any(row.start_char < place.end_char and place.start_char < row.end_char for place in places):
                pairs.append((wanted, row))
                left.remove(row)
                break
    return pairs


def inspection_pairs(gold: Sequence[dict[str, Any]], rows: Sequence[InspectionRow]) -> Pairs:
    """By organisation, then what is left in text order, so that a wrong name costs the name and not every field."""
    named = by_key(gold, rows, lambda wanted: folded(wanted["organisation"]), lambda row: folded(row.organisation))
    gold_left = [wanted for wanted in gold if not any(wanted is pair[0] for pair in named)]
    rows_left = [row for row in rows if not any(row is pair[1] for pair in named)]
    return named + list(zip(gold_left, rows_left, strict=False))
