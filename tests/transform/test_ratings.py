"""Ratings: the sentences of tests/rules/ratings.toml, and what holds for any text."""

import re
from dataclasses import replace
from datetime import date
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.records import ParagraphKind
from tests.transform.settings import cases, in_setting, release
from transform.inspections import ratings_and_inspections
from transform.kinds import kind_of
from transform.organisations import namings
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


_PIECES = [
    "‘Good’",
    "‘Outstanding’",
    "‘Requires improvement’",
    "‘Inadequate’",
    "good",
    "Inadequate",
    "leadership",
    "staffing",
    "work to protect the public",
    "was rated",
    "were",
    "rated as",
    "an overall rating of",
    "from",
    "to",
    "for",
    "and",
    "or",
    ",",
    ".",
    "–",
    "(",
    ")",
    "“",
    "”",
    "’",
    "\n\n",
    "Ashdale YJS",
    "the CRC",
    "both",
    "which",
    "Kent, Surrey and Sussex CRC",
    "three of the ten standards",
    "in 2019",
    "respectively",
    "its last inspection",
    "Fieldwork",
    "took place in May 2022",
    "17 out of 27 points",
    "",
    "İ",
    "ß",
    "•",
    "🙂",
]


@given(pieces=st.lists(st.sampled_from(_PIECES), max_size=60), published_on=st.none() | st.just(date(2023, 5, 5)))
def test_any_words_give_spans_that_hold_in_text_order(pieces: list[str], published_on: date | None) -> None:
    text = " ".join(pieces)
    read = release((ParagraphKind.TEXT, text or "Nothing."), title="Ashdale YJS rated", published_on=published_on)
    for found in ratings_and_inspections(read, kind_of(read)):
        spans = [mention.span for mention in found]
        assert spans == sorted(spans)
        for mention in found:
            assert 0 <= mention.span.start_char < mention.span.end_char <= len(read.text)
            if isinstance(mention.value, Rating):
                assert mention.value.organisation
                words = mention.span.of(read.text).lower()
                assert re.search(r"good|outstanding|inadequate|improvement", words)
    assert ratings_and_inspections(read, kind_of(read)) == ratings_and_inspections(read, kind_of(read))


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    read = release((ParagraphKind.TEXT, text + " x"), title="A title", published_on=date(2019, 1, 1))
    ratings_and_inspections(read, kind_of(read))
    for kind in Kind:
        ratings_and_inspections(read, kind)


@pytest.mark.bench
@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("‘Good’ and ", id="grades"),
        pytest.param("leadership, ", id="areas"),
        pytest.param("Kent, Surrey and ", id="places"),
        pytest.param("rated from the ", id="verbs"),
        pytest.param("2019 3 out of 27 ", id="numbers"),
        pytest.param("“‘’” ", id="marks"),
        pytest.param("the CRC was rated ‘Good’ for leadership, which was ", id="sentence without end"),
        pytest.param("( – ", id="openings"),
    ],
)
def test_hostile_words_take_time_in_proportion_to_their_number(unit: str) -> None:
    def seconds(times: int) -> float:
        read = release(
            (ParagraphKind.TEXT, unit * times + "."), title="Ashdale YJS rated", published_on=date(2023, 5, 5)
        )
        namings.cache_clear()
        begin = process_time()
        ratings_and_inspections(read, Kind.INSPECTION)
        return process_time() - begin

    seconds(50)
    once = min(seconds(400) for _ in range(2))
    fourfold = min(seconds(1600) for _ in range(2))
    assert fourfold < max(0.05, 8 * once)


@pytest.mark.parametrize(
    ("url", "words", "count"),
    [
        pytest.param("https://example.org/releases/2015/06/ashdale/", "", 0, id="older by its address"),
        pytest.param(None, "", 0, id="no address, and work called satisfactory"),
        pytest.param("https://example.org/releases/2019/06/ashdale/", "", 1, id="newer by its address"),
        pytest.param(None, "Planning was rated ‘Inadequate’. ", 2, id="a grade in marks"),
    ],
)
def test_the_older_youth_scale_gives_no_ratings(url: str | None, words: str, count: int) -> None:
    text = f"Ashdale YOT was inspected. Work to protect the public was good. {words}Governance was satisfactory."
    read = release((ParagraphKind.TEXT, text), title="Ashdale YOT inspected")
    _, ratings = ratings_and_inspections(replace(read, url=url, published_on=None), Kind.INSPECTION)
    assert len([mention for mention in ratings if isinstance(mention.value, Rating)]) == count
