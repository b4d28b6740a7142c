"""Reviewed corrections set one field, keep the words, and notice when the source has mended itself."""

from decimal import Decimal

import pytest

from tests.transform.building import metric, release_rows
from transform.corrections import BadCorrection, corrected, corrections_of, reviewed_corrections

TEXT = "A title\n\nIt supervised 1,200 per cent of cases."
ENTRY = {
    "url": "https://probation.example/news/a",
    "table": "metrics",
    "words": "1,200 per cent",
    "field": "value",
    "expected": 1200,
    "says": 12,
    "reason": "the report says twelve",
}


def test_a_correction_sets_its_field_and_keeps_words_and_span() -> None:
    row = metric(TEXT, "1,200 per cent", "1200")
    mended = corrected(release_rows(TEXT, metrics=(row,)), corrections_of([ENTRY])).metrics[0]
    assert mended.value == Decimal(12)
    assert (mended.text, mended.start_char, mended.end_char) == (row.text, row.start_char, row.end_char)


def test_a_correction_of_another_release_changes_nothing() -> None:
    rows = release_rows(TEXT, metrics=(metric(TEXT, "1,200 per cent", "1200"),))
    assert corrected(rows, corrections_of([ENTRY | {"url": "https://probation.example/news/b"}])) == rows


def test_a_correction_is_unmet_once_the_source_has_mended_itself() -> None:
    [correction] = corrections_of([ENTRY])
    assert not correction.is_unmet_by(release_rows(TEXT, metrics=(metric(TEXT, "1,200 per cent", "1200"),)))
    mended_text = TEXT.replace("1,200", "12")
    assert correction.is_unmet_by(release_rows(mended_text, metrics=(metric(mended_text, "12 per cent", "12"),)))


def test_an_empty_value_stands_for_null() -> None:
    rows = release_rows(TEXT, metrics=(metric(TEXT, "1,200 per cent", "1200", period="in May"),))
    mended = corrected(rows, corrections_of([ENTRY | {"field": "period", "expected": "in May", "says": ""}]))
    assert mended.metrics[0].period is None


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"table": "releases"}, id="a table that has no words"),
        pytest.param({"field": "start_char"}, id="a position is never corrected"),
        pytest.param({"field": "colour"}, id="a field that is not there"),
        pytest.param({"reason": ""}, id="no reason"),
    ],
)
def test_a_bad_entry_is_refused_by_name(wrong: dict[str, str]) -> None:
    with pytest.raises(BadCorrection, match="1,200 per cent"):
        corrections_of([ENTRY | wrong])


def test_the_reviewed_corrections_are_well_formed() -> None:
    assert isinstance(reviewed_corrections(), tuple)
