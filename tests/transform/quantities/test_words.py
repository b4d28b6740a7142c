"""Words of a paragraph, the numbers among them, and how exact they claim to be."""

from decimal import Decimal

import pytest

from transform.quantities import Words, periods
from transform.quantities.numbers import number, to_cents
from transform.quantities.percent import stated
from transform.quantities.shares import share


def words_of(text: str) -> Words:
    return Words(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("11,836 people", "11836"),
        ("fifty-six cases", "56"),
        ("two hundred and fifty of them", "250"),
        ("two thousand three hundred", "2300"),
        ("1.2 million people", "1200000"),
        ("9bn", "9000000000"),
        ("half a million people", "500000"),
        ("two dozen staff", "24"),
        ("a hundred cases", "100"),
        ("one million two hundred thousand", "1200000"),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(text, value):
    found = number(words_of(text), 0)
    assert found is not None
    assert found.value == Decimal(value)


@pytest.mark.parametrize("text", ["hundreds of cases", "first", "•••• 3334", "cases"])
def test_what_is_no_cardinal_is_no_number(text):
    assert number(words_of(text), 0) is None


def test_a_number_ends_before_the_next():
    found = number(words_of("one hundred and 20 cases"), 0)
    assert found is not None
    assert (found.value, found.end) == (100, 2)


@pytest.mark.parametrize(
    ("value", "rounded"), [("66.665", "66.67"), ("66.664", "66.66"), ("25.00", "25"), ("0.5", "0.5")]
)
def test_values_are_rounded_half_up_to_two_places(value, rounded):
    assert str(to_cents(Decimal(value))) == rounded


@pytest.mark.parametrize(
    ("text", "words", "value", "qualifier"),
    [
        ("just under half of them", "just under half", "50", "less_than"),
        ("two-thirds of staff", "two-thirds", "66.67", "exact"),
        ("fewer than one in five", "fewer than one in five", "20", "less_than"),
        ("nearly half (48 per cent) of", "nearly half (48 per cent)", "48", "exact"),
        ("one post in three was", "one post in three", "33.33", "exact"),
        ("seven-out-of-ten", "seven-out-of-ten", "70", "exact"),
        ("three cases out of every four", "three cases out of every four", "75", "exact"),
    ],
)
def test_a_share_becomes_percent(text, words, value, qualifier):
    read = words_of(text)
    found = next(share(read, i) for i in range(read.size) if share(read, i))
    assert (read.written(found.first, found.last), found.value, found.qualifier) == (words, Decimal(value), qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "the third report",
        "a third party",
        "half an hour",
        "17 out of 60",
        "two in 2019",
        "half written",
        "the first quarter",
    ],
)
def test_an_ordinal_a_time_or_an_idiom_is_no_share(text):
    read = words_of(text)
    assert not any(share(read, i) for i in range(read.size))


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("between 20 and 30 per cent", "between 20 and 30 per cent", "20", "30"),
        ("20-30%", "20-30%", "20", "30"),
        ("20 per cent to 30 per cent", "20 per cent to 30 per cent", "20", "30"),
        ("at least 28 per cent", "at least 28 per cent", "28", None),
    ],
)
def test_a_percentage_may_be_a_range(text, words, low, high):
    read = words_of(text)
    found = next(stated(read, i) for i in range(read.size) if stated(read, i))
    assert read.written(found.first, found.last) == words
    assert (found.value, found.value_high) == (Decimal(low), Decimal(high) if high else None)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("fell since 2014 and", "since 2014"),
        ("stood so in 2018-19, when", "in 2018-19"),
        ("by June this year they", "by June this year"),
        ("over the past 12 months it", "over the past 12 months"),
        ("in the year to March 2021 it", "in the year to March 2021"),
        ("between April and June 2020 it", "between April and June 2020"),
        ("as it was when Covid-19 struck, and", "when Covid-19 struck"),
        ("than a year earlier, too", "a year earlier"),
    ],
)
def test_a_time_is_found_whole(text, period):
    read = words_of(text)
    assert [read.written(*span) for span in periods(read)] == [period]


def test_a_sentence_ends_at_its_full_stop_and_not_at_a_decimal_point():
    read = words_of("It was 2.5 per cent. Then it rose.")
    first, last = read.sentence(3)
    assert read.written(first, last) == "It was 2.5 per cent."
