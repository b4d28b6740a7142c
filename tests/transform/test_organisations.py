"""Bodies: the sentences of tests/rules/organisations.toml, and what the vocabulary holds."""

import re
from itertools import pairwise
from typing import Any

import pytest

from tests.transform.settings import cases
from transform.organisations import bodies, namings, organisations


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in cases("organisations")])
def test_sentence_names_its_bodies(case: dict[str, Any]) -> None:
    found = [naming for naming in namings(case["words"]) if naming.place and not naming.is_plural]
    told = [f"{naming.organisation_type}: {naming.name}" for naming in found if naming.place != "england and wales"]
    assert told == case["gives"]


def test_the_short_and_the_full_name_are_one_body() -> None:
    text = "Leeds YJS was inspected. Leeds Youth Justice Service (YJS) did well. Leeds youth justice service said so."
    (body,) = bodies(namings(text))
    assert body.name == "Leeds Youth Justice Service"
    assert [naming.span.of(text) for naming in body.namings] == [
        "Leeds YJS",
        "Leeds Youth Justice Service",
        "Leeds youth justice service",
    ]


def test_a_company_is_known_by_its_short_form() -> None:
    text = "KSS CRC was next. Kent, Surrey and Sussex Community Rehabilitation Company is owned by Seetec."
    (body,) = bodies(namings(text))
    assert body.name == "Kent, Surrey and Sussex Community Rehabilitation Company"


def test_the_vocabulary_has_all_companies_trusts_and_regions() -> None:
    rows = organisations()
    by_type: dict[str, set[str]] = {}
    for row in rows:
        by_type.setdefault(row.organisation_type, set()).add(row.name)
    assert {kind: len(names) for kind, names in by_type.items() if kind != "yos"} == {
        "crc": 21,
        "nps_division": 15,
        "probation_region": 12,
        "probation_trust": 35,
    }


def test_every_body_of_the_vocabulary_names_its_source() -> None:
    assert all(row.source for row in organisations())


def test_codes_have_the_form_of_their_register_and_none_stands_twice() -> None:
    codes = [row.official_code for row in organisations() if row.official_code]
    assert all(re.fullmatch(r"[EW](?:06|08|09|10|12|92)[0-9]{6}", code) for code in codes)
    assert len(codes) == len(set(codes))
    assert all(bool(row.official_code) == bool(row.official_code_from) for row in organisations())


def test_owners_follow_each_other_without_a_gap_that_matters() -> None:
    for name in {row.name for row in organisations() if row.organisation_type == "crc"}:
        spells = [row for row in organisations() if row.name == name]
        for before, after in pairwise(spells):
            assert before.until_on is not None
            assert after.from_on is not None
            assert 0 <= (after.from_on - before.until_on).days <= 1
