"""Which quantity measures the same as the one before it: a level before, a comparison, the second of a pair."""

from transform.quantities import Quantity, Words, is_comparison, is_filler

_JOINING = frozenset({"and", ",", "or", "(", "plus", "–"})
_VERBS = frozenset({"had", "have", "has", "was", "were", "did", "do", "said", "could", "would", "lived", "are"})
_ASIDES = frozenset({",", "(", "–"})
_FURTHEST = 16
_SHORTEST = 6
_BACK = frozenset({"compares", "compared", "contrasts", "contrasted", "up", "down"})
_ALIKE = frozenset({"cases", "count"})


def same_name(words: Words, found: list[Quantity], place: int) -> bool:
    """Whether the quantity at `place` measures what the one before it does."""
    if not place:
        return False
    quantity, before = found[place], found[place - 1]
    between = words.lower[before.last : quantity.first]
    if len(between) > _FURTHEST or ";" in between:
        return False
    if "." in between:
        return quantity.unit == before.unit and _compares_back(between[between.index(".") + 1 :])
    if _glosses(words, found, place, between):
        return True
    if between == [",", "or"] and quantity.unit == "percent" and before.of is not None:
        return True
    if quantity.direction and _is_aside(between):
        return quantity.unit in (before.unit, "percent", "percentage_points")
    if quantity.unit != before.unit and not {quantity.unit, before.unit} <= _ALIKE:
        return False
    if quantity.rule == "level" or is_comparison(between):
        return True
    if between and between[0] == "and" and between[-1] == words.at(before.first - 1) == "in":
        return True
    if quantity.unit == "percent" and words.at(quantity.first - 1) == words.at(before.first - 1) == "(":
        return True
    if between == ["("] and quantity.unit in ("people", "staff", "cases"):
        return True
    if quantity.rule == "part of a base" or (quantity.of is not None and before.of is None):
        return False
    if quantity.unit == "percent" and words.at(quantity.last) in _VERBS:
        return False
    return bool(between) and between[0] in _JOINING and all(word in _JOINING or is_filler(word) for word in between)


def is_first_of_pair(words: Words, found: list[Quantity], place: int) -> bool:
    """Whether the next quantity ends the same sentence part: `61 per cent of women and 45 per cent of men had …`."""
    quantity, after = found[place], found[place + 1]
    between = words.lower[quantity.last : after.first]
    is_pair = quantity.unit == after.unit == "percent" and quantity.direction == after.direction
    return is_pair and between[:1] == ["of"] and between[-1:] == ["and"] and len(between) <= _SHORTEST


def _compares_back(words: list[str]) -> bool:
    """Whether a sentence so begun sets its number against the last one: `That compares with 33 per cent in 2024`."""
    return words[:1] in (["that"], ["this"], ["it"]) and len(words) <= _SHORTEST and not _BACK.isdisjoint(words[1:4])


def _glosses(words: Words, found: list[Quantity], place: int, between: list[str]) -> bool:
    """Whether a count in an aside says what a share of people comes to: `72 per cent of people – 108 of the 150 –`."""
    quantity, before = found[place], found[place - 1]
    is_gloss = before.unit == "percent" and quantity.of is not None and between[-1:] in (["–"], ["("], ["-"], ["—"])
    return is_gloss and "." not in between and words.at(before.last) == "of"


def _is_aside(between: list[str]) -> bool:
    """Whether a change stands in an aside right behind a level: `11,900 children (down by 17 per cent)`."""
    marks = [place for place, word in enumerate(between) if word in _ASIDES]
    return bool(marks) and marks[-1] >= len(between) - 5
