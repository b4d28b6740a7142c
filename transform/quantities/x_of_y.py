"""Counts with their base: `23 of the 61 cases`, `17 out of the 60`, `14 of them`, `three of its offices`.

`one of five CRCs` tells how many CRCs there are, so that nothing is read at its `one`.
"""

from transform.quantities import qualifiers
from transform.quantities.calendar import is_year
from transform.quantities.nouns import UNIT_OF, counted
from transform.quantities.numbers import number, to_cents
from transform.quantities.records import OF_THE_THINGS, Quantity
from transform.quantities.words import Words
from transform.vocabulary import load

_LISTS = load("quantity_words")["x_of_y"]
_DETERMINERS = frozenset(_LISTS["determiners"])
_POINTING = frozenset(["them", "these", "those", "which", "whom"])
_BEFORE_BASE = frozenset(["only", "just", "other", "total", "a", "first", "last"])
_ONLY = frozenset(["only", "just", "but", "exactly", "merely", "barely"])


# The percentage in brackets is a row of its own, and the base behind it none.
GLOSSED = "x (share) of y"


def _glossed_end(words: Words, i: int) -> int:
    """The word after the percentage in brackets at word `i`, where `of` follows (`31 (62%) of the 50`); else 0."""
    figure = number(words, i + 1) if words.at(i) == "(" else None
    if figure is None:
        return 0
    j = figure.end
    j += {"%": 1, "percent": 1, "per": 2}.get(words.at(j), 0)
    return j + 1 if j > figure.end and words.at(j) == ")" and words.at(j + 1) in ("of", "out") else 0


def count_with_base(words: Words, i: int) -> Quantity | None:
    """The count whose number begins at word `i` and that says of what it is a part."""
    part = number(words, i)
    if part is None:
        return None
    j, noun = part.end, None
    gloss = _glossed_end(words, j)
    if gloss:
        j = gloss
    if words.at(j) not in ("of", "out"):
        noun = counted(words, j, singular=part.value == 1)
        if noun is None or words.at(noun.end) not in ("of", "out"):
            return None
        j = noun.end
    if words.at(j) == "out":
        if words.at(j + 1) != "of":
            return None
        j += 1
    is_one = part.value == 1
    if is_one and words.at(i - 1) not in _ONLY:
        return None
    j += 1
    first, qualifier = qualifiers.before(words, i)
    found = Quantity(first=first, core=i, last=j, value=to_cents(part.value), rule="x of y", qualifier=qualifier)
    if is_one and words.at(j) in _POINTING:
        return None
    if words.at(j) in ("these", "those") and number(words, j + 1) is None:
        thing = counted(words, j + 1)
        if thing:
            found.last, found.unit, found.noun, found.base_pending = thing.end, thing.unit, thing.head, True
            return found
    if words.at(j) in _POINTING and (
        words.at(j) in ("them", "which", "whom") or (counted(words, j + 1) is None and number(words, j + 1) is None)
    ):
        found.last, found.base_pending = j + 1, True
        if noun:
            found.unit, found.noun = noun.unit, noun.head
        return found
    k = j
    while words.at(k) in _DETERMINERS or words.at(k) in _BEFORE_BASE:
        k += 1
        if k > j + 3:
            break
    if words.at(k).endswith(("’s", "'s")) and number(words, k + 1):
        k += 1
    if words.at(k) in ("sample", "cohort", "group") and words.at(k + 1) == "of":
        k += 2
    base = number(words, k)
    if (
        base is None
        and k > j
        and words.at(k) in ("around", "about", "some", "approximately", "nearly", "almost", "over")
    ):
        base = number(words, k + 1)
    if gloss and (base is None or base.value < part.value):
        return None
    if base is not None and base.value >= part.value and not is_year(words.at(base.end - 1)):
        thing = counted(words, base.end + (words.at(base.end) == "such"), singular=base.value == 1)
        found.of, found.last = to_cents(base.value), thing.end if thing else base.end
        if words.at(base.end) in ("%", "per", "percent"):
            return None
        if thing is None and words.at(base.end) == "of" and words.at(base.end + 1) in _DETERMINERS:
            thing = counted(words, base.end + 2)
            found.last = thing.end if thing else base.end
        chosen = thing or noun
        if chosen:
            found.unit, found.noun = chosen.unit, chosen.head
        if gloss:
            found.last, found.rule = part.end, GLOSSED
        return found
    if noun is not None or is_one or k == j:
        return None
    thing = counted(words, k)
    if thing is None:
        return None
    found.last, found.unit, found.noun, found.rule = thing.end, thing.unit, thing.head, OF_THE_THINGS
    found.base_pending = words.at(j) == "the" and thing.end == k + 1
    if thing.head not in UNIT_OF:
        found.doubt = f"`{thing.head}` may be no thing that is measured"
    return found
