"""Numbers that are parts of a count told before: `Of 52 cases, … nine`, `14 of them`, `19 out of 20`."""

from transform.quantities import change, elided, tallies
from transform.quantities.nouns import counted
from transform.quantities.records import OF_THE_THINGS, SET_BESIDE, Quantity
from transform.quantities.told import Told
from transform.quantities.words import Words

_BASE_AHEAD = tallies.BASE_AHEAD
_COUNTS = tallies.COUNTS
_BACK = 6
_PLACED = frozenset({"in", "on", "at", "from", "under", "through", "outside", "."})
_TAKEN = frozenset({"lost", "took", "recruited", "gained", "hired", "appointed", "shed", "trained", "kept"})
_COUNTED = frozenset({"people", "cases", "staff", "organisations"})
_TARGETS = frozenset({"target", "establishment", "complement", "requirement", "limit", "quota", "ceiling"})
_SOME = frozenset({"some", "others", "many", "several", "one", "most", "few"})


def is_part_of_base(words: Words, found: list[Quantity], place: int, first: int) -> bool:
    """`Of 52 cases, … nine`; `Inspectors examined 60 cases; 23 were …`: the count before is the base."""
    quantity = found[place]
    points_back, told = words.at(first) == "of" and quantity.first - first > 1, ""
    if points_back and words.at(first + 1) == "the":
        noun = counted(words, first + 2)
        told = noun.unit if noun else "-"
    ahead = words.at(quantity.first - 1)
    if quantity.qualifier in ("at_most", "at_least") or ahead in ("to", "up", "down"):
        return False
    for other in reversed(found[max(0, place - _BACK) : place]):
        if not points_back and other.core < first:
            return False
        if other.doubt or other.unit not in _COUNTS or (told and other.core < first and other.unit != told):
            continue
        if other.rule == "tally":
            tallies.copy(quantity, other, "tally")
            return True
        is_some = ahead in _SOME or words.phrase(quantity.first - 3, "some", "of", "them")
        if (_stands_beside(words, other, quantity) or is_some or _is_target(words, other)) and not points_back:
            tallies.copy(quantity, other, "tally")
            return True
        base = other.of if other.of is not None else other.value
        if base < quantity.value or other.value_high is not None:
            return False
        if other.of is None and not points_back and tallies.are_siblings(words, other, quantity):
            return False
        tallies.copy(quantity, other, "part of a base")
        is_gap = words.at(quantity.last) in ("more", "fewer") and words.at(quantity.last + 1) == "than"
        if ahead == "further" and not points_back and words.at(quantity.last) in _PLACED:
            quantity.rule = SET_BESIDE
            return True
        is_gap = is_gap or "now" in words.lower[max(first, quantity.first - 3) : quantity.first]
        quantity.of = None if is_gap or change.is_amount(words, quantity) else base
        return True
    return False


def _stands_beside(words: Words, other: Quantity, quantity: Quantity) -> bool:
    """`412 officers left and 390 joined`: two counts side by side, neither the base of the other."""
    i = quantity.first - 1
    if other.of is None and words.at(i - (words.at(i) == "on")) in _TAKEN and words.at(other.first - 1) in _TAKEN:
        return True
    if other.of is not None or words.at(i) != "and" or words.at(other.first - 1) in _BASE_AHEAD:
        return False
    between = words.lower[other.last : quantity.first]
    return "," not in between and len(between) <= _BACK and words.at(quantity.last)[:1].isalpha()


def _is_target(words: Words, other: Quantity) -> bool:
    """Whether a count is what there should be, of which no other is a part: `against a target of 120 officers`."""
    return words.at(other.first - 1) == "of" and words.at(other.first - 2) in _TARGETS


def unit_of_part(words: Words, found: list[Quantity], place: int, told: Told) -> bool:
    """`19 out of 20`, `31 of the 87`: the unit of the count that was the base, or of what was told before."""
    quantity = found[place]
    for other in reversed(found[max(0, place - _BACK) : place]):
        if other.unit in _COUNTS and quantity.of in (other.value, other.of):
            tallies.copy(quantity, other, quantity.rule)
            return True
        i = quantity.last + 1 if words.at(quantity.last) == ")" else other.last
        if other.unit == "percent" and words.at(i) == "of":
            noun = counted(words, i + (2 if words.at(i + 1) == "the" else 1))
            if noun:
                quantity.unit, quantity.noun = noun.unit, noun.head
                return True
    last = found[place - 1] if place else None
    if last and last.rule == "x of y" and last.unit in _COUNTS and words.phrase(quantity.first - 2, "it", "was"):
        # `23 of the 41 cases had a plan; in the other unit it was 11 of 47`
        tallies.copy(quantity, last, quantity.rule)
        return True
    before = told.unit_of(quantity.of)
    if before:
        quantity.unit, quantity.noun = before
    return before is not None


def take_base(words: Words, quantity: Quantity, found: list[Quantity], place: int) -> None:
    """`14 of them`: the nearest count before is the base."""
    for other in reversed(found[max(0, place - 4) : place]):
        if other.unit not in _COUNTS or other.value_high is not None:
            continue
        if quantity.rule == OF_THE_THINGS and other.noun != quantity.noun:
            continue
        points_near = words.at(quantity.last - 1) in ("these", "those")
        is_part = other.of is not None and other.rule == "part of a base" and not points_near
        base = other.of if other.of is not None and is_part else other.value
        if base > quantity.value or (base == quantity.value and quantity.rule != OF_THE_THINGS):
            if quantity.unit in ("", "count"):
                quantity.unit, quantity.noun = other.unit, quantity.noun or other.noun
            quantity.of = base
            return
    if quantity.rule != OF_THE_THINGS and not quantity.unit:
        first = words.sentence(quantity.core)[0]
        noun = elided.noun_ahead(words, quantity.first - 1, first, _COUNTED)
        if words.at(quantity.first - 2) == "there" and words.at(quantity.first - 1) in ("are", "were") and first:
            # `CRCs supervise low-risk offenders. There are 21 of them.`: the subject of the sentence before
            noun = elided.subject(words, words.sentence(first - 1)[0], quantity)
            if noun and noun[0] == "count":
                noun = elided.noun_ahead(words, first - 1, words.sentence(first - 1)[0], _COUNTED) or noun
        if noun is None and first and quantity.first == words.opening(quantity.core):
            # `The children we met were bright. Eleven of them …`
            noun = elided.noun_ahead(words, first - 1, words.sentence(first - 1)[0], _COUNTED)
        quantity.unit, quantity.noun = noun or ("", "")
    if not quantity.unit:
        quantity.doubt = "a part of a base that is not told"
