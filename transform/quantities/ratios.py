"""Shares said as so many in so many: `one in five`, `one post in three`, `nine out of 10`.  All become percent.

`17 out of the 60 cases` and `8 out of 9 standards` are counts with their base, which `x_of_y` reads.
"""

from decimal import Decimal

from transform.quantities.calendar import is_year
from transform.quantities.fractions import percent_of
from transform.quantities.nouns import counted
from transform.quantities.numbers import HYPHENS, NUMBER_WORDS, is_digits, number
from transform.quantities.records import Number, Quantity
from transform.quantities.words import Words

_BASES = frozenset({5, 10, 100})
_POINTS = frozenset({"possible", "available", "points", "standards", "marks"})
_STANDARDS = frozenset({"standards", "aspects"})
_HIGHEST_BASE = 20
# `three cases out of four (74%)` is a share; `eight standards out of nine (89%)` a count with its base.
_LEAST_BASE = 4


def n_in_n(words: Words, i: int) -> Quantity | None:
    """`one in five`, `3 in every 10`, `one-in-five`; and `nine out of 10` with a round base and no article."""
    count = number(words, i)
    if count is None or count.value == 0:
        return None
    j = count.end
    if words.at(j) == "times" and words.at(j + 1) in ("out", "in"):
        j += 1
    if words.at(j) in HYPHENS and words.glued(j) and words.at(j + 1) in ("in", "out"):
        k = j + 2 if words.at(j + 1) == "in" else j + 4
        if words.at(k) not in HYPHENS or not words.glued(k):
            return None
        base = number(words, k + 1)
    elif words.at(j) == "in":
        base = number(words, j + 2 if words.at(j + 1) in ("every", "each") else j + 1)
    elif words.phrase(j, "out", "of"):
        base = number(words, j + 3 if words.at(j + 2) == "every" else j + 2)
        is_round = base is not None and int(base.value) in _BASES
        if base is None or not (is_round or words.at(j + 2) == "every"):
            return None
        if words.at(base.end) in _POINTS or (words.at(base.end) == "of" and _are_standards(words, base.end)):
            return None
    else:
        noun = counted(words, j, singular=count.value == 1)
        if noun is None or noun.end > j + 4:
            return None
        k, is_out_of = noun.end + 1, words.phrase(noun.end, "out", "of")
        if not is_out_of and words.at(noun.end) != "in":
            return None
        k += 1 if is_out_of else 0
        base = number(words, k + 1 if words.at(k) in ("every", "each") else k)
        if (
            base is None
            or base.value > _HIGHEST_BASE
            or (is_out_of and int(base.value) not in _BASES and words.at(k) != "every" and not _is_glossed(words, base))
        ):
            return None
    if base is None or base.value <= count.value or base.value != int(base.value):
        return None
    is_out = "out" in words.lower[j : j + 4]
    if is_year(words.at(base.end - 1)) or not (is_out or _is_base(words, base.end)):
        return None
    return percent_of(i, base.end, Decimal(100) * count.value / base.value, "n in n")


def _are_standards(words: Words, i: int) -> bool:
    """Whether the standards themselves are counted, of which there are ten: `three out of ten of our standards`."""
    return not _STANDARDS.isdisjoint(words.lower[i + 1 : i + 5])


def _is_glossed(words: Words, base: Number) -> bool:
    """Whether a figure glosses a share whose base is a part of speech rather than a count: `out of four (74%)`."""
    figure = number(words, base.end + 1) if words.at(base.end) == "(" and base.spelled else None
    return figure is not None and base.value <= _LEAST_BASE and words.at(figure.end) in ("%", "per", "percent")


def _is_base(words: Words, end: int) -> bool:
    """Whether the number before `end` is a base and not a length of time: `two in 12 months`."""
    return words.at(end) not in ("year", "years", "month", "months", "week", "weeks", "days", "hours", "day") and not (
        is_digits(words.at(end)) or words.at(end) in NUMBER_WORDS
    )
