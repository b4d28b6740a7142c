"""Reads a paragraph's quantities from left to right, each word once; only here is the order of families known."""

import re
from collections.abc import Sequence
from itertools import pairwise

from transform.quantities import bare, change, counts, durations, money, ones, percent, refusals, scores, shares, x_of_y
from transform.quantities.numbers import NUMBER_WORDS, PARTS
from transform.quantities.records import Quantity
from transform.quantities.told import Told
from transform.quantities.words import Words

_NEIGHBOURS = 6
_GLOSSING = (["("], [",", "or"], ["or"])
_NOT_MEASURED = "duration, not measured"
_SEEDS = NUMBER_WORDS | frozenset(PARTS) | {"£"}
# Where one length of time may be told without a number; for these alone no paragraph is read.
_ALL_SEEDS = _SEEDS | frozenset(durations.SINGLE)
_DIGIT = re.compile(r"[0-9£]")
_LETTERS = re.compile(r"[a-z]++")


def has_number(paragraph: str) -> bool:
    """Whether there is a digit or a word of number at all; a paragraph without one need not be cut into words."""
    return _DIGIT.search(paragraph) is not None or not _SEEDS.isdisjoint(_LETTERS.findall(paragraph.lower()))


def quantities(words: Words, times: Sequence[tuple[int, int]], told: Told) -> list[Quantity]:
    """Every quantity of the paragraph in order, none sharing a word with another; `times` are its time expressions.

    `told` holds the counts of the paragraphs before, to which a number may point back; those of this one are added.
    """
    found: list[Quantity] = []
    next_time, floor = 0, 0
    for i in [i for i, word in enumerate(words.lower) if word in _ALL_SEEDS or "0" <= word[0] <= "9"]:
        if i < floor:
            continue
        while next_time < len(times) and times[next_time][1] <= i:
            next_time += 1
        if next_time < len(times) and times[next_time][0] <= i:
            floor = times[next_time][1]
            continue
        quantity, end = _read(words, i, found[-1] if found else None)
        if quantity is not None and not _is_base_told(found, quantity):
            quantity.first = max(quantity.first, floor)
            found.append(quantity)
        floor = end
    _measure_durations(words, found)
    bare.resolve(words, found, told)
    if words.size and words.lower[-1] == ":":
        told.stem = _stem(words, found)
    kept = [quantity for quantity in found if _is_kept(words, quantity) and not told.points_back(words, quantity)]
    _share_directions(words, kept)
    told.add(kept)
    return kept


def _stem(words: Words, found: list[Quantity]) -> Quantity | None:
    """The count that opens the sentence a list hangs from: `Of the 24 units, inspectors rated:`, `For the ten, …:`."""
    first = words.opening(words.size - 1)
    base = next((quantity for quantity in found if quantity.core >= first), None)
    is_base = base is not None and words.at(first) in ("of", "for") and base.first - first <= 2 and base.of is None
    return base if is_base else None


def _is_base_told(found: list[Quantity], quantity: Quantity) -> bool:
    """Whether a count is the base of a part told with its share: `31 (62%) of the 50 cases`."""
    part = found[-2] if len(found) > 1 else None
    is_near = part is not None and part.rule == x_of_y.GLOSSED and quantity.first - found[-1].last <= _NEIGHBOURS
    return is_near and part is not None and quantity.value == part.of


def _read(words: Words, i: int, ahead: Quantity | None) -> tuple[Quantity | None, int]:
    """The quantity at word `i` if there is one, and the word to go on from."""
    word = words.lower[i]
    if word in durations.SINGLE:
        return durations.single(words, i), i + 1
    if word in PARTS:
        found = shares.share(words, i)
        if found is None and word == "half":
            found = counts.count(words, i)
        return found, found.last if found else i + 1
    if word == "£":
        found = money.amount(words, i)
        return found, found.last if found else i + 1
    past = refusals.passed(words, i)
    if past > i:
        return None, past
    found = (
        shares.share(words, i)
        or money.amount(words, i)
        or percent.stated(words, i)
        or scores.score(words, i)
        or x_of_y.count_with_base(words, i)
        or counts.count(words, i)
    )
    if found is None:
        return None, i + 1
    if word == "one" and found.rule == "count" and found.value == 1 and not ones.is_counted_one(words, found, ahead):
        return None, i + 1
    return found, found.last


def _measure_durations(words: Words, found: list[Quantity]) -> None:
    """Sets apart the lengths of time that nobody waited, worked or lost."""
    for place, quantity in enumerate(found):
        if quantity.rule != "duration":
            continue
        first, last = words.sentence(quantity.core)
        near = found[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS]
        share_near = any(other.unit == "percent" and first <= other.core < last for other in near)
        verdict = durations.verdict(words, quantity, share_near=share_near)
        if verdict == "nothing":
            quantity.rule = _NOT_MEASURED
        elif verdict != "metric":
            quantity.doubt = verdict


def _is_kept(words: Words, quantity: Quantity) -> bool:
    """Whether a quantity is to be told, as a metric or as a doubt; sets its direction."""
    if (not quantity.unit and not quantity.doubt) or quantity.rule == _NOT_MEASURED:
        return False
    quantity.direction = change.direction(words, quantity)
    return True


def _share_directions(words: Words, kept: list[Quantity]) -> None:
    """Gives a percentage the direction of the amount of change it glosses: `up 192 (5.7%)`, `cut by £9,000, or 3%`."""
    for before, quantity in pairwise(kept):
        is_gloss = quantity.unit == "percent" and words.lower[before.last : quantity.first] in _GLOSSING
        if before.direction and not quantity.direction and (is_gloss or change.is_taken_too(words, before, quantity)):
            quantity.direction = before.direction
