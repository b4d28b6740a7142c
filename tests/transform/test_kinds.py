"""Kinds of release: the openings of tests/rules/kinds.toml."""

from datetime import date
from typing import Any

import pytest

from extract.records import ParagraphKind
from tests.transform.settings import cases, release
from transform.kinds import kind_of
from transform.records import Kind


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in cases("kinds")])
def test_opening_tells_the_kind(case: dict[str, Any]) -> None:
    read = release((ParagraphKind.TEXT, case["opening"]), title=case["title"], published_on=date(2020, 5, 5))
    assert kind_of(read) is Kind(case["kind"])


def test_a_release_without_a_body_is_of_no_kind() -> None:
    assert kind_of(release(title="A title and nothing more")) is Kind.OTHER
