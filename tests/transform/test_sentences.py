import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transform.records import Span
from transform.sentences import sentences


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(start_char=0, end_char=len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We came. We saw.", ["We came.", "We saw."], id="two sentences"),
        pytest.param(
            "Mr. Russell met Dr. Shah. They spoke.", ["Mr. Russell met Dr. Shah.", "They spoke."], id="titles"
        ),
        pytest.param(
            "J. Smith came at 4 p.m. on Monday.", ["J. Smith came at 4 p.m. on Monday."], id="initials and hours"
        ),
        pytest.param("It cost £2.5 million. Why?", ["It cost £2.5 million.", "Why?"], id="a point in a figure"),
        pytest.param("See No. 4 of the series.", ["See No. 4 of the series."], id="a number's abbreviation"),
        pytest.param("“We came. We saw.” He left.", ["“We came.", "We saw.”", "He left."], id="stops inside marks"),
        pytest.param(
            "“Why?” asked one boy. “Who knows.”", ["“Why?” asked one boy.", "“Who knows.”"], id="a small letter goes on"
        ),
        pytest.param("Wait… what? Yes!", ["Wait… what?", "Yes!"], id="dots that end nothing"),
        pytest.param("(It rained.) It stopped.", ["(It rained.)", "It stopped."], id="brackets close with the stop"),
        pytest.param("No stop at the end", ["No stop at the end"], id="an open end"),
        pytest.param("   ", [], id="white space has none"),
    ],
)
def test_sentences_of_a_paragraph(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_only_the_paragraph_is_cut() -> None:
    text = "First. Second. Third. Fourth."
    spans = sentences(text, Span(start_char=7, end_char=21))
    assert [span.of(text) for span in spans] == ["Second.", "Third."]


@given(st.text(alphabet="Aa. ?!…”“’1)\n", max_size=120))
def test_sentences_keep_order_and_lose_only_white_space(text: str) -> None:
    spans = sentences(text, Span(start_char=0, end_char=len(text)))
    assert all(one.end_char <= two.start_char for one, two in itertools.pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
