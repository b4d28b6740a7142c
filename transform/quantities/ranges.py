"""A number or a range of numbers: `between 40 and 60`, `40 to 60`, `40-60`, `two or three`.

`from 118 to 64` is no range but a level before and after; `change` reads it, unless something `ranges from … to …`.
"""

from dataclasses import dataclass
from decimal import Decimal

from transform.quantities import qualifiers
from transform.quantities.numbers import HYPHENS, number
from transform.quantities.words import Words
from transform.vocabulary import load

_LISTS = load("quantity_words")["ranges"]
_RANGING = frozenset(_LISTS["ranging"])
# `rose by 300 to 2,450` tells a change and a level; `rose by 10 to 15 per cent` a range.
_WIDEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """One number, or two where `high` is not null; it takes words `first` up to, without, `end`."""

    first: int
    end: int
    low: Decimal
    high: Decimal | None
    spelled: bool


def extent(words: Words, i: int) -> Extent | None:
    """The number or range whose first number begins at word `i`."""
    key = ("extent", i)
    if key not in words.known:
        words.known[key] = _extent(words, i)
    known: Extent | None = words.known[key]
    return known


def _extent(words: Words, i: int) -> Extent | None:
    low = number(words, i)
    if low is None:
        return None
    j = low.end
    single = Extent(first=i, end=j, low=low.value, high=None, spelled=low.spelled)
    joint = words.at(j)
    if joint in ("to", "and", "or") or joint in HYPHENS:
        first = _opening(words, i, joint, low.end)
        if first is None:
            return single
        after = j + 1
        if joint in ("and", "to"):
            core = after
            while (
                words.at(core) in ("just", "nearly", "almost", "around", "about", "over", "under", "up", "to")
                and core < after + 2
            ):
                core += 1
            after = core
        high = number(words, after)
        if high is None or high.value <= low.value or _is_part(words, high.end):
            return single
        if joint == "to" and words.at(first - 1) == "by" and high.value > low.value * _WIDEST:
            return single
        if joint == "or" and (high.value > low.value * 2 or not low.spelled):
            return single
        return Extent(first=first, end=high.end, low=low.value, high=high.value, spelled=low.spelled)
    return single


def _opening(words: Words, i: int, joint: str, end: int) -> int | None:
    """Where a range that goes on with `joint` begins; None where these words make no range."""
    ahead, opening = words.at(i - 1), i
    start = qualifiers.before(words, i)[0]
    opener = words.at(start - 1)
    if joint == "and":
        return start - 1 if opener == "between" else None
    if joint == "to":
        if opener == "from":
            return start - 1 if is_ranging(words, start - 1) else None
        return None if ahead == "ratio" else opening
    if joint == "or":
        return opening
    return opening if words.glued(end) and words.glued(end + 1) else None


def is_ranging(words: Words, i: int) -> bool:
    """Whether `from` at word `i` opens a range: `ranging from`, `varied widely from`."""
    return words.at(i - 1) in _RANGING or (words.at(i - 2) in _RANGING and words.at(i - 1) not in (",", "."))


def _is_part(words: Words, end: int) -> bool:
    """Whether a number that ends before `end` is only part of a word: `10 to 17-year-olds`."""
    return words.at(end) in ("-", "‑") and words.glued(end) and words.at(end + 1) in ("year", "years")
