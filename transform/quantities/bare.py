"""Numbers that leave their noun out: one end of a change, a further item of a tally, what somebody holds."""

from transform.quantities import elided, parts_of_base, tallies
from transform.quantities.comparisons import is_comparison
from transform.quantities.nouns import counted
from transform.quantities.numbers import NUMBER_WORDS, is_digits
from transform.quantities.records import SET_BESIDE, Quantity
from transform.quantities.told import Told
from transform.quantities.words import Words
from transform.vocabulary import load

_LISTS = load("quantity_words")["bare"]
_SUBJECT_VERBS = frozenset({"had", "were", "have", "did", "said", "was", "told", "felt", "could", "would", "are"})
_OBJECT_AHEAD = frozenset(_LISTS["object_ahead"])
_COUNTS = tallies.COUNTS
_LONGEST_COMPARISON = 18
_LINKS = frozenset({"for", "in", "among", "to"})
_BACK = 6
_SMALL = 10
_LISTING = frozenset(
    {",", "or", "even", "and", "in", "some", "cases", "offices", "places", "areas", "others", "sometimes"}
)
_SUPERVISED = frozenset(_LISTS["supervised"])
_COUNTED = frozenset({"people", "cases", "staff", "organisations"})
_LOADED = frozenset(_LISTS["loaded"])
_HOLDERS = frozenset(_LISTS["holders"])
_SOME = frozenset({"some", "others", "many", "several", "one", "most", "few"})
_MORE = frozenset({"more", "fewer", "less", "higher", "lower", "better", "worse"})


def resolve(words: Words, found: list[Quantity], told: Told) -> None:
    """Gives each bare number its unit and base where the words around it say so; others become doubts or nothing."""
    for place, quantity in enumerate(found):
        if quantity.base_pending:
            parts_of_base.take_base(words, quantity, found, place)
        elif not quantity.unit and not _resolved(words, found, place, told):
            quantity.doubt = "a number that does not say what it counts" if _may_count(words, quantity) else ""
        elif quantity.rule == "score" and quantity.of is None:
            _is_score_in_row(words, found, place)
        elif quantity.rule == "count" and quantity.of is None:
            _take_kind(words, found, place)
            quantity.of = tallies.base_of(words, found, place, told)


def _take_kind(words: Words, found: list[Quantity], place: int) -> None:
    """`30 officers had been recruited, but 19 others had left`: the others are what was counted before them."""
    quantity, other = found[place], found[place - 1] if place else None
    if quantity.noun == "others" and other and other.unit in _COUNTED and other.core >= words.opening(quantity.core):
        quantity.unit, quantity.noun = other.unit, other.noun


def _resolved(words: Words, found: list[Quantity], place: int, told: Told) -> bool:
    quantity = found[place]
    first = words.opening(quantity.core)
    if quantity.of is not None:
        return parts_of_base.unit_of_part(words, found, place, told) or _is_told_again(words, found, place)
    if _is_score_in_row(words, found, place):
        return True
    if _is_level(words, found, place, first) or _is_set_against(words, found, place, first):
        return True
    noun = elided.noun_before(words, quantity, first) or elided.one_of(words, quantity, first)
    if noun:
        quantity.unit, quantity.noun = noun
        if place and words.at(quantity.first - 1) == "to" and words.at(found[place - 1].first - 1) == "by":
            quantity.rule = "level"
        return True
    before = next((other for other in reversed(found[max(0, place - 2) : place]) if not other.doubt), None)
    if before and elided.gapped(words, quantity, before, first):
        tallies.copy(quantity, before, SET_BESIDE)
        return True
    return (
        _is_told_again(words, found, place)
        or _is_paired(words, found, place, first)
        or parts_of_base.is_part_of_base(words, found, place, first)
        or tallies.is_tally(words, found, place, first, told)
        or _goes_on(words, found, place, first)
        or _is_made(words, quantity, first)
        or _is_of_people(words, found, place, first)
        or _is_load(words, quantity, first)
    )


