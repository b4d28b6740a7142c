"""Percentages and percentage points: `28 per cent`, `Sixty per cent`, `48%`, `between 20 and 30 per cent`."""

from transform.quantities import qualifiers
from transform.quantities.numbers import HYPHENS, number, to_cents
from transform.quantities.ranges import extent
from transform.quantities.records import Quantity
from transform.quantities.words import Words


def sign_end(words: Words, i: int) -> int:
    """The word after the per cent sign that stands at word `i`, in sign or words; `i` itself where there is none."""
    word = words.at(i)
    if word in ("%", "percent", "pc"):
        return i + 1
    if word == "per" and words.at(i + 1) == "cent":
        return i + 2
    if word == "per" and words.at(i + 1) in HYPHENS and words.at(i + 2) == "cent":
        return i + 3
    return i


def percentage(words: Words, i: int) -> Quantity | None:
    """The percentage whose number, the lower one of a range, begins at word `i`; its qualifier is not yet read."""
    size = extent(words, i)
    if size is None:
        return None
    j = size.end
    if words.at(j) == "percentage" and words.at(j + 1) in ("point", "points"):
        return Quantity(
            first=size.first,
            core=size.first,
            last=j + 2,
            value=to_cents(size.low),
            rule="percentage points",
            unit="percentage_points",
            value_high=None if size.high is None else to_cents(size.high),
            qualifier="exact" if size.high is None else "range",
        )
    end = sign_end(words, j)
    if end == j:
        return None
    high, first = size.high, size.first
    if high is None:
        joint = words.at(end)
        is_range = (joint == "and" and words.at(i - 1) == "between") or (
            joint in ("to", *HYPHENS) and words.at(i - 1) != "from" and qualifiers.before(words, i)[0] == i
        )
        other = number(words, end + 1) if is_range else None
        if other and sign_end(words, other.end) > other.end and other.value > size.low:
            high, end = other.value, sign_end(words, other.end)
            first = i - 1 if joint == "and" else i
    return Quantity(
        first=first,
        core=first,
        last=end,
        value=to_cents(size.low),
        unit="percent",
        rule="percentage",
        value_high=None if high is None else to_cents(high),
        qualifier="exact" if high is None else "range",
    )


def stated(words: Words, i: int) -> Quantity | None:
    """The percentage at word `i` with its qualifier."""
    found = percentage(words, i)
    if found is None:
        return None
    return qualified(words, found)


def qualified(words: Words, found: Quantity) -> Quantity:
    """`found` with the qualifier before or after it; a range keeps `range`."""
    first, name = qualifiers.before(words, found.core)
    end, behind = qualifiers.after(words, found.last)
    found.first = first
    if found.qualifier == "range":
        return found
    found.qualifier = name
    if behind != "exact":
        found.last, found.qualifier = end, behind
    return found
