"""Metrics of whole sentences, of the seed release, and of anything at all."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.records import ParagraphKind
from tests.transform.metric_cases import examples, expected, found_in, mentions_in, release_of
from transform.metrics import metrics
from transform.quantities.nouns import UNIT_OF
from transform.quantities.numbers import NUMBER_WORDS
from transform.records import Doubt, Kind, Metric

_PIECES = """half a third quarter two-thirds per cent % £ m bn 12 2019 1,234 0.5 00.01 in out of the and to from between
( ) – - , . ; : “ ’ just under more than up to were rated ‘Good’ had not cases fell by since May
2018-19 each one • ½ 7th"""
_WORDS = st.sampled_from([*sorted(NUMBER_WORDS), *sorted(UNIT_OF)[::9], *_PIECES.split()])
_TEXTS = st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=60).map(" ".join))


@pytest.mark.parametrize("example", examples("metrics_*.toml"), ids=lambda example: example["text"][:60])
def test_a_paragraph_gives_just_these_metrics(example):
    assert found_in(example["text"]) == [expected(row) for row in example["gives"]]


def test_titles_headings_and_the_end_line_give_no_metrics():
    release = release_of(
        (ParagraphKind.TITLE, "12 CRCs are failing"),
        (ParagraphKind.HEADING, "40 per cent of cases were poor"),
        (ParagraphKind.TEXT, "In 20 per cent of cases plans were poor."),
        (ParagraphKind.END, "-End of 3 pages-"),
        (ParagraphKind.NOTE, "4. There are 21 CRCs across England and Wales."),
    )
    found = [mention.span.of(release.text) for mention in metrics(release, Kind.OTHER)]
    assert found == ["20 per cent", "21 CRCs"]


def test_a_list_item_is_named_by_the_words_it_hangs_from():
    release = release_of(
        (ParagraphKind.TITLE, "A title"),
        (ParagraphKind.TEXT, "Of the staff who answered our survey:"),
        (ParagraphKind.BULLET, "61 per cent had too much to do;"),
    )
    names = [mention.value.name for mention in metrics(release, Kind.OTHER) if isinstance(mention.value, Metric)]
    assert names == ["survey_share"]


def test_the_items_of_a_tally_are_parts_of_the_count_its_list_hangs_from():
    release = release_of(
        (ParagraphKind.TITLE, "A title"),
        (ParagraphKind.TEXT, "Inspectors reported on 19 probation delivery units."),
        (ParagraphKind.TEXT, "Of the 19 units, they rated:"),
        (ParagraphKind.BULLET, "zero as ‘Outstanding’"),
        (ParagraphKind.BULLET, "seven units as ‘Good’"),
        (ParagraphKind.BULLET, "12 as ‘Inadequate’."),
        (ParagraphKind.TEXT, "Two units were ‘Good’ in all they did."),
    )
    found = [mention for mention in metrics(release, Kind.OTHER) if isinstance(mention.value, Metric)]
    assert [(mention.span.of(release.text), mention.value.unit, mention.value.of) for mention in found] == [
        ("19 probation delivery units", "organisations", None),
        ("zero", "organisations", 19),
        ("seven units", "organisations", 19),
        ("12", "organisations", 19),
        ("Two units", "organisations", None),
    ]


def test_a_count_that_only_points_back_is_told_once():
    release = release_of(
        (ParagraphKind.TITLE, "A title"),
        (ParagraphKind.TEXT, "Inspectors visited 16 services."),
        (ParagraphKind.TEXT, "At each of those services, and then again across the 16 services, they asked for plans."),
    )
    assert [mention.span.of(release.text) for mention in metrics(release, Kind.OTHER)] == ["16 services"]


def test_a_number_that_does_not_say_what_it_counts_is_a_doubt():
    [doubt] = mentions_in("Nobody knew why, but it was 57 again.")
    assert doubt.value == Doubt(reason="a number that does not say what it counts")


def test_a_rate_stands_in_the_period_and_not_in_the_words():
    [metric] = found_in("It costs £120 a week to run.")
    assert (metric["text"], metric["period"]) == ("£120", "a week")


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_spans_that_hold_in_order_and_without_overlap(text):
    release = release_of((ParagraphKind.TITLE, "A title"), (ParagraphKind.TEXT, text))
    found = metrics(release, Kind.OTHER)
    assert found == metrics(release, Kind.OTHER)
    end = release.body_start
    for mention in found:
        assert end <= mention.span.start_char < mention.span.end_char <= len(release.text)
        end = mention.span.end_char
        if isinstance(mention.value, Metric):
            value = mention.value.value
            assert value >= 0
            assert value == round(value, 2)


_HOSTILE = (
    "7|one |1 in |1/|half of a |two hundred |12 cases, |from 1 to |(48 per cent |£1m |in May 2019 "
    "|-1|a third of |50 cases and 12 "
)


@pytest.mark.bench
@pytest.mark.parametrize("unit", _HOSTILE.split("|"), ids=str.strip)
def test_hostile_input_takes_time_in_proportion_to_its_length(unit):
    def seconds(times: int) -> float:
        began = time.process_time()
        mentions_in(unit * times)
        return time.process_time() - began

    few, many = 500, 2_000
    seconds(few)
    assert min(seconds(many), seconds(many)) <= max(6 * max(seconds(few), seconds(few)), 0.2)


def test_a_megabyte_of_digits_ends():
    assert mentions_in("7" * 1_000_000) == ()
