"""Parts of a whole said in words: `half`, `a third`, `two-thirds`, `three quarters`.  All become percent.

`a third report` is an ordinal, `half an hour` a time and `half the battle` an idiom: none is a share.
"""

from decimal import Decimal

from transform.quantities.numbers import HYPHENS, PARTS, number, to_cents
from transform.quantities.records import Quantity
from transform.quantities.words import Words
from transform.vocabulary import load

_LISTS = load("quantity_words")["fractions"]
# A fraction is followed by one of these or by a mark; before a noun `third` and its like are ordinals.
_PART_NEXT = frozenset(_LISTS["part_next"])
_HALF_DONE = frozenset(_LISTS["half_done"])
# A part of a period, a place or a game is no share.
_NOT_BEFORE = frozenset(_LISTS["not_before"])


def percent_of(core: int, end: int, value: Decimal, rule: str) -> Quantity:
    """A share of `value` percent in the words from `core` up to `end`, its qualifier not yet read."""
    return Quantity(first=core, core=core, last=end, value=to_cents(value), unit="percent", rule=rule)


def part_alone(words: Words, i: int) -> Quantity | None:
    """`half`, `a third`, `one-quarter`: the part itself stands at word `i`."""
    part, ahead = words.at(i), words.at(i - 1)
    core = i
    if part == "half":
        if ahead in ("a", "one") and words.at(i + 1) not in ("hour", "day", "year", "term"):
            core = i - 1
        if (ahead in HYPHENS and words.glued(i)) or _is_no_half(words, i):
            return None
        if ahead == "the" and words.at(i + 1) != "of":
            return None
    elif ahead in HYPHENS and words.at(i - 2) in ("one", "a") and words.glued(i):
        core = i - 2
    elif ahead in ("a", "one", "an"):
        core = i - 1
    else:
        return None
    if words.at(i + 1) == "of" and words.at(i + 2) in ("an", "a") and words.at(i + 3) in ("hour", "century", "mile"):
        return None
    if part == "quarter" and words.at(i + 1) in ("to", "past") and number(words, i + 2):
        return None
    if part == "half" and words.at(i + 1) == "past":
        return None
    if part != "half" and not _is_share_word(words, i, hyphened=ahead in HYPHENS):
        return None
    if words.at(core - 1) in _NOT_BEFORE:
        return None
    return percent_of(core, i + 1, Decimal(100) / PARTS[part], "fraction")


def parts(words: Words, i: int) -> Quantity | None:
    """`two-thirds`, `three quarters`."""
    count = number(words, i)
    if count is None or count.value > 20:
        return None
    j = count.end
    if words.at(j) in HYPHENS and words.glued(j) and words.glued(j + 1):
        j += 1
    part = words.at(j)
    if part not in PARTS or (count.value != 1) != (part.endswith("s") or part == "halves"):
        return None
    if count.value >= PARTS[part] or (part == "half" and count.value != 1):
        return None
    if count.value == 1 and not _is_share_word(words, j, hyphened=words.at(j - 1) in HYPHENS):
        return None
    if part == "quarters" and words.at(j + 1) == "of" and words.at(j + 2) in ("2019", "2020"):
        return None
    return percent_of(i, j + 1, Decimal(100) * count.value / PARTS[part], "fraction")


def _is_share_word(words: Words, i: int, *, hyphened: bool) -> bool:
    """Whether `third` and its like at word `i` is a part of a whole and not an ordinal (`a third report`)."""
    word = words.at(i + 1)
    if not word or word in _PART_NEXT or not word[0].isalnum():
        return word not in HYPHENS or not words.glued(i + 1)
    if words.at(i) == "quarter":
        return True
    if word in (
        "more",
        "fewer",
        "less",
        "higher",
        "lower",
        "reduction",
        "increase",
        "cut",
        "drop",
        "fall",
        "rise",
        "since",
        "between",
        "from",
        "on",
        "over",
        "compared",
        "during",
        "after",
        "before",
        "and",
        "or",
        "as",
        "at",
        "not",
        "for",
        "without",
        "with",
    ):
        return True
    return hyphened and word not in ("party", "sector", "country", "person", "year", "stage")


def _is_no_half(words: Words, i: int) -> bool:
    after = words.at(i + 1)
    if after in HYPHENS and words.glued(i + 1):
        return True
    if after in ("a", "an") and words.at(i + 2) in (
        "day",
        "hour",
        "mile",
        "year",
        "chance",
        "mind",
        "eye",
        "ear",
        "dozen",
        "million",
        "billion",
        "century",
    ):
        return True
    if after in _HALF_DONE or after in (
        "hour",
        "day",
        "term",
        "way",
        "year",
        "time",
        "hearted",
        "hour’s",
        "measures",
        "dozen",
    ):
        return True
    return after == "the" and words.at(i + 2) in (
        "battle",
        "story",
        "room",
        "time",
        "picture",
        "trick",
        "fun",
        "job",
        "world",
        "problem",
        "answer",
    )
