"""Times: the words of tests/rules/dates.toml."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transform.settings import cases
from transform.dates import spells


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in cases("dates")])
def test_words_give_their_times(case: dict[str, Any]) -> None:
    assert [f"{spell.start} to {spell.end}" for spell in spells(case["words"])] == case["gives"]


@given(st.text(alphabet="0123456789 –-/,MarchJuneMay2019and to", max_size=80))
def test_any_words_give_times_that_begin_before_they_end(text: str) -> None:
    for spell in spells(text):
        assert spell.start <= spell.end
        assert spell.span.of(text)
