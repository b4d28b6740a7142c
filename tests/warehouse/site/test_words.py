"""Values are shown as people write them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from warehouse.site.words import day, number, plain, quantity


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(Decimal(11836), "11,836", id="a count as the rules give it"),
        pytest.param(Decimal("11836.00"), "11,836", id="a count as the database gives it"),
        pytest.param(Decimal("66.67"), "66.67", id="a share"),
        pytest.param(Decimal("1200.50"), "1,200.5", id="a noughth place less"),
        pytest.param(100, "100", id="a whole number keeps its noughts"),
        pytest.param(None, "", id="null"),
    ],
)
def test_numbers_are_shown_as_people_write_them(value: Decimal | int | None, shown: str) -> None:
    assert number(value) == shown


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        pytest.param({"value": 25, "unit": "percent", "qualifier": "at_least"}, "at least 25%", id="a share, hedged"),
        pytest.param({"value": 9, "of": 12, "unit": "points"}, "9 of 12 points", id="a score"),
        pytest.param({"value": 1, "of": 36, "unit": "points"}, "1 of 36 points", id="one of several is plural"),
        pytest.param({"value": 1, "unit": "people"}, "1 person", id="one alone is singular"),
        pytest.param({"value": 1, "unit": "cases"}, "1 case", id="and the regular too"),
        pytest.param({"value": 2500000, "unit": "GBP", "qualifier": "approximately"}, "about £2,500,000", id="money"),
        pytest.param(
            {"value": 10, "value_high": 20, "unit": "weeks", "qualifier": "range"}, "10 to 20 weeks", id="range"
        ),
        pytest.param({"value": 5, "unit": "percentage_points"}, "5 percentage points", id="a unit of two words"),
        pytest.param({"value": 7, "unit": "count"}, "7", id="a bare count"),
    ],
)
def test_a_quantity_says_its_unit_and_how_exact_it_is(row: dict[str, Any], shown: str) -> None:
    assert quantity({"value_high": None, "of": None, "qualifier": "exact", **row}) == shown


def test_days_and_words_of_closed_lists() -> None:
    assert (day(date(2024, 5, 3)), day(None)) == ("3 May 2024", "no date")
    assert (plain("cases_inspected"), plain("pdu")) == ("Cases inspected", "Probation delivery unit")
