"""Ratings: the sentences of tests/rules/ratings.toml, and what holds for any text."""

from typing import Any

import pytest

from tests.transform.settings import cases, in_setting
from transform.inspections import ratings_and_inspections
from transform.kinds import kind_of
from transform.records import Kind, Mention, Rating


def told(mention: Mention[Rating], inspected: set[str]) -> str:
    rating = mention.value
    area = f"other/{rating.area}" if rating.standard == "other" else rating.standard
    words = f"{area}: {rating.rating}"
    words += "" if rating.is_grade else " prose"
    words += " previous" if rating.is_previous else ""
    return words if {rating.organisation} == inspected else f"{words} of {rating.organisation}"


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in cases("ratings")])
def test_sentence_gives_its_ratings(case: dict[str, Any]) -> None:
    release = in_setting(case)
    inspections, ratings = ratings_and_inspections(release, Kind.INSPECTION)
    inspected = {mention.value.organisation for mention in inspections if hasattr(mention.value, "organisation")}
    rows = [mention for mention in ratings if isinstance(mention.value, Rating)]
    assert sorted(told(row, inspected) for row in rows) == sorted(case["gives"])
    assert kind_of(release) is Kind.INSPECTION
