"""Scores count what docs/annotation.md says is scored, and nothing scores well by accident."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.transform.building import inspection, metric, quotation, rating, release_rows
from transform.evaluation.folding import folded, occurrences
from transform.evaluation.gold import BadGold, Gold, gold_of
from transform.evaluation.scores import Score, score

TEXT = (
    "Anytown PDU found wanting\n\n"
    "Anytown PDU was rated ‘Good’. Of 60 cases, 17 of the cases met the standard; 17 of the cases did not.\n\n"
    "Martin Jones said: “It is poor.\n\n“It must do better.” Call 020 7946 0001."
)


def gold(**tables: Any) -> Gold:
    stated = {
        "url": None,
        "release": {"title": "Anytown PDU found wanting", "published_on": "2024-05-07"},
        "inspections": [],
        "ratings": [],
        "metrics": [],
        "quotations": [],
    }
    return gold_of(json.dumps(stated | tables), "test")


QUOTATION = {
    "text": "It is poor.\n\nIt must do better.",
    "kind": "full",
    "speaker": "Martin Jones",
    "speaker_type": "person",
    "speaker_role": None,
    "attribution": "Martin Jones said",
}
METRIC = {
    "text": "60 cases",
    "value": 60,
    "value_high": None,
    "unit": "cases",
    "qualifier": "exact",
    "direction": None,
    "name": "cases_inspected",
    "period": None,
    "of": None,
}


def two_paragraphs(**fields: Any) -> Any:
    start = TEXT.index("It is poor")
    row = quotation(TEXT, "It is poor.", end_char=TEXT.index("better.") + 7, start_char=start, text=QUOTATION["text"])
    return replace(row, **fields)


def test_a_quotation_matches_by_exact_words_with_marks_between_paragraphs_dropped() -> None:
    result = score(gold(quotations=[QUOTATION]), release_rows(TEXT, quotations=(two_paragraphs(),)), "a")
    assert (result.tables["quotations"].f1, result.spans_not_holding, result.misses) == (1.0, 0, [])


def test_quote_shapes_and_white_space_decide_nothing() -> None:
    assert folded("“It  is\u00a0poor” – he said…") == '"It is poor" - he said...'


def test_a_missed_and_a_spurious_quotation_each_cost() -> None:
    rows = release_rows(TEXT, quotations=(quotation(TEXT, "It must do better."),))
    table = score(gold(quotations=[QUOTATION]), rows, "a").tables["quotations"]
    assert (table.precision, table.recall, table.f1) == (0.0, 0.0, 0.0)


def test_the_wrong_speaker_costs_accuracy_and_not_the_match() -> None:
    rows = release_rows(TEXT, quotations=(two_paragraphs(speaker="the report", speaker_type="report"),))
    table = score(gold(quotations=[QUOTATION]), rows, "a").tables["quotations"]
    assert (table.f1, table.accuracy("speaker"), table.accuracy("kind")) == (1.0, 0.0, 1.0)


def test_a_metric_needs_value_unit_and_overlapping_words() -> None:
    wrong_value = release_rows(TEXT, metrics=(metric(TEXT, "60 cases", "61", "cases"),))
    elsewhere = release_rows(TEXT, metrics=(metric(TEXT, "17 of the cases", "60", "cases"),))
    right = release_rows(TEXT, metrics=(metric(TEXT, "60", "60", "cases", name="cases_inspected"),))
    found = [score(gold(metrics=[METRIC]), rows, "a").tables["metrics"] for rows in (wrong_value, elsewhere, right)]
    assert [table.f1 for table in found] == [0.0, 0.0, 1.0]


def test_equal_metrics_in_two_places_are_two() -> None:
    twice = [METRIC | {"text": "17 of the cases", "value": 17}] * 2
    one = release_rows(TEXT, metrics=(metric(TEXT, "17 of the cases", "17", "cases"),))
    both = release_rows(TEXT, metrics=(*one.metrics, metric(TEXT, "17 of the cases", "17", "cases", nth=2)))
    assert score(gold(metrics=twice), one, "a").tables["metrics"].recall == 0.5
    assert score(gold(metrics=twice), both, "a").tables["metrics"].f1 == 1.0


def test_a_rating_pairs_by_standard_and_by_area_where_that_is_other() -> None:
    wanted = {
        "organisation": "Anytown PDU",
        "area": "Domestic abuse",
        "standard": "other",
        "rating": "Good",
        "is_grade": True,
        "is_previous": False,
        "text": "‘Good’",
    }
    same = release_rows(TEXT, ratings=(rating(TEXT, "rated ‘Good’", "Good", "domestic abuse", "other"),))
    other = release_rows(TEXT, ratings=(rating(TEXT, "rated ‘Good’", "Good", "victims", "other"),))
    assert score(gold(ratings=[wanted]), same, "a").tables["ratings"].f1 == 1.0
    assert score(gold(ratings=[wanted]), other, "a").tables["ratings"].f1 == 0.0


INSPECTION = {
    "organisation": "Anytown PDU",
    "organisation_type": "pdu",
    "owner": None,
    "published_on": "2024-05-07",
    "fieldwork_start": None,
    "fieldwork_end": None,
    "overall_rating": "Good",
    "score": None,
    "score_max": None,
    "joint": False,
}


def test_an_inspection_counts_each_field_and_a_missing_one_counts_them_all() -> None:
    found = score(
        gold(inspections=[INSPECTION]), release_rows(TEXT, inspections=(inspection(TEXT, "Anytown PDU"),)), "a"
    )
    table = found.tables["inspections"]
    assert (table.accuracy("organisation"), table.accuracy("overall_rating")) == (1.0, 0.0)
    missing = score(gold(inspections=[INSPECTION]), release_rows(TEXT), "a").tables["inspections"]
    assert {missing.accuracy(name) for name in ("organisation", "owner", "joint")} == {0.0}


def test_an_inspection_too_many_costs_too() -> None:
    rows = release_rows(TEXT, inspections=(inspection(TEXT, "Anytown PDU"),))
    assert score(gold(), rows, "a").tables["inspections"].accuracy("organisation") == 0.0


def test_a_span_that_does_not_hold_is_counted() -> None:
    moved = metric(TEXT, "60 cases", "60", "cases", start_char=0, end_char=8)
    assert score(gold(), release_rows(TEXT, metrics=(moved,)), "a").spans_not_holding == 1


def test_an_attribution_that_is_not_in_the_text_is_counted() -> None:
    rows = release_rows(TEXT, quotations=(two_paragraphs(attribution="Nobody said"),))
    assert score(gold(quotations=[QUOTATION]), rows, "a").words_not_holding == 1


@pytest.mark.parametrize(
    ("trap", "row", "hits"),
    [
        pytest.param("17", metric(TEXT, "17 of the cases", "17", "cases"), 1, id="overlaps the trap"),
        pytest.param("60", metric(TEXT, "60 cases", "60", "cases"), 0, id="a gold row covers the trap's words"),
        pytest.param(
            "7", metric(TEXT, "17 of the cases", "17", "cases"), 0, id="part of a longer number is another number"
        ),
    ],
)
def test_a_trap_is_hit_where_no_gold_row_covers_it(trap: str, row: Any, hits: int) -> None:
    rows = release_rows(TEXT, metrics=(row,))
    assert score(gold(metrics=[METRIC], not_metrics=[trap]), rows, "a").traps_hit == hits


def test_a_masked_number_is_found_by_the_words_it_had() -> None:
    masked = TEXT.replace("020 7946 0001", "••• •••• ••••")
    assert [span.of(masked) for span in occurrences("020 7946 0001", masked)] == ["••• •••• ••••"]


def test_sums_over_documents_add_counts() -> None:
    total = Score()
    for rows in (release_rows(TEXT, quotations=(two_paragraphs(),)), release_rows(TEXT)):
        total.add(score(gold(quotations=[QUOTATION]), rows, "a"))
    table = total.tables["quotations"]
    assert (total.documents, table.gold, table.found, table.matched, table.recall) == (2, 2, 1, 1, 0.5)


@pytest.mark.parametrize(
    "source", ["{", '{"url": null}', '{"url": null, "release": {"title": "a", "published_on": "May"}}']
)
def test_bad_gold_is_refused_by_its_name(source: str) -> None:
    with pytest.raises(BadGold, match="odd"):
        gold_of(source, "odd")
