"""Inspections: the releases of tests/rules/inspections.toml."""

from typing import Any

import pytest

from extract.records import ParagraphKind
from tests.transform.settings import cases, release
from transform.inspections import ratings_and_inspections
from transform.kinds import kind_of
from transform.records import Inspection


def told(row: Inspection) -> str:
    parts = [f"{row.organisation_type}: {row.organisation}"]
    parts += [f"owner {row.owner}"] if row.owner else []
    parts += [f"fieldwork {row.fieldwork_start} to {row.fieldwork_end}"] if row.fieldwork_start else []
    parts += [row.overall_rating] if row.overall_rating else []
    parts += [f"{row.score} of {row.score_max}"] if row.score is not None else []
    parts += ["joint"] if row.joint else []
    return "; ".join(parts)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in cases("inspections")])
def test_release_gives_its_inspections(case: dict[str, Any]) -> None:
    blocks = [(ParagraphKind.TEXT, words) for words in case["paragraphs"]]
    read = release(*blocks, title=case["title"], published_on=case["published_on"])
    inspections, _ = ratings_and_inspections(read, kind_of(read))
    rows = [mention.value for mention in inspections if isinstance(mention.value, Inspection)]
    assert [told(row) for row in rows] == case["gives"]
    assert all(row.published_on == case["published_on"] and row.published_on_from == "page" for row in rows)
