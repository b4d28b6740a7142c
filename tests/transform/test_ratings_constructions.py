"""Ratings: every way of grading, crossed with what may stand around it (`construction_cases`)."""

import pytest

from tests.transform.construction_cases import (
    COUNTS,
    GRADED,
    GRADED_IN_LOWER_CASE,
    PAIRS,
    PROSE,
    Built,
    counts,
    pairs,
    single,
)
from tests.transform.settings import in_setting
from transform.inspections import ratings_and_inspections
from transform.records import Kind, Rating

_WAYS = (
    [pytest.param(list(single(way, is_grade=True)), id=f"graded: {way}") for way in GRADED]
    + [
        pytest.param(list(single(way, is_grade=True, lower_case=True)), id=f"lower case: {way}")
        for way in GRADED_IN_LOWER_CASE
    ]
    + [pytest.param(list(single(way, is_grade=False)), id=f"prose: {way}") for way in PROSE]
    + [pytest.param(list(pairs(way)), id=f"pair: {way}") for way in PAIRS]
    + [pytest.param(list(counts(way)), id=f"count: {way}") for way in COUNTS]
)


def _given(words: str) -> list[tuple[str, str, bool]]:
    _, ratings = ratings_and_inspections(in_setting({"words": words}), Kind.INSPECTION)
    return sorted(
        (mention.value.standard, mention.value.rating, mention.value.is_grade)
        for mention in ratings
        if isinstance(mention.value, Rating)
    )


@pytest.mark.parametrize("built", _WAYS)
def test_a_way_of_grading_gives_its_ratings_whatever_stands_around_it(built: list[Built]) -> None:
    assert [(one.words, _given(one.words)) for one in built] == [(one.words, one.gives) for one in built]
