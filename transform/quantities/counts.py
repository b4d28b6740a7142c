"""Counts of things: `11,836 people`, `17 experienced officers`, `five Purple Futures CRCs`, and numbers left bare."""

from transform.quantities import qualifiers
from transform.quantities.nouns import UNIT_OF, VAGUE, counted
from transform.quantities.numbers import to_cents
from transform.quantities.ranges import extent
from transform.quantities.records import Quantity
from transform.quantities.words import Words

DURATIONS = frozenset({"days", "weeks", "months", "years", "hours"})
_MORE = {
    "more": "increase",
    "extra": "increase",
    "additional": "increase",
    "fewer": "decrease",
    "less": "decrease",
    "new": "",
}


_AFTER_A = frozenset({"hundred", "thousand", "million", "dozen", "billion"})


def count(words: Words, i: int) -> Quantity | None:
    """The count whose number, the lower one of a range, begins at word `i`; without a unit where no noun follows."""
    size = extent(words, i)
    if size is None:
        return None
    end, behind = qualifiers.after(words, size.end)
    j = end if behind != "exact" and words.at(size.end) != "at" else size.end
    noun = counted(words, j + (words.at(j) == "such"), singular=size.low == 1 and size.high is None)
    if noun is None and size.low < 2 and size.low != 1:
        noun = counted(words, j)
    start = size.first
    if words.at(start - 1) == "a" and words.at(start) in _AFTER_A:
        start -= 1
    first, name = qualifiers.before(words, start)
    found = Quantity(
        first=first,
        core=size.first,
        last=j,
        value=to_cents(size.low),
        rule="count",
        value_high=None if size.high is None else to_cents(size.high),
        qualifier=name,
    )
    if behind != "exact" and j == end:
        found.qualifier = behind
    if noun:
        found.last, found.unit, found.noun = noun.end, noun.unit, noun.head
        if found.unit in DURATIONS:
            found.rule = "duration"
        end, behind = qualifiers.after(words, noun.end)
        if behind != "exact":
            found.last, found.qualifier = end, behind
        found.direction = next((_MORE[word] for word in words.lower[j : min(noun.end, j + 2)] if _MORE.get(word)), None)
        is_name = noun.head not in UNIT_OF and words.is_capital(noun.end - 1) and words.is_capital(size.first)
        if is_name and size.spelled:
            return None
        if found.unit == "people" and words.at(first - 1) in ("employing", "employs", "employed", "employ"):
            found.unit, found.noun = "staff", "staff"
        if noun.head in VAGUE or " ".join(words.lower[noun.end - 2 : noun.end]) in VAGUE:
            found.doubt = f"`{noun.head}` may count nothing that is measured"
    if size.high is not None:
        found.qualifier = "range"
    return found