def _is_score_in_row(words: Words, found: list[Quantity], place: int) -> bool:
    """`scored 24, 15 and 33 out of 36`: the points and their highest stand behind the last of the row."""
    quantity, after = found[place], next((other for other in found[place + 1 : place + _BACK] if other.unit), None)
    if after is None or after.unit != "points" or after.of is None or after.of < quantity.value:
        return False
    between = words.lower[quantity.last : after.first]
    if not all(word in (",", "and") or word in NUMBER_WORDS or is_digits(word) for word in between):
        return False
    tallies.copy(quantity, after, "score")
    quantity.of = after.of
    return True


def _is_told_again(words: Words, found: list[Quantity], place: int) -> bool:
    """`each officer held 38 cases; a year later it was 52`: `it` is the number told right before."""
    before = found[place - 1] if place else None
    quantity = found[place]
    if (
        before is not None
        and before.unit == "recommendations"
        and (words.at(quantity.last) == "made" or words.at(quantity.first - 1) in ("makes", "made"))
    ):
        tallies.copy(quantity, before, "count")
        return True
    is_again = words.phrase(quantity.first - 2, "it", "was") or words.phrase(quantity.first - 2, "now", "had")
    if before is None or before.unit not in _COUNTS or not is_again:
        return False
    if words.at(quantity.last)[:1].isalnum() or quantity.first - before.last > _LONGEST_COMPARISON:
        return False
    tallies.copy(quantity, before, "level")
    return True


def _is_load(words: Words, quantity: Quantity, first: int) -> bool:
    """`Some junior officers were managing upwards of 90.`: cases, where what staff hold is left out."""
    after = words.at(quantity.last)
    ends = not after[:1].isalnum() or after in ("each", "apiece")
    ahead = words.lower[max(first, quantity.first - _LONGEST_COMPARISON) : quantity.first]
    if words.at(quantity.first - 1) not in _LOADED or not ends or _HOLDERS.isdisjoint(ahead):
        return False
    quantity.unit, quantity.noun = "cases", "caseloads"
    return True


def _is_of_people(words: Words, found: list[Quantity], place: int, first: int) -> bool:
    """`Of all those supervised, around 3,900 …`; `36 per cent of children were …, and 18 had …`."""
    quantity = found[place]
    i = first + (2 if words.at(first + 1) == "all" else 1)
    if words.at(first) == "of" and words.at(i) == "those" and words.at(i + 1) in _SUPERVISED:
        quantity.unit, quantity.noun = "people", "people"
        return True
    before = found[place - 1] if place else None
    if before is None or before.unit != "percent" or before.core < first or words.at(before.last) != "of":
        return False
    noun = counted(words, before.last + (2 if words.at(before.last + 1) == "the" else 1))
    is_subject = words.at(quantity.first - 1) in ("and", "but") and words.at(quantity.last) in _SUBJECT_VERBS
    if noun is None or noun.unit not in _COUNTS or not is_subject:
        return False
    quantity.unit, quantity.noun = noun.unit, noun.head
    return True


def _is_made(words: Words, quantity: Quantity, first: int) -> bool:
    if not elided.made(words, quantity, first):
        return False
    quantity.unit = "count"
    return True


def _is_level(words: Words, found: list[Quantity], place: int, first: int) -> bool:
    """`from 118 to 64`: the unit stands behind the second number, or before the first."""
    quantity = found[place]
    after = found[place + 1] if place + 1 < len(found) else None
    if words.at(quantity.first - 1) != "from" or after is None or words.at(after.first - 1) != "to":
        return False
    if not after.unit:
        noun = (
            elided.noun_before(words, quantity, first)
            or elided.subject(words, first, quantity)
            or elided.noun_ahead(words, quantity.first - 1, first)
        )
        if noun is None:
            return False
        after.unit, after.noun, after.rule = *noun, "level"
    tallies.copy(quantity, after, "level")
    return True


