"""Which quantity measures the same as the one before it: a level before, a comparison, the second of a pair."""

from transform.quantities import SET_BESIDE, Quantity, Words, is_comparison, is_filler

_JOINING = frozenset({"and", ",", "or", "(", "plus", "–"})
_VERBS = frozenset({"had", "have", "has", "was", "were", "did", "do", "said", "could", "would", "lived", "are"})
_ASIDES = frozenset({",", "(", "–"})
_FURTHEST = 20
_SHORTEST = 6
_NEXT = 3
_SOME = frozenset({"some", "others", "many", "several", "most", "few"})
_BACK = frozenset({"compares", "compared", "contrasts", "contrasted", "up", "down"})
_LONGEST_OF = 9
_CLAUSE_VERBS = _VERBS | {
    "is",
    "been",
    "being",
    "met",
    "made",
    "got",
    "felt",
    "thought",
    "told",
    "who",
    "which",
    "that",
    "where",
}
_NUMBERS = frozenset({"number", "figure", "total", "proportion", "share", "rate"})
_FIGURES = frozenset({"number", "figure", "total"})
_POINTERS = frozenset({"the", "that", "this"})
_TIMED = frozenset({"by", "in", "last", "this", "a", "at", "now", "today", "two", "three", "four", "five"})
_ALIKE = frozenset({"cases", "count"})


def same_name(words: Words, found: list[Quantity], place: int) -> bool:
    """Whether the quantity at `place` measures what the one before it does."""
    if not place:
        return False
    quantity, before = found[place], found[place - 1]
    between = words.lower[before.last : quantity.first]
    if len(between) > _FURTHEST:
        return False
    if (
        between[-3:-1] in (["the", "figure"], ["the", "share"], ["the", "proportion"], ["the", "gap"])
        and quantity.unit == before.unit
    ):
        return True
    end = next((at for at, word in enumerate(between) if word in (".", ";")), None)
    if end is not None:
        is_same = quantity.unit == before.unit or quantity.direction is not None
        behind = between[end + 1 :]
        return is_same and (
            (between[end] == "." and _goes_back(behind)) or _names_figure(behind, is_same_sentence=between[end] == ";")
        )
    if _glosses(words, found, place, between) or (quantity.unit == "percent" and between in ([",", "or"], ["or"])):
        return True
    if quantity.unit == "percent" and before.of and "." not in between and _comes_to(quantity, before):
        return True
    if quantity.direction and _is_aside(between):
        return quantity.unit in (before.unit, "percent", "percentage_points")
    if before.direction and not quantity.direction and between[-1:] in (["to"], ["from"]) and len(between) <= _NEXT:
        return True
    if quantity.unit != before.unit and not {quantity.unit, before.unit} <= _ALIKE:
        return False
    if quantity.rule == "level" or is_comparison(between):
        return True
    if between == ["to"] and words.at(before.first - 1) == "from":
        return True
    if between and between[0] == "and" and between[-1] == words.at(before.first - 1) == "in":
        return True
    if quantity.unit == "percent" and words.at(quantity.first - 1) == words.at(before.first - 1) == "(":
        return True
    if between == ["("] and quantity.unit in ("people", "staff", "cases"):
        return True
    if _is_series(quantity, before, between):
        return True
    if quantity.rule == "part of a base" and before.of and "in" in between[-2:] and _CLAUSE_VERBS.isdisjoint(between):
        return True  # `assessment was sufficient in 29 of the 34 cases, and planning in 27`
    if quantity.rule == "part of a base" or (quantity.of is not None and before.of is None):
        return False
    if quantity.unit == "percent" and words.at(quantity.last) in _VERBS:
        return False
    return bool(between) and between[0] in _JOINING and all(word in _JOINING or is_filler(word) for word in between)


def set_beside(found: list[Quantity], place: int) -> int | None:
    """The place of the quantity that a clause without a verb of its own is set beside; None for every other clause."""
    quantity = found[place]
    if quantity.rule != SET_BESIDE:
        return None
    return next((at for at in range(place - 1, max(-1, place - 9), -1) if found[at].noun == quantity.noun), None)


def is_first_of_pair(words: Words, found: list[Quantity], place: int) -> bool:
    """Whether the next quantity ends the same sentence part: `61 per cent of women and 45 per cent of men had …`."""
    quantity, after = found[place], found[place + 1]
    between = words.lower[quantity.last : after.first]
    is_pair = quantity.unit == after.unit == "percent" and quantity.direction == after.direction
    return is_pair and between[:1] == ["of"] and between[-1:] == ["and"] and len(between) <= _SHORTEST


def _goes_back(words: list[str]) -> bool:
    """Whether a sentence so begun is about the last number: `That compares with a third`, `The number was down by`."""
    is_next = words[:1] == ["for"] and words[-3:] == [",", "it", "was"]
    if is_next or (words[:1] == ["the"] and words[1:2] != [] and words[1] in _NUMBERS and words[2:3] == ["for"]):
        return True
    if len(words) > _SHORTEST:
        return False
    if words[-2:] == ["now", "had"]:
        return True
    if words[:1] != [] and words[0] in _SOME and len(words) <= _NEXT:
        return True
    is_number = words[:1] == ["the"] and words[1:2] != [] and words[1] in _NUMBERS
    return is_number or (words[:1] in (["that"], ["this"], ["it"]) and not _BACK.isdisjoint(words[1:4]))


def _names_figure(words: list[str], *, is_same_sentence: bool) -> bool:
    """Whether a clause so begun tells a figure at another time: `by last autumn the figure had climbed to`."""
    if words[-2:] in (["it", "was"], ["it", "is"]) and is_same_sentence and len(words) <= _SHORTEST:
        return True
    if words[-2:] in (["it", "was"], ["it", "is"]) and not _TIMED.isdisjoint(words[:2]):
        return len(words) <= _SHORTEST
    at = next((at for at in range(1, min(len(words), _SHORTEST)) if words[at] in _FIGURES), None)
    return at is not None and words[at - 1] in _POINTERS and words[0] in _TIMED and len(words) - at <= _NEXT + 1


def _is_series(quantity: Quantity, before: Quantity, between: list[str]) -> bool:
    """Whether shares of several things stand in a row: `short of a third of its officers, a half of its managers`."""
    is_row = between[:1] == ["of"] and between[-1:] in ([","], ["and"]) and len(between) <= _LONGEST_OF
    return is_row and quantity.unit == before.unit == "percent" and _CLAUSE_VERBS.isdisjoint(between)


def _comes_to(quantity: Quantity, before: Quantity) -> bool:
    """Whether a percentage is what a part and its base come to: `49 of 86 … (57 per cent)`."""
    return before.of is not None and abs(before.value * 100 / before.of - quantity.value) <= 1


def _glosses(words: Words, found: list[Quantity], place: int, between: list[str]) -> bool:
    """Whether a count in an aside says what a share of people comes to: `72 per cent of people – 108 of the 150 –`."""
    quantity, before = found[place], found[place - 1]
    is_gloss = before.unit == "percent" and quantity.of is not None and between[-1:] in (["–"], ["("], ["-"], ["—"])
    return is_gloss and "." not in between and words.at(before.last) == "of"


def _is_aside(between: list[str]) -> bool:
    """Whether a change stands in an aside right behind a level: `11,900 children (down by 17 per cent)`."""
    marks = [place for place, word in enumerate(between) if word in _ASIDES]
    return bool(marks) and marks[-1] >= len(between) - 5
