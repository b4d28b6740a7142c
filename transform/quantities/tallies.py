"""Tallies of grades: `six services as ‘Good’ and two as ‘Inadequate’`, and the base they are parts of."""

from decimal import Decimal

from transform.quantities import elided
from transform.quantities.ones import RATING_WORDS, is_graded_soon
from transform.quantities.records import Quantity
from transform.quantities.told import Told
from transform.quantities.words import Words
from transform.vocabulary import load

COUNTS = frozenset({"people", "cases", "organisations", "staff", "count", "reports", "recommendations"})
BASE_AHEAD = frozenset(load("quantity_words")["bare"]["base_ahead"])
_SIBLING_VERBS = frozenset({"were", "was", "as", "had", "have", "are"})
_BACK = 6


def copy(quantity: Quantity, other: Quantity, rule: str) -> None:
    """Gives a bare number the unit and noun of another."""
    quantity.unit, quantity.noun, quantity.rule = other.unit, other.noun, rule


def is_tally(words: Words, found: list[Quantity], place: int, first: int, told: Told) -> bool:
    """`six services as ‘Good’ and two as ‘Inadequate’`: a further item of a tally."""
    quantity = found[place]
    before = next((other for other in reversed(found[max(0, place - 3) : place]) if other.unit in COUNTS), None)
    is_graded = is_graded_soon(words, quantity.last)
    is_next = words.at(quantity.first - 1) == "and" and words.at(quantity.last) in _SIBLING_VERBS
    if not is_graded and not (is_next and before and before.core >= first):
        return False
    if before and before.core >= first:
        copy(quantity, before, "tally")
        quantity.of = before.of
        return True
    noun = elided.graded_noun(words, quantity, first) if is_graded else None
    if noun:
        quantity.unit, quantity.noun, quantity.rule = *noun, "tally"
        return True
    before = before or told.stem
    if not before and words.at(first) == "of" and words.at(first + 1) in ("these", "those"):
        before = told.latest  # `… inspections of 26 services.` and, in a paragraph of its own, `Of these, two were …`
    if before and is_graded:
        copy(quantity, before, "tally")
        quantity.of = before.value if before in (told.stem, told.latest) else before.of
        return True
    return False


def base_of(words: Words, found: list[Quantity], place: int, told: Told) -> Decimal | None:
    """Of how many a graded number is a part: `Of the 19 services, we rated seven units ‘Good’`, or a list's lead-in."""
    quantity = found[place]
    if not is_graded_soon(words, quantity.last):
        return None
    first = words.opening(quantity.core)
    base = next((other for other in found[max(0, place - _BACK) : place] if other.core >= first), None)
    if base is None or words.at(first) != "of" or base.first - first > 2:
        base = told.stem
    is_base = base is not None and base.unit in COUNTS and base.of is None and base.value >= quantity.value
    return base.value if base and is_base else None


def are_siblings(words: Words, other: Quantity, quantity: Quantity) -> bool:
    """Whether two counts stand side by side, each with its own rating."""
    if words.at(other.first - 1) in BASE_AHEAD or words.at(other.first - 2) == "of":
        return False
    return not RATING_WORDS.isdisjoint(words.lower[other.last : quantity.first])