def _is_set_against(words: Words, found: list[Quantity], place: int, first: int) -> bool:
    """`40 cases, up from 25`: the number before has the unit."""
    quantity = found[place]
    before = found[place - 1] if place else None
    if before is None or before.core < first or not before.unit or before.rule == "duration, not measured":
        return False
    between = words.lower[before.last : quantity.first]
    if before.unit == "percent" and words.at(before.first - 1) == "by" and between[-1:] == ["to"]:
        return False
    is_pair = between[-1:] == ["to"] and words.at(before.first - 1) in ("from", "by")
    is_next = (between[-1:] == ["and"] and _is_timed(words, quantity)) or (
        before.noun == "caseloads" and _LISTING.issuperset(between)
    )
    if len(between) > _LONGEST_COMPARISON or not (is_pair or is_next or is_comparison(between)):
        return False
    tallies.copy(quantity, before, "level")
    return True


def _is_timed(words: Words, quantity: Quantity) -> bool:
    """Whether a time follows: `52 cases … and 44 a year later`."""
    return words.at(quantity.last) in ("a", "in", "the", "two", "three") and words.at(quantity.last + 1) in (
        "year", "month", "previous", "years", "2018", "2019", "2020", "2021", "2022", "2023", "2024",
    )  # fmt: skip


def _goes_on(words: Words, found: list[Quantity], place: int, first: int) -> bool:
    """`Ten had been breached`, `in the remaining 19`, `one officer held 91`: the noun told before is meant."""
    quantity = found[place]
    before = next(
        (other for other in reversed(found[max(0, place - 2) : place]) if other.unit in _COUNTS | {"points"}), None
    )
    if before is None or before.doubt:
        return False
    is_subject = quantity.first - first < _BACK and not any(
        word[0].isalnum() for word in words.lower[first : quantity.first]
    )
    ahead = words.at(quantity.first - 1)
    is_some = words.at(first) in _SOME and quantity.core - first <= _BACK
    is_meant = (
        (is_subject and (words.at(quantity.last) in _SUBJECT_VERBS or words.at(quantity.last).endswith("ed")))
        or ahead in ("remaining", "other")
        or (before.core >= first and words.at(quantity.last + 1) == "than" and words.at(quantity.last) in _MORE)
        or (before.core >= first and ahead in ("up", "down"))
        or ((before.core >= first or is_some) and ahead in _OBJECT_AHEAD and quantity.value > _SMALL)
    )
    if is_meant:
        tallies.copy(quantity, before, "count")
    is_more = words.at(quantity.last) in ("more", "others") and before.core >= first
    if is_more and not is_meant:
        tallies.copy(quantity, before, "count")
        return True
    if is_meant and (is_subject or ahead == "remaining"):
        base = before.of if before.of is not None else before.value
        quantity.of = base if base > quantity.value and before.value_high is None else None
    return is_meant


def _is_paired(words: Words, found: list[Quantity], place: int, first: int) -> bool:
    """`caseloads averaged 38 for officers and 51 for assistants`: the same thing in two places."""
    quantity, before = found[place], found[place - 1] if place else None
    if (
        before is None
        or before.core < first
        or before.unit not in _COUNTS
        or words.at(quantity.first - 1) not in ("and", ",")
    ):
        return False
    link = words.at(quantity.last)
    if link not in _LINKS or words.at(before.last) != link or before.rule == "part of a base":
        return False
    tallies.copy(quantity, before, "tally")
    quantity.of = before.of
    return True


def _may_count(words: Words, quantity: Quantity) -> bool:
    """Whether a number left bare may measure something: digits set against a mark are mostly labels."""
    if quantity.value <= 1:
        return False
    return not (words.at(quantity.last) in ("-", "–", "/", "(", ")", "]") and words.glued(quantity.last))
