"""Amounts of money in pounds: `£9bn`, `£2.5 million`, `£120,000`, `two million pounds`."""

from transform.quantities.numbers import HYPHENS, number, to_cents
from transform.quantities.percent import qualified
from transform.quantities.ranges import extent
from transform.quantities.records import Quantity
from transform.quantities.words import Words

_LARGE = 1000


def amount(words: Words, i: int) -> Quantity | None:
    """The amount that begins at word `i`: a pound sign, or a number with `pounds` behind it."""
    if words.at(i) != "£":
        size = extent(words, i)
        if size is None or words.at(size.end) not in ("pounds", "pound"):
            return None
        found = Quantity(
            first=size.first,
            core=size.first,
            last=size.end + 1,
            value=to_cents(size.low),
            unit="GBP",
            rule="money",
            value_high=None if size.high is None else to_cents(size.high),
            qualifier="exact" if size.high is None else "range",
        )
        return qualified(words, found)
    low = number(words, i + 1)
    if low is None:
        return None
    value, end, first, high = low.value, low.end, i, None
    joint = words.at(end)
    is_between = joint == "and" and words.at(i - 1) == "between"
    if is_between or joint in HYPHENS or (joint == "to" and words.at(i - 1) != "from"):
        other = number(words, end + 2 if words.at(end + 1) == "£" else end + 1)
        if other and other.value > value and (words.at(end + 1) == "£" or joint != "to"):
            # `£3-4 million`: the power of the second is the first's too.
            if other.value >= _LARGE * _LARGE > _LARGE > value and words.at(end + 1) != "£":
                value *= 10 ** (len(str(int(other.value))) - 1) // 10 ** ((len(str(int(other.value))) - 1) % 3)
            high, end, first = other.value, other.end, i - 1 if is_between else i
    found = Quantity(
        first=first,
        core=first,
        last=end,
        value=to_cents(value),
        unit="GBP",
        rule="money",
        value_high=None if high is None else to_cents(high),
        qualifier="exact" if high is None else "range",
    )
    return qualified(words, found)
